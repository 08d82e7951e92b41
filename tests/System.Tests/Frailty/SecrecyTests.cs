using System.Text;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Frailty;

/// <summary>No answer, score or colour of a check ever stands where LINE, a neighbour at the phone or a log could show it.</summary>
public sealed class SecrecyTests
{
    /// <summary>Canaries: what Hanako says of herself, what came of it, and the names under which it is kept.</summary>
    private static readonly string[] Canaries =
        ["161.7", "43.21", "頭を打", "転ん", "青○", "赤●", "兆候", "かかりつけ医", "体重", "kihon_1", "eleven_1", "yubi_1", "bigger", "smaller", "よりそいホットライン"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Nothing_of_a_check_leaves_the_citys_page(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider, ("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.Hosting", "Trace"));
        var hanako = town.Line.Person("花子");
        var page = await CheckedClosely(town, hanako);

        // Back on LINE she asks for it, says what she thinks of it, and half a year later is told that there is something.
        foreach (var words in new[] { "メニュー", "体重が43.21キロでした", "もう一度" })
        {
            await hanako.Says(words);
            await town.Settles();
        }
        await hanako.Taps("からだチェック");
        await town.Settles();
        await hanako.Taps("結果を見る");
        await town.Settles();
        AssertClean("outbox", town.Database.Reader.Read(unit => Outgoing(unit)));
        await town.Passes(TimeSpan.FromDays(180));
        Assert.Contains("お知らせが あります", hanako.FromBot[^1].Text);

        Assert.NotEmpty(town.Logged.Lines);
        AssertClean("LINE", town.Line.Requests.Select(r => r.Path + r.Body));
        AssertClean("log", town.Logged.Lines);
        AssertClean("URL", page.Visited);
        AssertClean("database", town.Database.Reader.Read(unit => Plain(unit)));
        AssertClean("outbox", town.Database.Reader.Read(unit => Outgoing(unit)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_finding_is_sealed_and_opens_for_its_own_member_only(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await CheckedClosely(town, town.Line.Person("花子"));
        town.Database.Reader.Read(unit =>
        {
            var member = unit.Db.LineUsers.Single().MemberId;
            var kept = KeptFindings.Of(unit, member, unit.Members.Key(member));
            Assert.Equal(("161.7", "yes"), (kept[^1].Answers["kihon_12_height"], kept[^1].Answers["fall_pain_kihon"]));
            Assert.All(unit.Db.Findings.ToList(), row => Assert.DoesNotContain("161.7", Encoding.UTF8.GetString(row.Body.Bytes)));
            return 0;
        });
    }

    private static async Task<WebPerson> CheckedClosely(Town town, Person hanako)
    {
        await town.Enters(hanako);
        foreach (var tap in new[] { "職員と話す", "メニュー", "からだチェック", "はじめる" })
        {
            await hanako.Taps(tap);
            await town.Settles();
        }
        var page = new WebPerson(town);
        await page.Opens(Link(hanako, town));
        for (var i = 0; i < 12; i++) await page.AnswersFirst();
        foreach (var press in new[] { "これでよい", "ほかのチェック", "くわしいチェック 25問" }) await page.Presses(press);
        // Everything yes: she fell and it hurts, she has lost weight, her spirits are low.
        for (var i = 0; i < 12; i++) await page.AnswersFirst();
        await page.Says("161.7");
        await page.Says("43.21");
        for (var i = 0; i < 13; i++) await page.AnswersFirst();
        await page.Presses("これでよい");
        await page.Sees("赤●");
        await page.Presses("知らせてほしい");
        return page;
    }

    private static string Link(Person person, Town town) => town.BotUrl + new Uri(
        person.FromBot.Reverse().SelectMany(item => item.Buttons).First(b => b.Kind == "uri").Action.GetProperty("uri").GetString()!).PathAndQuery;

    private static void AssertClean(string where, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            foreach (var canary in Canaries) Assert.False(text.Contains(canary, StringComparison.Ordinal), $"「{canary}」 stands in {where}: {text}");
    }

    /// <summary>Every column that is not sealed. Answers and findings name their form and question: that is how the city asks, not what was said.</summary>
    private static string[] Plain(Unit unit) =>
    [
        .. unit.Db.Feed.Select(row => row.Kind),
        .. unit.Db.Outbox.ToList().Select(row => $"{row.DedupeKey} {row.Kind} {row.Reason} {row.LineRequestId}"),
        .. unit.Db.Inbox.ToList().Select(row => $"{row.Channel} {row.EventId} {row.ErrorCode}"),
    ];

    /// <summary>What waits or was said lately; what was said half a year ago is blank by then.</summary>
    private static string[] Outgoing(Unit unit)
    {
        var key = unit.Members.Key(unit.Db.LineUsers.Single().MemberId);
        return [.. unit.Db.Outbox.ToList().Where(row => row.Body.Bytes.Length > 0).Select(row => Encoding.UTF8.GetString(unit.Vault.Open(key, Fields.OutboxBody, row.Body)))];
    }
}
