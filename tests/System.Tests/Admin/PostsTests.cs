using Concierge.Core.Board;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The desk minds the board.</summary>
public sealed class PostsTests
{
    private const string Path = "/api/v1/posts";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_post_is_taken_down_and_put_up_again_by_whoever_has_seen_how_it_stands(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var read = await desk.Gets(Path + "/1", sato);
        Assert.Equal("open", read.Text("state"));
        Assert.Equal(428, (await desk.Sends(HttpMethod.Delete, Path + "/1/publication", sato)).Status);

        var paused = await Sends(desk, HttpMethod.Delete, "/1/publication", sato, read.ETag!);
        Assert.Equal((200, "paused"), (paused.Status, paused.Text("state")));
        Assert.Equal(412, (await Sends(desk, HttpMethod.Put, "/1/publication", sato, read.ETag!)).Status);
        var open = await Sends(desk, HttpMethod.Put, "/1/publication", sato, paused.ETag!);
        Assert.Equal("open", open.Text("state"));
        Assert.True(desk.Database.Reader.Read(unit => new Posts(unit).IsOpen(1)));
        Assert.Equal(409, (await Sends(desk, HttpMethod.Put, "/1/publication", sato, open.ETag!)).Status);

        var filled = await Sends(desk, HttpMethod.Put, "/1/end", sato, open.ETag!, """{"how":"filled"}""");
        Assert.Equal("filled", filled.Text("state"));
        var closed = await Sends(desk, HttpMethod.Put, "/1/end", sato, filled.ETag!, """{"how":"closed"}""");
        Assert.Equal("post-not-now", (await Sends(desk, HttpMethod.Put, "/1/publication", sato, closed.ETag!)).Problem);
        Assert.Equal(["pause", "publish", "fill", "close"], desk.Trail("post/1").Select(entry => entry.Action));
    }

    [Fact]
    public async Task What_may_not_stand_on_the_board_is_refused_by_the_name_of_the_rule()
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Secretariat);
        await desk.Database.Writer.Write(unit =>
        {
            var post = new Posts(unit).Find(1)!;
            new Posts(unit).Add(Listing.Draft(post with { Id = 9_001, Pay = new Pay(PayKind.Hourly, 500) }), Listing.Draft(post with { Id = 9_002, Title = "70歳まで" }));
        });
        foreach (var (id, rule) in new[] { (9_001, "post-below-minimum-wage"), (9_002, "post-age-limit") })
        {
            var refused = await Sends(desk, HttpMethod.Put, $"/{id}/publication", token, (await desk.Gets($"{Path}/{id}", token)).ETag!);
            Assert.Equal((409, rule), (refused.Status, refused.Problem));
            Assert.Matches("[ぁ-ん]", refused.Text("detail"));
        }
    }

    [Fact]
    public async Task A_partner_sees_its_own_area_and_no_draft()
    {
        await using var desk = await Desk.Opens();
        var (clerk, partner) = (await desk.Token(Role.Desk), await desk.Token(Role.Partner, "masuo"));
        var mine = (await desk.Gets(Path + "?limit=200", partner)).Items;
        Assert.NotEmpty(mine);
        Assert.All(mine, post => Assert.Equal(("masuo", false), (post.GetProperty("area").GetString(), post.GetProperty("state").GetString() == "draft")));
        Assert.Equal((await desk.Gets(Path + "?limit=200&area=masuo", clerk)).Items.Count(post => post.GetProperty("state").GetString() != "draft"), mine.Count);
        Assert.Equal((404, 200), ((await desk.Gets(Path + "/1", partner)).Status, (await desk.Gets(Path + "/2", partner)).Status));
        Assert.Equal(403, (await desk.Gets("/api/v1/applications", partner)).Status);
    }

    [Fact]
    public async Task Staff_see_who_has_applied_also_as_a_table()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.HanakoApplies(post: 1);
        var token = await desk.Token(Role.Desk);
        Assert.Equal(Some.Hanako, Assert.Single((await desk.Gets("/api/v1/applications", token)).Items).GetProperty("member").GetString());
        Assert.Single((await desk.Gets(Path + "/1/applications", token)).Items);
        Assert.Empty((await desk.Gets(Path + "/2/applications", token)).Items);
        Assert.StartsWith("post,title,member,at\r\n1,", (await desk.Gets("/api/v1/applications?format=csv", token)).Raw);
    }

    [Theory]
    [InlineData("/0", 404)]
    [InlineData("/0/applications", 404)]
    [InlineData("?state=lost", 400)]
    [InlineData("?area=nowhere", 400)]
    [InlineData("?colour=red", 400)]
    [InlineData("/1/applications?format=pdf", 400)]
    public async Task What_is_not_there_is_said(string path, int status)
    {
        await using var desk = await Desk.Opens();
        Assert.Equal(status, (await desk.Gets(Path + path, await desk.Token(Role.Desk))).Status);
    }

    [Theory]
    [InlineData("{}", "how")]
    [InlineData("""{"how":"burnt"}""", "how")]
    [InlineData("""{"how":"filled","by":"花子"}""", "by")]
    public async Task A_slip_is_named_and_nothing_ends(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        var refused = await Sends(desk, HttpMethod.Put, "/1/end", token, "\"1\"", json);
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
        Assert.Equal("open", (await desk.Gets(Path + "/1", token)).Text("state"));
    }

    private static Task<Answered> Sends(Desk desk, HttpMethod method, string path, string token, string seen, string? json = null) =>
        desk.Sends(method, Path + path, token, json, headers: ("If-Match", seen));
}
