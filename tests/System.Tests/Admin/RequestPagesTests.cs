using System.Net;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>花子 stands at the counter of 鈴木 and asks for what is stored of her, or that it be gone.</summary>
public sealed class RequestPagesTests
{
    private const string List = "/requests";

    private static readonly (string, string)[] Erasure = [("member", Some.Hanako), ("kind", "erasure"), ("identityCheckedBy", "idCard")];

    [Fact]
    public async Task What_is_stored_of_her_is_printed_handed_over_and_then_closed_again()
    {
        await using var desk = await Opens();
        using var suzuki = await Comes(desk);
        Assert.Contains($"/requests?with={Some.Hanako}", await suzuki.Reads("/members/" + Some.Hanako), StringComparison.Ordinal);
        Assert.Contains($"value=\"{Some.Hanako}\"", await suzuki.Reads($"/requests?with={Some.Hanako}"), StringComparison.Ordinal);
        (string, string)[] form = [.. await suzuki.Hides(List, List), ("member", Some.Hanako), ("kind", "export"), ("identityCheckedBy", "fromTheirLine")];
        foreach (var _ in new[] { 1, 2 }) Assert.EndsWith("?did=taken", (await suzuki.Asks(HttpMethod.Post, List, form)).Headers.Location!.OriginalString, StringComparison.Ordinal);

        var id = Assert.Single(Requests(desk)).Id;
        var one = $"{List}/{id}";
        var export = await suzuki.Reads(one + "/export");
        Assert.Contains("年代：70〜74歳", export, StringComparison.Ordinal);
        Assert.DoesNotMatch("<dt>[a-z_]+</dt>", export);
        foreach (var hers in new[] { People.ToldStory, People.SaidOnLine, People.SaidOnPage, People.Health }) Assert.Contains(hers, export, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await suzuki.Opens(one + "/erasure")).StatusCode);
        Assert.Equal(one + "?did=export", (await suzuki.Sends(one, one + "/completion")).Headers.Location?.OriginalString);
        var closed = await suzuki.Opens(one + "/export");
        Assert.Equal(HttpStatusCode.Conflict, closed.StatusCode);
        Assert.DoesNotContain(People.Canary, await Clerk.Text(closed), StringComparison.Ordinal);
        Assert.Equal(["take", "read", "complete"], desk.Trail("data-request/" + id).Select(entry => entry.Action));
    }

    [Fact]
    public async Task An_erasure_is_asked_twice_and_leaves_a_receipt_to_hand_over()
    {
        await using var desk = await Opens();
        using var suzuki = await Comes(desk);
        await suzuki.Sends(List, List, Erasure);
        var one = $"{List}/{Assert.Single(Requests(desk)).Id}";
        Assert.Equal(HttpStatusCode.Conflict, (await suzuki.Opens(one + "/export")).StatusCode);
        Assert.Empty(await suzuki.HidesAll(one, one + "/completion"));

        var open = await suzuki.Hides(one + "/erasure", one + "/completion");
        var unsure = await suzuki.Asks(HttpMethod.Post, one + "/completion", open);
        Assert.Equal(HttpStatusCode.BadRequest, unsure.StatusCode);
        Assert.Contains("まだ何も消していません", await Clerk.Text(unsure), StringComparison.Ordinal);
        var stale = await suzuki.Asks(HttpMethod.Post, one + "/completion", [.. open.Where(field => field.Name != "revision"), ("revision", "7"), ("sure", "true")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.True(desk.Database.Reader.Read(unit => unit.Members.Exists(Some.Hanako)));

        Assert.Equal(one + "?did=erasure", (await suzuki.Asks(HttpMethod.Post, one + "/completion", [.. open, ("sure", "true")])).Headers.Location?.OriginalString);
        Assert.False(desk.Database.Reader.Read(unit => unit.Members.Exists(Some.Hanako)));
        var done = await suzuki.Reads(one);
        Assert.Contains("261124-001", done, StringComparison.Ordinal);
        Assert.DoesNotContain(Some.Hanako, done, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await suzuki.Opens(one + "/erasure")).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await suzuki.Asks(HttpMethod.Post, one + "/completion", [.. open, ("sure", "true")])).StatusCode);
    }

    [Theory]
    [InlineData("member", "m-nobody", "その番号の会員はいません")]
    [InlineData("member", "", "その番号の会員はいません")]
    [InlineData("kind", "sale", "種類を一つ選んでください")]
    [InlineData("identityCheckedBy", "", "確かめた方法を一つ")]
    public async Task What_is_wrong_is_said_and_no_request_is_taken(string field, string value, string said)
    {
        await using var desk = await Opens();
        using var suzuki = await Comes(desk);
        var refused = await suzuki.Sends(List, List, [.. Erasure.Where(one => one.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(said, await Clerk.Text(refused), StringComparison.Ordinal);
        Assert.Empty(Requests(desk));
        foreach (var page in new[] { "/requests/none", "/requests/none/export", "/requests/none/erasure" }) Assert.Equal(HttpStatusCode.NotFound, (await suzuki.Opens(page)).StatusCode);
    }

    private static List<DataRequestEntry> Requests(Desk desk) => desk.Database.Reader.Read(unit => unit.Db.Set<DataRequestEntry>().ToList());

    private static async Task<Desk> Opens()
    {
        var desk = await Desk.Opens();
        await desk.Hanako();
        return desk;
    }

    private static async Task<Clerk> Comes(Desk desk)
    {
        await desk.Hires("suzuki", "鈴木", Role.Secretariat);
        return await Clerk.SignsIn(desk, "suzuki");
    }
}
