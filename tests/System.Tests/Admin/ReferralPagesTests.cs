using System.Net;
using Concierge.Admin.Handoff;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>花子 is led on to シルバー人材センター, and what was said with her is read further back.</summary>
public sealed class ReferralPagesTests
{
    private const string New = "/cases/1/referral", One = "/referrals/1", Slip = "canary 週に2日の 軽い仕事を さがしています。";

    [Fact]
    public async Task A_slip_is_passed_on_once_she_has_agreed_and_the_partner_says_what_came_of_it()
    {
        await using var desk = await Opens();
        using var sato = await Comes(desk, "sato", Role.Desk);
        using var silver = await Comes(desk, "silver", Role.Partner);
        (string, string)[] form = [.. await sato.Hides(New, New), ("partner", "silver"), ("slip", Slip)];
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(One + "?did=propose", (await sato.Asks(HttpMethod.Post, New, form)).Headers.Location?.OriginalString);
        Assert.DoesNotContain("canary", await sato.Reads(One), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await silver.Opens(One)).StatusCode);

        await desk.Database.Writer.Write(unit => unit.Db.Set<Referral>().Single().Move(Referral.On.Consent, desk.Time.GetUtcNow()));
        await Does(sato, "pass-on");
        Assert.Contains("canary", await silver.Reads(One), StringComparison.Ordinal);
        var open = await silver.Hides(One, One + "/decline");
        await Does(silver, "accept");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await silver.Asks(HttpMethod.Post, One + "/decline", open)).StatusCode);
        var empty = await silver.Sends(One, One + "/close", ("outcome", " "));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Contains("結果を、1000文字まで", await Clerk.Text(empty), StringComparison.Ordinal);
        Assert.Equal(One + "?did=close", (await silver.Sends(One, One + "/close", ("outcome", "働きはじめました。"))).Headers.Location?.OriginalString);
        Assert.Contains("働きはじめました。", await sato.Reads(One), StringComparison.Ordinal);
        Assert.Contains(One, await sato.Reads("/referrals"), StringComparison.Ordinal);
        Assert.Contains(desk.Trail("referral/1"), entry => entry is { Actor: "silver", Action: "read", Fields: "slip,outcome" });
        Assert.Equal(("sato", "read", "partner,state"), Assert.Single(desk.Trail("referrals")) is var look ? (look.Actor, look.Action, look.Fields) : default);
    }

    [Theory]
    [InlineData("nobody", Slip, "紹介先を一つ選んでください")]
    [InlineData("silver", " ", "伝えることを、1000文字まで")]
    public async Task What_is_missing_is_said_and_she_is_not_asked(string partner, string slip, string said)
    {
        await using var desk = await Opens();
        using var sato = await Comes(desk, "sato", Role.Desk);
        var refused = await sato.Sends(New, New, ("partner", partner), ("slip", slip));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(said, await Clerk.Text(refused), StringComparison.Ordinal);
        Assert.Equal(0, desk.Database.Reader.Read(unit => unit.Db.Set<Referral>().Count()));
        Assert.Equal(HttpStatusCode.NotFound, (await sato.Opens("/cases/99/referral")).StatusCode);
    }

    [Fact]
    public async Task What_was_said_is_read_further_and_further_back()
    {
        await using var desk = await Opens();
        using var sato = await Comes(desk, "sato", Role.Desk);
        var talk = $"/members/{Some.Hanako}/talk";
        Assert.Contains(talk, await sato.Reads("/cases/1"), StringComparison.Ordinal);
        var newest = await sato.Reads(talk + "?limit=2");
        Assert.DoesNotContain(People.SaidOnLine, newest, StringComparison.Ordinal);
        var older = newest.Split("cursor=")[1].Split('"')[0];
        Assert.Contains(People.SaidOnLine, await sato.Reads($"{talk}?limit=2&cursor={older}"), StringComparison.Ordinal);
        Assert.Contains(desk.Trail("conversation/" + Some.Hanako), entry => entry is { Action: "read", Fields: "messages" });
        Assert.Equal(HttpStatusCode.NotFound, (await sato.Opens("/members/nobody/talk")).StatusCode);
    }

    [Theory]
    [InlineData(null, "private")]
    [InlineData("Chat", "chat")]
    public async Task A_reply_begins_where_the_city_has_set_it(string? setting, string where)
    {
        await using var desk = await Opens(("Privacy:StaffReplies", setting));
        using var sato = await Comes(desk, "sato", Role.Desk);
        await sato.Sends("/cases/1", "/cases/1/claim");
        Assert.Contains($"name=\"where\" value=\"{where}\" checked", await sato.Reads("/cases/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_health_reads_in_the_packet_that_it_is_left_out()
    {
        await using var desk = await Opens();
        var (clerk, other) = desk.Database.Reader.Read(unit => (PacketReading.Of(unit, 1, Role.Desk, Questionnaires.Embedded, Some.Noon), PacketReading.Of(unit, 1, Role.Administrator, Questionnaires.Embedded, Some.Noon)));
        Assert.Null(clerk.Masked);
        Assert.NotNull(other.Masked);
        Assert.Empty(other.Frailty);
    }

    private static async Task Does(Clerk clerk, string action) => Assert.Equal($"{One}?did={action}", (await clerk.Sends(One, $"{One}/{action}")).Headers.Location?.OriginalString);

    private static async Task<Desk> Opens(params (string, string?)[] settings)
    {
        var desk = await Desk.Opens(settings: settings);
        await desk.Hanako();
        await desk.Database.Writer.Write(unit => unit.Db.Add(HandoffCase.Request(Some.Hanako, 1, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, Some.Noon)));
        return desk;
    }

    private static async Task<Clerk> Comes(Desk desk, string login, Role role)
    {
        await desk.Hires(login, login, role, role == Role.Partner ? "silver" : null);
        return await Clerk.SignsIn(desk, login);
    }
}
