using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>A console that was cut off sees what it missed, however long that took.</summary>
public sealed class FeedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_another_process_writes_arrives_live_and_in_order(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        using var bot = Database.Open(test.Options);
        await using var watching = await desk.Watches(await desk.Token(Role.Desk));
        Assert.Equal("here", (await watching.Next(Cancel)).EventType);
        for (var i = 0; i < 3; i++) await bot.Writer.Write(unit => unit.Feed.Add(Some.At(i), "case-requested", "m" + i, i));
        for (var i = 0; i < 3; i++)
        {
            var heard = await watching.Next(Cancel);
            Assert.Equal(("case-requested", $$"""{"kind":"case-requested","at":"{{Concierge.Admin.TokyoTime.Write(Some.At(i))}}","member":"m{{i}}","reference":{{i}}}"""), (heard.EventType, heard.Data));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_second_or_ten_hours_away_nothing_is_missed_and_nothing_comes_twice(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var token = await desk.Token(Role.Desk);
        string place;
        await using (var watching = await desk.Watches(token)) place = (await watching.Next(Cancel)).EventId!;
        var seen = new List<string>();
        foreach (var away in new[] { TimeSpan.FromSeconds(1), TimeSpan.FromHours(10) })
        {
            // More than is read at once.
            for (var i = 0; i < 250; i++) await desk.Database.Writer.Write(unit => unit.Feed.Add(desk.Time.GetUtcNow(), "said", null, seen.Count + i));
            desk.Time.Advance(away);
            await using var again = await desk.Watches(token, place);
            for (var i = 0; i < 250; i++)
            {
                var heard = await again.Next(Cancel);
                (place, var data) = (heard.EventId!, heard.Data);
                seen.Add(data[data.LastIndexOf(':')..]);
            }
        }
        Assert.Equal((500, 500), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task Whose_token_is_revoked_hears_no_more()
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Employs("sato", "佐藤", Role.Desk);
        await using var watching = await desk.Watches(token);
        await watching.Next(Cancel);
        await desk.Database.Writer.Write(unit => Tokens.Revoke(unit, "token-sato", desk.Time.GetUtcNow()));
        await watching.EndsWhile(() => desk.Time.Advance(TimeSpan.FromSeconds(15)), Cancel);
    }

    [Fact]
    public async Task A_place_that_is_none_is_refused()
    {
        await using var desk = await Desk.Opens();
        var refused = await desk.Sends(HttpMethod.Get, "/api/v1/feed", await desk.Token(Role.Desk), headers: ("Last-Event-ID", "yesterday"));
        Assert.Equal((400, "Last-Event-ID"), (refused.Status, refused.Text("item")));
    }
}
