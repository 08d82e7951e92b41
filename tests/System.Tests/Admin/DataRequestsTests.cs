using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Somebody comes to the counter and asks for what is stored of them, or that it be gone.</summary>
public sealed class DataRequestsTests
{
    private const string Path = "/api/v1/data-requests";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Hanako_gets_everything_that_is_stored_of_her_until_it_was_handed_over(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako(letsStaffSee: false);
        var mori = await desk.Employs("mori", "森", Role.Secretariat);
        var request = await Takes(desk, mori, "export");
        Assert.Equal((201, "idCard", "mori"), (request.Status, request.Text("identityCheckedBy"), request.Text("takenBy")));
        var one = $"{Path}/{request.Text("id")}";

        var export = await desk.Gets(one + "/export", mori);
        foreach (var hers in new[] { People.ToldStory, People.SaidOnLine, People.SaidOnPage, People.Health }) Assert.Contains(hers, export.Raw);
        await desk.AssertNothingShows([Role.Secretariat], Path, one, one + "/export");

        var done = await Completes(desk, mori, one, (await desk.Gets(one, mori)).ETag);
        Assert.Equal((200, "mori", "null"), (done.Status, done.Text("completedBy"), done.Json("receipt")));
        Assert.Equal("already-completed", (await desk.Gets(one + "/export", mori)).Problem);
        Assert.Equal("already-completed", (await Completes(desk, mori, one, done.ETag)).Problem);
        Assert.Equal(["take", "read", "complete"], desk.Trail("data-request/" + request.Text("id")).Select(entry => entry.Action));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_erasure_leaves_a_receipt_and_gives_her_seat_to_whoever_waits(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        var mori = await desk.Employs("mori", "森", Role.Secretariat);
        await desk.Sends(HttpMethod.Post, "/api/v1/seminars/demo-1/reservations", mori, $$"""{"member":"{{Some.Hanako}}","how":"onSite"}""", headers: ("Idempotency-Key", "1"));
        var request = await Takes(desk, mori, "erasure");
        var one = $"{Path}/{request.Text("id")}";
        Assert.Equal("not-an-export", (await desk.Gets(one + "/export", mori)).Problem);
        Assert.Equal(428, (await Completes(desk, mori, one, null)).Status);
        Assert.Equal(412, (await Completes(desk, mori, one, "\"7\"")).Status);
        Assert.True(desk.Database.Reader.Read(unit => unit.Members.Exists(Some.Hanako)));

        var done = await Completes(desk, mori, one, "\"1\"");
        Assert.Equal((200, "261124-001", "null"), (done.Status, done.Text("receipt"), done.Json("member")));
        Assert.Equal(404, (await desk.Gets("/api/v1/members/" + Some.Hanako, mori)).Status);
        desk.Database.Reader.Read(unit =>
        {
            Assert.Null(unit.Members.KeyIfAny(Some.Hanako));
            Assert.Equal(Erasures.HashOf(Some.Hanako), Assert.Single(Erasures.NotKept(unit)).MemberHash);
            Assert.Equal(0, unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").OnSiteTaken);
            return true;
        });
        Assert.Equal("already-completed", (await Completes(desk, mori, one, done.ETag)).Problem);
        Assert.Equal("261124-001", (await desk.Gets(Path, mori)).Items.Single().GetProperty("receipt").GetString());
        Assert.Equal(["take", "complete"], desk.Trail("data-request/" + request.Text("id")).Select(entry => entry.Action));
    }

    [Theory]
    [InlineData("""{"kind":"export","identityCheckedBy":"idCard"}""", "member")]
    [InlineData("""{"member":"m-nobody","kind":"export","identityCheckedBy":"idCard"}""", "member")]
    [InlineData("""{"member":"m-hanako","identityCheckedBy":"idCard"}""", "kind")]
    [InlineData("""{"member":"m-hanako","kind":"sale","identityCheckedBy":"idCard"}""", "kind")]
    [InlineData("""{"member":"m-hanako","kind":"export"}""", "identityCheckedBy")]
    [InlineData("""{"member":"m-hanako","kind":"export","identityCheckedBy":"hearsay"}""", "identityCheckedBy")]
    [InlineData("""{"member":"m-hanako","kind":"export","identityCheckedBy":"idCard","number":"1"}""", "number")]
    public async Task A_slip_is_named_and_no_request_is_taken(string json, string item)
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var token = await desk.Token(Role.Secretariat);
        var refused = await desk.Sends(HttpMethod.Post, Path, token, json);
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
        Assert.Empty((await desk.Gets(Path, token)).Items);
        Assert.Equal(404, (await desk.Gets(Path + "/nothing/export", token)).Status);
        Assert.Equal(403, (await desk.Gets(Path, await desk.Token(Role.Desk))).Status);
    }

    private static Task<Answered> Takes(Desk desk, string token, string kind) =>
        desk.Sends(HttpMethod.Post, Path, token, $$"""{"member":"{{Some.Hanako}}","kind":"{{kind}}","identityCheckedBy":"idCard"}""");

    private static Task<Answered> Completes(Desk desk, string token, string request, string? seen) =>
        desk.Sends(HttpMethod.Put, request + "/completion", token, headers: seen is null ? [] : [("If-Match", seen)]);
}
