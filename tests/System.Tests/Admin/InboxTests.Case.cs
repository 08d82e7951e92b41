using System.Text.RegularExpressions;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>What the page of a case says, and who did what in it.</summary>
public sealed partial class InboxTests
{
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
        await sato.Sends(Case, Case + "/notes", ("text", "木曜日は つごうが わるい"));
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
        Assert.DoesNotContain("これまでの相談", page, StringComparison.Ordinal);
        // Whoever takes the next one finds what was noted in the first.
        var second = Tags().Replace(await sato.Reads("/cases/2"), "");
        Assert.Matches("これまでの相談\\s*相談 1.*メモ 1件", second);
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
}
