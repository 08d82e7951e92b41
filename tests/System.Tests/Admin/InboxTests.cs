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

    [Fact]
    public async Task A_case_given_back_says_who_answers_now_and_not_that_anybody_waits()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        var hanako = await town.WantsStaff();
        await Does(sato, "claim");
        await hanako.Says("週に2日 働ける所を さがしています");
        await town.Settles();
        Assert.Contains("会員は返事を待っています", await sato.Reads(Case), StringComparison.Ordinal);
        await Does(sato, "return");
        await town.Settles();

        var page = await sato.Reads(Case);
        Assert.Contains("いまは機械が会員に答えます。会員は職員を待っていません。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("会員は返事を待っています", page, StringComparison.Ordinal);
        Assert.DoesNotContain("次の一歩", page, StringComparison.Ordinal);

        await hanako.Says("職員と話す");
        await town.Settles();
        page = await sato.Reads(Case);
        Assert.Contains("会員には、終わっていない相談があります：", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/cases/2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("職員を待っていません", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_says_its_order_and_days_are_written_in_one_way_everywhere()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        await town.WantsStaff();
        await Does(sato, "claim");
        await town.Passes(TimeSpan.FromDays(1));
        // Whoever has worked until the evening signs in anew in the morning.
        using var next = await Clerk.SignsIn(desk, "sato");
        var member = town.Database.Reader.Read(unit => Cases.Find(unit, 1)!.MemberId);
        Assert.Contains("長く待っている順です", await next.Reads("/inbox"), StringComparison.Ordinal);
        foreach (var path in new[] { "/inbox?view=all", Case, "/members", $"/members/{member}", $"/members/{member}/talk" })
        {
            var page = Tags().Replace(await next.Reads(path), "");
            Assert.Matches("11月24日（火）[0-9]{1,2}:[0-9]{2}", page);
            Assert.DoesNotMatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", page);
        }
    }

    [Fact]
    public async Task Who_did_something_is_called_by_name_also_a_program()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        await town.WantsStaff();
        var now = town.Clock.GetUtcNow();
        var token = new TokenEntry { Id = "token-of-the-telephone", Name = "電話受付表", Hash = [1], Role = Role.Desk, CreatedAt = now, ExpiresAt = now.AddDays(1) };
        await town.Database.Writer.Write(unit =>
        {
            unit.Db.Add(token);
            unit.Db.SaveChanges();
            Cases.AddNote(unit, 1, token.Id, "電話がありました。", now);
            AuditTrail.Append(unit, now, token.Id, "read", "case/1", "packet");
        });
        var page = Tags().Replace(await sato.Reads(Case), "");
        Assert.Equal(2, Regex.Count(page, "電話受付表"));
        Assert.DoesNotContain(token.Id, page, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_note_is_for_colleagues_and_a_case_is_handed_on()
    {
        const string note = "耳が 遠いそうです。";
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await using var desk = await Opens(town);
        using var sato = await Comes(desk, "sato", "佐藤");
        using var suzuki = await Comes(desk, "suzuki", "鈴木");
        await town.WantsStaff();
        await Does(sato, "claim");
        await sato.Sends(Case, Case + "/notes", ("text", note));
        Assert.Contains(note, await suzuki.Reads(Case), StringComparison.Ordinal);
        await sato.Sends(Case, Case + "/assign", ("staff", "suzuki"));
        Assert.Contains("わたしの（1）", await suzuki.Reads("/inbox"), StringComparison.Ordinal);
        await Does(suzuki, "claim");
        await Does(suzuki, "escalate");
        Assert.Contains("事務局の担当", await suzuki.Reads("/inbox"), StringComparison.Ordinal);
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
