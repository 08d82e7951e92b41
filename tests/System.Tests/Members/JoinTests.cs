using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Concierge.SystemTests.WebChat;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Members;

/// <summary>A visitor's record becomes that of the person on LINE.</summary>
public sealed class JoinTests
{
    private const string Failed = "その番号では つながりませんでした";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_Hanako_began_on_the_page_is_hers_on_LINE_and_the_page_ends(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var visitor = await PageVisitor.Comes(town);
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await Joins(town, hanako, visitor.Code);
        Assert.Contains("つながりました", hanako.FromBot[^2].Text);

        var member = town.Database.Reader.Read(unit => unit.Db.Members.Single().Id);
        Assert.NotEqual(visitor.Member, member);
        Assert.Equal(["age", "area", "consent_service"], town.Database.Reader.Read(unit => unit.Answers.Of(member, unit.Members.Key(member)).Select(a => a.Question).Order().ToArray()));
        // Everything that was said, here and there, opens with her key.
        Assert.Contains(town.Database.Reader.Read(unit => MemberRecord.Of(unit, member)).Single(t => t.Name == "message").Rows, row => row["channel"] == "Web");
        Assert.Contains(town.Database.Reader.Read(unit => unit.Feed.After(0, 1000)), row => row.Kind == "joined" && row.MemberId == member);
        Assert.DoesNotContain(town.Database.Reader.Read(unit => unit.Feed.After(0, 1000)), row => row.MemberId == visitor.Member);

        await Assert.ThrowsAnyAsync<Exception>(() => visitor.Browser.Reads());
        Assert.Contains("このページは 開けません", visitor.Browser.Page);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_visitor_of_the_web_chat_joins_too_and_the_token_ends(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var visitor = new Visitor(town);
        await visitor.Comes();
        foreach (var words in Town.Welcome.Append("わたし")) await visitor.Says(words);
        await visitor.Presses("LINEにつなぐ");
        var door = visitor.Heard[^1].GetProperty("attachments")[0].GetProperty("content").GetProperty("actions")[0].GetProperty("url").GetString()!;
        var browser = new WebPerson(town);
        await browser.Opens(door);
        var hanako = town.Line.Person("花子");
        await hanako.Follows();
        await Joins(town, hanako, await PageVisitor.AsksForCode(browser));

        Assert.Equal(1, town.Database.Reader.Read(unit => unit.Db.Members.Count()));
        Assert.Equal(403, (await visitor.Tries(HttpMethod.Get, $"conversations/{visitor.Conversation}/activities")).Status);
        Assert.Equal(403, (await visitor.Tries(HttpMethod.Post, "tokens/refresh")).Status);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_is_in_every_table_goes_over_from_every_table(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        const string Visitor = "m-visitor";
        // These end with the visitor; of a point card, and of a name, that of the one on LINE stays.
        string[] ends = ["contact", "conversation", "errand", "member_key", "point_card", "reply_token"];
        await test.Database.Writer.Write(u =>
        {
            new Everywhere(u, Some.Hanako).Put();
            new Everywhere(u, Some.Taro).Put();
            new Everywhere(u, Visitor, onLine: false).Put();
            var taro = Everywhere.Cells(u, row => row.Contains(Some.Taro));

            Joining.Into(u, Visitor, Some.Hanako, Some.Noon);

            Assert.Equal(taro, Everywhere.Cells(u, row => row.Contains(Some.Taro)));
            Assert.Empty(Everywhere.Cells(u, row => row.Contains("=" + Visitor)));
            Assert.Null(u.Members.KeyIfAny(Visitor));
        });
        var values = test.Database.Reader.Read(u => MemberRecord.Of(u, Some.Hanako)).SelectMany(t => t.Rows).SelectMany(row => row.Values).ToHashSet();
        var sealedColumns = test.Database.Reader.Read(u => Everywhere.Tables(u).SelectMany(t => t.GetProperties())
            .Where(p => p.ClrType == typeof(Sealed) || p.ClrType == typeof(Sealed?))
            .Where(p => !ends.Contains(p.DeclaringType.GetTableName()))
            .Select(p => $"{p.DeclaringType.GetTableName()}.{p.GetColumnName()}").ToArray());
        foreach (var person in new[] { Some.Hanako, Visitor })
            Assert.All(sealedColumns, column => Assert.Contains(values, value => value.StartsWith($"{Everywhere.Canary(person)}/{column}/", StringComparison.Ordinal)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_code_is_good_for_a_quarter_of_an_hour_and_once(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var (hanako, taro) = (town.Line.Person("花子"), town.Line.Person("太郎"));
        var visitor = await PageVisitor.Comes(town);
        await town.Passes(JoinCodes.Life);
        await Fails(town, taro, visitor.Code);

        var fresh = await PageVisitor.AsksForCode(visitor.Browser);
        await Fails(town, taro, visitor.Code);
        await Joins(town, hanako, fresh);
        Assert.Contains("つながりました", hanako.FromBot[^2].Text);
        await Fails(town, taro, fresh);
        await Fails(town, hanako, fresh);
        Assert.Equal(2, town.Database.Reader.Read(unit => unit.Db.Members.Count()));
    }

    [Fact]
    public async Task Of_two_who_were_asked_the_first_who_says_yes_has_it()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var (hanako, taro) = (town.Line.Person("花子"), town.Line.Person("太郎"));
        var visitor = await PageVisitor.Comes(town);
        await Says(town, hanako, visitor.Code);
        await Says(town, taro, visitor.Code);
        await Presses(town, hanako, "はい、つなぐ");
        await Presses(town, taro, "はい、つなぐ");
        Assert.Contains("つながりました", hanako.FromBot[^2].Text);
        Assert.Contains(Failed, taro.FromBot[^1].Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_five_wrong_codes_the_right_one_opens_nothing_until_the_next_day(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        var visitor = await PageVisitor.Comes(town);
        for (var i = 0; i < JoinCodes.MostTries; i++) await Fails(town, hanako, $"3000000{i}");
        await Fails(town, hanako, visitor.Code);

        // Somebody else can, and so can she a day later.
        var taro = town.Line.Person("太郎");
        await Joins(town, taro, visitor.Code);
        Assert.Contains("つながりました", taro.FromBot[^2].Text);
        await town.Passes(TimeSpan.FromHours(25));
        await Joins(town, hanako, (await PageVisitor.Comes(town)).Code);
        Assert.Contains("つながりました", hanako.FromBot[^2].Text);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_many_try_codes_nobody_can_join_for_the_day(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var visitor = await PageVisitor.Comes(town);
        await town.Database.Writer.Write(unit =>
        {
            for (var i = 0; i < JoinCodes.MostTriesOfAll; i++) Tally.Add(unit, JoinCodes.Failed, town.Clock.GetUtcNow());
        });
        await Fails(town, town.Line.Person("花子"), visitor.Code);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_code_of_a_visitor_who_left_leads_nowhere(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var visitor = await PageVisitor.Comes(town);
        await visitor.Browser.Reads();
        await visitor.Browser.Says("退会したい");
        await visitor.Browser.Presses("進む");
        await visitor.Browser.Presses("はい、全部消す");
        await Fails(town, town.Line.Person("花子"), visitor.Code);
    }

    [Fact]
    public async Task The_code_stands_nowhere()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var visitor = await PageVisitor.Comes(town);
        var digits = visitor.Code.Replace(" ", "", StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Browser.Visited, address => address.Contains(digits, StringComparison.Ordinal));
        await Joins(town, town.Line.Person("花子"), visitor.Code);
        Assert.Empty(await town.Database.Writer.Write(unit => Everywhere.Cells(unit, row => row.Contains(digits, StringComparison.Ordinal))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_had_a_seat_here_and_there_keeps_one_and_the_other_passes_on(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        var visitor = await PageVisitor.Comes(town);
        var member = Member(town, hanako);
        await town.Database.Writer.Write(unit =>
        {
            var now = town.Clock.GetUtcNow();
            foreach (var who in new[] { member, visitor.Member }) Rosters.Do(unit, who, new Effect.Reserve("demo-1", Attendance.OnSite, 1), now);
            Rosters.Do(unit, visitor.Member, new Effect.Reserve("demo-2", Attendance.OnSite, 2), now);
        });
        await Joins(town, hanako, visitor.Code);

        var seats = town.Database.Reader.Read(unit => unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.MemberId == member).OrderBy(r => r.Id).AsEnumerable()
            .Select(r => $"{r.SeminarId} {r.State}").ToArray());
        Assert.Equal(["demo-1 Reserved", "demo-1 Cancelled", "demo-2 Reserved"], seats);
        Assert.Equal((1, 2), town.Database.Reader.Read(unit => (Taken(unit, "demo-1"), Taken(unit, "demo-2"))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Troubles_of_both_stay_and_each_can_be_taken_back(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u =>
        {
            var visitor = u.Members.AddAnonymous(Some.Noon, () => "m-visitor");
            foreach (var who in new[] { Some.Member(u, Some.Hanako), visitor })
                Troubles.Keep(u, who, new("trouble-9", Some.Noon, "light", "north", "soon", $"words of {who}"), u.Members.Key(who));
            Joining.Into(u, visitor, Some.Hanako, Some.Noon);
        });
        var troubles = test.Database.Reader.Read(u => Troubles.Of(u, Some.Hanako, u.Members.Key(Some.Hanako)));
        Assert.Equal(["words of m-hanako", "words of m-visitor"], troubles.Select(t => t.Words));
        foreach (var trouble in troubles) await test.Database.Writer.Write(u => Troubles.TakeBack(u, Some.Hanako, trouble.Id, Some.Noon));
        Assert.Empty(test.Database.Reader.Read(u => Troubles.Of(u, Some.Hanako, u.Members.Key(Some.Hanako))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_leaves_after_joining_leaves_again_from_a_backup_of_before(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        var visitor = await PageVisitor.Comes(town);
        await Joins(town, hanako, visitor.Code);
        await Says(town, hanako, "退会したい");
        await Presses(town, hanako, "進む");
        await Presses(town, hanako, "はい、全部消す");
        await town.Part<Bot.Jobs.KeepErasures>().Keep();

        // As in a backup of before: the visitor is there.
        await town.Database.Writer.Write(unit =>
        {
            unit.Db.Set<ErasureEntry>().ExecuteDelete();
            unit.Members.AddAnonymous(Some.Noon, () => visitor.Member);
        });
        await town.Restarts();
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Members.Count()));
        Assert.Equal("261124-002", town.Database.Reader.Read(unit => Erasures.NextNumber(unit, town.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Whoever_staff_speak_with_on_the_page_they_speak_with_on_LINE_from_then_on()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var hanako = town.Line.Person("花子");
        var visitor = await PageVisitor.Comes(town);
        await town.Database.Writer.Write(unit => unit.Conversations.ChangeOwner(visitor.Member, Owner.Staff, 0));
        await Joins(town, hanako, visitor.Code);
        Assert.Contains("つながりました", hanako.FromBot[^2].Text);
        Assert.Equal(Owner.Staff, town.Database.Reader.Read(unit => unit.Db.Conversations.Single().Owner));
    }

    private static async Task Joins(Town town, Person person, string code)
    {
        await Says(town, person, code);
        await Presses(town, person, "はい、つなぐ");
    }

    private static async Task Fails(Town town, Person person, string code)
    {
        await Says(town, person, code);
        Assert.Contains(Failed, person.FromBot[^1].Text);
    }

    private static async Task Says(Town town, Person person, string words)
    {
        await person.Says(words);
        await town.Settles();
    }

    private static async Task Presses(Town town, Person person, string label)
    {
        await person.Taps(label);
        await town.Settles();
    }

    private static string Member(Town town, Person person) => town.Database.Reader.Read(unit => unit.Members.FindByLine(person.Id)!);

    private static int Taken(Unit unit, string seminar) => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == seminar).OnSiteTaken;
}
