using System.Net;
using System.Text.RegularExpressions;
using Concierge.Admin.Commands;
using Concierge.Core.Staff;
using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>What the administrator does for colleagues, and what people do for themselves.</summary>
public sealed partial class AccountTests
{
    [Fact]
    public async Task A_new_colleague_gets_a_first_password_that_is_shown_once_and_comes_in_with_it()
    {
        await using var desk = await Desk.Opens();
        using var admin = await Administrator(desk);
        var once = Once().Match(await Clerk.Text(await admin.Sends("/accounts/new", "/accounts", ("login", "Mori"), ("name", "窓口 森"), ("role", "desk"), ("scope", "")))).Groups["password"].Value;
        Assert.Contains("窓口 森", await admin.Reads("/accounts"), StringComparison.Ordinal);
        using var mori = new Clerk(desk);
        Assert.Equal("/sign-in/password", (await mori.Signs("mori", once)).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("", "森", "desk", "", "利用者IDは半角の英数字")]
    [InlineData("もり", "森", "desk", "", "利用者IDは半角の英数字")]
    [InlineData("mori", "", "desk", "", "名前は1文字から")]
    [InlineData("mori", "森", "king", "", "役割を一つ選んで")]
    [InlineData("mori", "森", "partner", " ", "地域を書いて")]
    [InlineData("ADMIN", "森", "desk", "", "もう使われています")]
    public async Task What_is_wrong_is_said_and_what_was_written_stays(string login, string name, string role, string scope, string said)
    {
        await using var desk = await Desk.Opens();
        using var admin = await Administrator(desk);
        var answered = await admin.Sends("/accounts/new", "/accounts", ("login", login), ("name", name), ("role", role), ("scope", scope));
        var page = await Clerk.Text(answered);
        Assert.True(answered.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict, page);
        Assert.Contains(said, page, StringComparison.Ordinal);
        if (name.Length > 0) Assert.Contains($"value=\"{name}\"", page, StringComparison.Ordinal);
        Assert.Equal(1, desk.Database.Reader.Read(unit => unit.Db.Set<StaffEntry>().Count()));
    }

    [Fact]
    public async Task Of_two_administrators_who_change_the_same_account_the_second_is_told()
    {
        await using var desk = await Desk.Opens();
        using var admin = await Administrator(desk);
        await desk.Hires("sato", "佐藤", Role.Desk);
        (string, string)[] wish = [("name", "窓口 佐藤"), ("role", "desk"), ("scope", ""), ("enabled", "true")];
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Sends("/accounts/sato", "/accounts/sato", wish)).StatusCode);
        var late = await admin.Sends("/accounts/sato", "/accounts/sato", [.. wish, ("revision", "1")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Contains("ほかの人が先に変えました", await Clerk.Text(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_administrator_who_is_locked_out_and_has_lost_the_telephone_is_let_in_again_at_the_machine()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("admin", "管理者 高橋", Role.Administrator);
        await desk.Database.Writer.Write(unit =>
        {
            var lost = unit.Db.Set<StaffEntry>().Find("admin")!;
            (lost.TwoFactor, lost.LockedUntil) = (true, desk.Time.GetUtcNow().AddDays(1));
        });
        await using var screen = new StringWriter();
        Assert.Equal(0, await AccountCommand.Reset(desk.Database, " Admin", screen, desk.Time.GetUtcNow()));
        using var admin = new Clerk(desk);
        Assert.Equal("/sign-in/password", (await admin.Signs("admin", screen.ToString().Trim().Split(' ')[^1])).Headers.Location!.OriginalString);
        Assert.Contains(desk.Trail("staff/admin"), entry => entry is { Action: "reset-account", Actor: "command" });
    }

    [Fact]
    public async Task An_account_that_was_closed_or_never_was_is_not_opened_at_the_machine()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("admin", "管理者 高橋", Role.Administrator);
        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("admin")!.Enabled = false);
        foreach (var login in new[] { "admin", "nobody" })
        {
            await using var screen = new StringWriter();
            Assert.Equal(1, await AccountCommand.Reset(desk.Database, login, screen, desk.Time.GetUtcNow()));
            Assert.Contains(login, screen.ToString(), StringComparison.Ordinal);
        }
        Assert.Empty(desk.Trail("staff/admin"));
    }

    [Fact]
    public async Task An_administrator_cannot_shut_themselves_out()
    {
        await using var desk = await Desk.Opens();
        using var admin = await Administrator(desk);
        foreach (var (role, enabled) in new[] { ("desk", "enabled"), ("administrator", "not") })
            Assert.Equal(HttpStatusCode.Conflict, (await admin.Sends("/accounts/admin", "/accounts/admin", ("name", "管理者"), ("role", role), ("scope", ""), (enabled, "true"))).StatusCode);
        await admin.Reads("/accounts");
    }

    [Fact]
    public async Task Closing_an_account_ends_its_tokens_too()
    {
        await using var desk = await Desk.Opens();
        using var admin = await Administrator(desk);
        var token = await desk.Employs("sato", "佐藤", Role.Secretariat);
        await admin.Sends("/accounts/sato", "/accounts/sato", ("name", "佐藤"), ("role", "desk"), ("scope", ""), ("enabled", "true"));
        Assert.Equal(401, (await desk.Gets("/api/v1/staff", token)).Status);
    }

    [Fact]
    public async Task Who_forgot_the_password_gets_a_first_one_and_who_lost_the_telephone_is_asked_no_code()
    {
        await using var desk = await Desk.Opens();
        using var admin = await Administrator(desk);
        await desk.Hires("sato", "佐藤", Role.Desk);
        await desk.Database.Writer.Write(unit =>
        {
            var entry = unit.Db.Set<StaffEntry>().Find("sato")!;
            (entry.TwoFactor, entry.AuthenticatorKey) = (true, Concierge.Admin.SignIn.Authenticator.New().Seal(unit.Vault));
        });
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Sends("/accounts/sato", "/accounts/sato/second-factor")).StatusCode);
        var once = Once().Match(await Clerk.Text(await admin.Sends("/accounts/sato", "/accounts/sato/password"))).Groups["password"].Value;
        using var sato = new Clerk(desk);
        Assert.Equal(HttpStatusCode.BadRequest, (await sato.Signs("sato", Desk.Password)).StatusCode);
        Assert.Equal("/sign-in/password", (await sato.Signs("sato", once)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_password_of_ones_own_is_changed_with_the_old_one_and_ends_other_sessions()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var here = await Clerk.SignsIn(desk, "sato");
        using var elsewhere = await Clerk.SignsIn(desk, "sato");
        const string wanted = "a good long sentence";
        Assert.Equal(HttpStatusCode.BadRequest, (await here.Sends("/me", "/me/password", ("old", "wrong"), ("password", wanted), ("again", wanted))).StatusCode);
        Assert.Equal("/me?done=password", (await here.Sends("/me", "/me/password", ("old", Desk.Password), ("password", wanted), ("again", wanted))).Headers.Location!.OriginalString);
        await here.Reads("/me?done=password");
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.Opens("/")).StatusCode);
        Assert.Equal("/", (await elsewhere.Signs("sato", wanted)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task All_of_it_stands_in_the_trail_and_no_password_does()
    {
        await using var desk = await Desk.Opens();
        using var admin = await Administrator(desk);
        await desk.Hires("sato", "佐藤", Role.Desk);
        await admin.Sends("/accounts/sato", "/accounts/sato/password");
        await desk.Hires("inspector", "監査", Role.Auditor);
        using var inspector = await Clerk.SignsIn(desk, "inspector");
        var page = await inspector.Reads("/audit");
        Assert.Contains("はじめのパスワードの発行", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Desk.Password, page, StringComparison.Ordinal);
        Assert.Contains("あてはまる記録はありません", await inspector.Reads("/audit?actor=&target=nothing"), StringComparison.Ordinal);
        Assert.Contains("すべてつながっています", await inspector.Reads("/audit/verification"), StringComparison.Ordinal);
        Assert.Null(desk.Database.Reader.Read(unit => AuditTrail.FirstFault(unit)));
    }

    private static async Task<Clerk> Administrator(Desk desk)
    {
        await desk.Hires("admin", "管理者", Role.Administrator);
        return await Clerk.SignsIn(desk, "admin");
    }

    [GeneratedRegex("class=\"once\">(?<password>[a-z2-9-]+)<")]
    private static partial Regex Once();
}
