using Concierge.Core.Points;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The desk helps people to a point card, and never sees a number.</summary>
public sealed class CardsTests
{
    private const string Path = "/api/v1/card-enrolments", Card = $"/api/v1/members/{Some.Hanako}/point-card";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_was_helped_is_counted_once_by_the_day(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        foreach (var key in new[] { "1", "1", "2" }) Assert.Equal(201, (await Counts(desk, sato, """{"kind":"app"}""", key)).Status);
        await Counts(desk, sato, """{"kind":"counter"}""", "3");
        Assert.Equal([("app", 2), ("counter", 1)], (await desk.Gets(Path, sato)).Items.Select(row => (row.GetProperty("kind").GetString()!, row.GetProperty("times").GetInt32())));
        Assert.Equal("day,kind,times\r\n2026-11-24,app,2\r\n2026-11-24,counter,1\r\n", (await desk.Gets(Path + "?format=csv", sato)).Raw);
        Assert.Empty((await desk.Gets(Path + "?fiscalYear=R7", sato)).Items);
        Assert.Equal(2, desk.Trail("card-enrolment/app").Count);
    }

    [Theory]
    [InlineData("{}", "kind")]
    [InlineData("""{"kind":"magic"}""", "kind")]
    [InlineData("""{"kind":"app","number":"1234"}""", "number")]
    public async Task A_slip_is_named_and_nothing_is_counted(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        Assert.Equal((400, item), await Counts(desk, token, json, "1") is var refused ? (refused.Status, refused.Text("item")) : default);
        Assert.Equal((422, 400), ((await Reused(desk, token)).Status, (await desk.Sends(HttpMethod.Post, Path, token, """{"kind":"app"}""")).Status));
    }

    [Fact]
    public async Task Whether_a_card_is_linked_is_seen_and_nothing_of_the_card()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var token = await desk.Token(Role.Desk);
        Assert.Equal("""{"linked":false,"since":null}""", (await desk.Gets(Card, token)).Raw);
        await desk.Database.Writer.Write(unit =>
        {
            PointCards.Ask(unit, Some.Hanako, "errand", new PointCard("0123456789012345", new DateOnly(1950, 1, 1)), Concierge.Core.Conversations.Channel.Web, Some.Noon, unit.Members.Key(Some.Hanako));
            unit.Db.SaveChanges();
            PointCards.Link(unit, Some.Hanako, "errand", Some.Noon, unit.Members.Key(Some.Hanako));
        });
        Assert.Equal("""{"linked":true,"since":"2026-11-24T12:00:00+09:00"}""", (await desk.Gets(Card, token)).Raw);
        Assert.Equal(404, (await desk.Gets("/api/v1/members/m-nobody/point-card", token)).Status);
    }

    private static async Task<Answered> Reused(Desk desk, string token)
    {
        await Counts(desk, token, """{"kind":"app"}""", "again");
        return await Counts(desk, token, """{"kind":"counter"}""", "again");
    }

    private static Task<Answered> Counts(Desk desk, string token, string json, string key) => desk.Sends(HttpMethod.Post, Path, token, json, headers: ("Idempotency-Key", key));
}
