using Concierge.Admin.Seminars;
using Concierge.Core.Board;
using Concierge.Core.Seminars;
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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_post_is_written_anew_by_whoever_has_seen_how_it_stands(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var read = await desk.Gets(Path + "/1", sato);
        Assert.Equal(428, (await desk.Sends(HttpMethod.Put, Path + "/1", sato, Written())).Status);
        var changed = await Sends(desk, HttpMethod.Put, "/1", sato, read.ETag!, Written());
        Assert.Equal((200, "わたぐも苑", "open"), (changed.Status, changed.Text("place"), changed.Text("state")));
        Assert.Equal(412, (await Sends(desk, HttpMethod.Put, "/1", sato, read.ETag!, Written())).Status);
        Assert.Equal("わたぐも苑", desk.Database.Reader.Read(unit => new Posts(unit).Find(1)!.Place));
        Assert.Equal(["change"], desk.Trail("post/1").Select(entry => entry.Action));
        Assert.Equal(403, (await Sends(desk, HttpMethod.Put, "/1", await desk.Token(Role.Partner, "chuo"), changed.ETag!, Written())).Status);
    }

    [Theory]
    [InlineData("\"yen\":1150", "\"yen\":500", 409, "post-below-minimum-wage")]
    [InlineData("\"until\":\"2027-08-05\"", "\"until\":\"2026-11-01\"", 409, "post-ends-before-it-begins")]
    [InlineData("\"trainingFirst\":false", "\"trainingFirst\":true", 409, "post-no-training")]
    [InlineData("\"area\":\"chuo\"", "\"area\":\"nowhere\"", 400, "invalid-item")]
    [InlineData("\"days\":[\"tue\",\"thu\"]", "\"days\":[]", 400, "invalid-item")]
    [InlineData("\"place\":\"わたぐも苑\"", "\"place\":\" \"", 400, "invalid-item")]
    [InlineData("\"latitude\":35.86", "\"latitude\":135.86", 400, "invalid-item")]
    public async Task What_may_not_be_written_is_named_and_nothing_changes(string right, string wrong, int status, string problem)
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        Assert.Contains(right, Written(), StringComparison.Ordinal);
        var read = await desk.Gets(Path + "/1", token);
        var refused = await Sends(desk, HttpMethod.Put, "/1", token, read.ETag!, Written().Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal((status, problem), (refused.Status, refused.Problem));
        Assert.Equal(read.Raw, (await desk.Gets(Path + "/1", token)).Raw);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_training_can_be_asked_for_as_soon_as_people_can_see_one(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var token = await desk.Token(Role.Desk);
        await desk.Database.Writer.Write(unit => unit.Db.Add((SeminarWish.Of(unit.Db.Set<Seminar>().First()) with { Kind = "training", Task = "T01" }).Make("training", "0123", desk.Time.GetUtcNow())));
        var changed = await Sends(desk, HttpMethod.Put, "/1", token, (await desk.Gets(Path + "/1", token)).ETag!, Written().Replace("\"trainingFirst\":false", "\"trainingFirst\":true", StringComparison.Ordinal));
        Assert.Equal(200, changed.Status);
        Assert.True(desk.Database.Reader.Read(unit => new Posts(unit).Find(1)!.TrainingFirst));
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

    private static string Written() => """{"place":"わたぐも苑","requester":"デイサービス","area":"chuo","latitude":35.86,"longitude":139.97,"days":["tue","thu"],"parts":["noon"],"minutes":90,"rhythm":"some","engagement":"employed","pay":{"kind":"hourly","yen":1150},"from":"2026-12-08","until":"2027-08-05","placeChecks":false,"trainingFirst":false}""";

    private static Task<Answered> Sends(Desk desk, HttpMethod method, string path, string token, string seen, string? json = null) =>
        desk.Sends(method, Path + path, token, json, headers: ("If-Match", seen));
}
