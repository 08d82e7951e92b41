using System.Net;
using System.Text.RegularExpressions;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>花子 on her phone, 佐藤 and 鈴木 at two consoles.</summary>
public sealed partial class InboxTests
{
    private const string Answer = "水曜日の午前は いかがですか。", Meanwhile = "やはり 木曜日が いいです", Case = "/cases/1";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_case_is_seen_taken_answered_and_closed(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        var hanako = await town.WantsStaff();
        var inbox = await sato.Reads("/inbox");
        Assert.Contains("職員と話したい", inbox, StringComparison.Ordinal);
        Assert.Contains("待っている（1）", inbox, StringComparison.Ordinal);
        Assert.Contains("わたしの（0）", inbox, StringComparison.Ordinal);

        await Does(sato, "claim");
        Assert.Contains("わたしの（1）", await sato.Reads("/inbox"), StringComparison.Ordinal);
        await hanako.Says("週に2日 働ける所を さがしています");
        await town.Settles();
        Assert.Contains("無料で返せます", await sato.Reads(Case), StringComparison.Ordinal);
        Assert.Equal($"{Case}?did=speak", (await sato.Sends(Case, Case + "/reply", ("text", Answer), ("where", "chat"))).Headers.Location?.OriginalString);
        await town.Settles();
        Assert.Contains(Answer, hanako.FromBot[^1].Text, StringComparison.Ordinal);
        Assert.Contains(Answer, await sato.Reads(Case), StringComparison.Ordinal);

        await Does(sato, "wait");
        await Does(sato, "resolve");
        Assert.Contains("すべて（0）", await sato.Reads("/inbox"), StringComparison.Ordinal);
        Assert.Equal(["claim", "speak", "wait", "resolve"], desk.Trail("case/1").Select(entry => entry.Action).Where(action => action != "read"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_comes_second_is_told_who_was_first(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        using var suzuki = await Comes(desk, "suzuki", "鈴木");
        await town.WantsStaff();
        var open = await suzuki.Hides(Case, Case + "/claim");
        await Does(sato, "claim");
        var refused = await suzuki.Asks(HttpMethod.Post, Case + "/claim", open);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Clerk.Text(refused);
        Assert.Contains("佐藤さんが、先に引き受けました。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/cases/1/reply\"", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_answer_to_what_one_has_not_read_is_not_sent_and_nothing_typed_is_lost(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        var hanako = await town.WantsStaff();
        await Does(sato, "claim");
        var open = await sato.Hides(Case, Case + "/reply");
        await hanako.Says(Meanwhile);
        await town.Settles();

        var refused = await sato.Asks(HttpMethod.Post, Case + "/reply", [.. open, ("text", Answer), ("where", "chat")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var page = await Clerk.Text(refused);
        Assert.Contains(Meanwhile, page[page.IndexOf("class=\"missed\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains($">{Answer}</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(0, desk.Database.Reader.Read(unit => unit.Db.Messages.Count(m => m.Sender == Speaker.Staff)));

        // Now it is read. Pressed twice it is said once, and nobody is frightened.
        var again = LastRead().Match(page).Groups[1].Value;
        (string, string)[] fields = [.. open.Where(one => one.Name != "lastRead"), ("lastRead", again), ("text", Answer), ("where", "private")];
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.Redirect, (await sato.Asks(HttpMethod.Post, Case + "/reply", fields)).StatusCode);
        Assert.Equal(1, desk.Database.Reader.Read(unit => unit.Db.Messages.Count(m => m.Sender == Speaker.Staff)));
    }

    [Fact]
    public async Task What_was_typed_stays_also_when_the_case_is_gone()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        await town.WantsStaff();
        await Does(sato, "claim");
        var open = await sato.Hides(Case, Case + "/reply");
        await Does(sato, "release");
        var refused = await sato.Asks(HttpMethod.Post, Case + "/reply", [.. open, ("text", Answer)]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains($">{Answer}</textarea>", await Clerk.Text(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ready_answer_is_filled_in_before_it_can_be_sent()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        await town.WantsStaff();
        await Does(sato, "claim");
        var picked = await Clerk.Text(await sato.Sends(Case, Case + "/canned", ("text", "こんにちは。"), ("canned", "wait_at_desk")));
        Assert.Contains("name=\"canned.place\"", picked, StringComparison.Ordinal);
        Assert.Contains(">こんにちは。</textarea>", picked, StringComparison.Ordinal);

        (string, string)[] half = [("text", "こんにちは。"), ("canned", "wait_at_desk"), ("picked", "wait_at_desk"), ("canned.name", "花子"), ("canned.when", "水曜日 10時")];
        Assert.Contains("空いている欄をうめてください。", await Clerk.Text(await sato.Sends(Case, Case + "/canned", half)), StringComparison.Ordinal);
        var filled = await Clerk.Text(await sato.Sends(Case, Case + "/canned", [.. half, ("canned.place", "{name}番")]));
        Assert.Contains(">こんにちは。\n花子様、水曜日 10時に 窓口の{name}番で お待ちしています。</textarea>", filled, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task An_open_page_hears_what_happens_by_ids_alone_and_misses_nothing_while_the_line_is_cut(DatabaseProvider provider)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var town = await Town.Start(provider);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        var place = Place().Match(await sato.Reads("/inbox")).Groups[1].Value;
        var hanako = await town.WantsStaff();
        string last;
        await using (var watching = await sato.Watches("/live?from=" + place))
        {
            var heard = await Hears(watching, "case-request", stop);
            last = heard.EventId!;
            Assert.DoesNotContain("話す", heard.Data, StringComparison.Ordinal);
        }
        await Does(sato, "claim");
        await hanako.Says(Meanwhile);
        await town.Settles();
        await using var back = await sato.Watches("/live?from=" + place, last);
        Assert.Contains("\"reference\":1", (await Hears(back, "case-claim", stop)).Data, StringComparison.Ordinal);
        Assert.DoesNotContain(Meanwhile, (await Hears(back, "case-citizenspoke", stop)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_page_is_no_click_and_is_shut_out_with_its_owner()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk, "sato", "佐藤");
        await using var watching = await sato.Watches("/live");
        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("sato")!.SecurityStamp = "2");
        await watching.EndsWhile(() => desk.Time.Advance(TimeSpan.FromSeconds(15)), TestContext.Current.CancellationToken);

        using var away = await Comes(desk, "suzuki", "鈴木");
        away.Carries("Sec-Fetch-Dest", "empty");
        for (var i = 0; i < 2; i++)
        {
            await away.Reads("/inbox");
            desk.Time.Advance(TimeSpan.FromMinutes(16));
        }
        Assert.Equal(HttpStatusCode.Redirect, (await away.Opens("/inbox")).StatusCode);
    }

    [Fact]
    public async Task Who_opens_a_packet_is_written_down_once_for_one_look()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        await town.WantsStaff();
        for (var i = 0; i < 3; i++) await sato.Reads(Case);
        Assert.Single(desk.Trail("case/1"), entry => entry.Fields == "packet");
        town.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Contains("佐藤", await sato.Reads(Case + "/packet"), StringComparison.Ordinal);
        Assert.Equal(2, desk.Trail("case/1").Count(entry => entry.Fields == "packet"));
    }

    private static Task<Desk> Opens(Town town) => Desk.Opens(on: town.TestDatabase, time: town.Clock);

    private static async Task<Clerk> Comes(Desk desk, string login, string name)
    {
        await desk.Hires(login, name, Role.Desk);
        return await Clerk.SignsIn(desk, login);
    }

    private static async Task Does(Clerk clerk, string action) =>
        Assert.Equal($"{Case}?did={action}", (await clerk.Sends(Case, $"{Case}/{action}")).Headers.Location?.OriginalString);

    private static async Task<System.Net.ServerSentEvents.SseItem<string>> Hears(Watching watching, string kind, CancellationToken stop)
    {
        var heard = await watching.Next(stop);
        while (!heard.Data.Contains($"\"{kind}\"", StringComparison.Ordinal)) heard = await watching.Next(stop);
        return heard;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("data-place=\"([0-9]+)\"")]
    private static partial Regex Place();

    [GeneratedRegex("name=\"lastRead\" value=\"([0-9]+)\"")]
    private static partial Regex LastRead();
}
