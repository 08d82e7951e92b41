using System.Net;
using Concierge.Core.Board;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The pages of the day's work show what the API shows to the same role, and write down who looked.</summary>
public sealed class WorkPagesTests
{
    private const string Member = "/members/" + Some.Hanako;

    [Fact]
    public async Task A_member_is_shown_with_her_answers_but_never_with_her_health_and_the_look_is_written_down()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        using var sato = await Comes(desk, Role.Desk);
        Assert.Contains(Member, await sato.Reads("/members"), StringComparison.Ordinal);
        var page = await sato.Reads(Member);
        Assert.Contains(People.ToldStory, page, StringComparison.Ordinal);
        Assert.DoesNotContain(People.Health, page, StringComparison.Ordinal);
        Assert.Equal(["read", "read"], desk.Trail("member/" + Some.Hanako).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Without_her_consent_a_member_is_shown_without_answers()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako(letsStaffSee: false);
        using var sato = await Comes(desk, Role.Desk);
        var page = await sato.Reads(Member);
        Assert.DoesNotContain(People.Canary, page, StringComparison.Ordinal);
        Assert.Contains("職員に見せる同意がないため", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_is_on_the_roster_and_on_the_list_for_the_door_and_is_ticked_off()
    {
        await using var desk = await Desk.Opens();
        await desk.BooksByTelephone("demo-1", "山田 花子", "04-7100-0000");
        using var sato = await Comes(desk, Role.Desk);
        Assert.Contains("/seminars/demo-1", await sato.Reads("/seminars"), StringComparison.Ordinal);
        Assert.Contains("山田 花子", await sato.Reads("/seminars/demo-1/door"), StringComparison.Ordinal);
        Assert.Contains("来たと記録する", await sato.Reads("/seminars/demo-1"), StringComparison.Ordinal);

        desk.Time.Advance(desk.Database.Reader.Read(unit => unit.Db.Set<Core.Seminars.Seminar>().Single(s => s.Id == "demo-1").StartsAt) - desk.Time.GetUtcNow());
        Assert.Equal("/", (await sato.Signs("sato", Desk.Password)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Sends("/seminars/demo-1", "/seminars/demo-1/attendance")).StatusCode);
        Assert.Contains("参加", await sato.Reads("/seminars/demo-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_sees_seminars_without_a_roster_and_posts_without_applicants()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.HanakoApplies(desk.Database.Reader.Read(unit => unit.Db.Set<Listing>().First().Id));
        await desk.BooksByTelephone("demo-1", "山田 花子", "04-7100-0000");
        using var partner = await Comes(desk, Role.Partner);
        Assert.DoesNotContain("山田", await partner.Reads("/seminars/demo-1"), StringComparison.Ordinal);
        Assert.DoesNotContain(Some.Hanako, await partner.Reads("/posts"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await partner.Opens("/seminars/demo-1/door")).StatusCode);
    }

    [Fact]
    public async Task What_went_wrong_is_counted_at_home_and_is_mended_there()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        await desk.SomethingWentWrong();
        using var suzuki = await Comes(desk, Role.Secretariat);
        Assert.Contains("<strong>1</strong><span>処理できなかった受信</span>", await suzuki.Reads("/"), StringComparison.Ordinal);
        var page = await suzuki.Reads("/unsent");
        Assert.Contains("LINEが断った", page, StringComparison.Ordinal);
        Assert.DoesNotContain(People.SaidOnLine, page, StringComparison.Ordinal);

        Assert.Equal("/unsent", (await suzuki.Sends("/unsent", "/unsent/parked/1/retry")).Headers.Location!.OriginalString);
        Assert.Equal("/unsent", (await suzuki.Sends("/unsent", "/unsent/1/dismissal")).Headers.Location!.OriginalString);
        page = await suzuki.Reads("/unsent");
        Assert.Contains("送れなかったものはありません", page, StringComparison.Ordinal);
        Assert.Contains("処理できなかった受信はありません", page, StringComparison.Ordinal);
        Assert.Equal("dismiss", Assert.Single(desk.Trail("unsent-message/1")).Action);
    }

    [Fact]
    public async Task A_rule_that_says_no_is_told_on_a_page()
    {
        await using var desk = await Desk.Opens();
        using var suzuki = await Comes(desk, Role.Secretariat);
        Assert.Equal(HttpStatusCode.NotFound, (await suzuki.Opens("/members/nobody")).StatusCode);
        Assert.Contains("画面が見つかりません", await Clerk.Text(await suzuki.Opens("/seminars/none")), StringComparison.Ordinal);
    }

    private static async Task<Clerk> Comes(Desk desk, Role role)
    {
        await desk.Hires("sato", "佐藤", role, role == Role.Partner ? "柏の葉" : null);
        return await Clerk.SignsIn(desk, "sato");
    }
}
