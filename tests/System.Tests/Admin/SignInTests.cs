using System.Net;
using Concierge.Admin.SignIn;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Who gets in, who does not, and for how long.</summary>
public sealed class SignInTests
{
    private const string Refused = "利用者IDかパスワードが違います";

    [Fact]
    public async Task Sato_signs_in_is_where_she_wanted_to_be_and_signs_out()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "窓口 佐藤", Role.Desk);
        using var sato = new Clerk(desk);
        var entrance = (await sato.Opens("/seminars")).Headers.Location!.OriginalString;
        Assert.Equal("/sign-in?back=%2Fseminars", entrance);
        Assert.Equal("/seminars", (await sato.Sends(entrance, "/sign-in", ("login", "ＳＡＴＯ "), ("password", Desk.Password))).Headers.Location!.OriginalString);
        Assert.Contains("窓口 佐藤", await sato.Reads("/"), StringComparison.Ordinal);

        await sato.Sends("/", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Nobody_is_led_to_another_site(string back)
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var sato = new Clerk(desk);
        var answered = await sato.Sends("/sign-in?back=" + Uri.EscapeDataString(back), "/sign-in", ("login", "sato"), ("password", Desk.Password));
        Assert.Equal("/", answered.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_login_and_a_closed_account_get_the_very_same_answer()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        await desk.Hires("kato", "加藤", Role.Desk);
        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("kato")!.Enabled = false);
        using var clerk = new Clerk(desk);
        foreach (var (login, password) in new[] { ("sato", "wrong"), ("nobody", Desk.Password), ("kato", Desk.Password), ("", "") })
        {
            var answered = await clerk.Signs(login, password);
            Assert.Equal(HttpStatusCode.BadRequest, answered.StatusCode);
            Assert.Contains(Refused, await Clerk.Text(answered), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_password_waits_a_quarter_of_an_hour()
    {
        await using var desk = await Desk.Opens(settings: ("Staff:TriesPerAddress", "100"));
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var clerk = new Clerk(desk);
        for (var i = 0; i < 5; i++) await clerk.Signs("sato", "wrong");
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Signs("sato", Desk.Password)).StatusCode);
        desk.Time.Advance(Tries.Locked - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Signs("sato", Desk.Password)).StatusCode);
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Signs("sato", Desk.Password)).StatusCode);
    }

    [Fact]
    public async Task Of_many_guesses_at_once_no_more_than_five_are_looked_at()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => desk.Database.Writer.Write(unit => Tries.Take(unit, "sato", desk.Time.GetUtcNow()))));
        Assert.Equal(Tries.Most, taken.Count(one => one));
    }

    [Fact]
    public async Task An_address_that_guesses_at_many_accounts_is_shut_out_too_and_others_are_not()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var guesser = new Clerk(desk);
        using var sato = new Clerk(desk);
        guesser.Carries("X-Forwarded-For", "203.0.113.9");
        for (var i = 0; i < 5; i++) await guesser.Signs("guess" + i, "wrong");
        Assert.Equal(HttpStatusCode.BadRequest, (await guesser.Signs("sato", Desk.Password)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Signs("sato", Desk.Password)).StatusCode);
    }

    [Fact]
    public async Task Slips_of_somebody_who_then_gets_in_do_not_shut_out_the_office()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var clerk = new Clerk(desk);
        for (var i = 0; i < 4; i++)
        {
            await clerk.Signs("sato", "slip");
            Assert.Equal(HttpStatusCode.Redirect, (await clerk.Signs("sato", Desk.Password)).StatusCode);
        }
    }

    [Fact]
    public async Task The_first_password_is_good_for_nothing_but_a_password_of_ones_own()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("sato")!.MustChangePassword = true);
        using var sato = new Clerk(desk);
        Assert.Equal("/sign-in/password", (await sato.Signs("sato", Desk.Password)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/")).StatusCode);

        foreach (var (password, again) in new[] { ("short", "short"), ("aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa"), ("sato likes long words", "sato likes long words"), (Desk.Password, Desk.Password), ("a good long sentence", "another sentence") })
            Assert.Equal(HttpStatusCode.BadRequest, (await sato.Sends("/sign-in/password", "/sign-in/password", ("password", password), ("again", again))).StatusCode);
        Assert.Equal("/", (await sato.Sends("/sign-in/password", "/sign-in/password", ("password", "a good long sentence"), ("again", "a good long sentence"))).Headers.Location!.OriginalString);
        await sato.Reads("/");
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/sign-in/password")).StatusCode);
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing_and_a_code_is_good_once()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var sato = await Clerk.SignsIn(desk, "sato");
        await sato.Sends("/me", "/me/second-factor");
        var key = Base32Encoding.ToBytes(System.Text.RegularExpressions.Regex.Match(await sato.Reads("/me/second-factor"), "once\">([A-Z2-7 ]+)<").Groups[1].Value.Replace(" ", ""));
        Assert.Equal(HttpStatusCode.BadRequest, (await sato.Sends("/me/second-factor", "/me/second-factor/code", ("code", "000000"))).StatusCode);
        var first = Code();
        Assert.Equal("/me?done=on", (await sato.Sends("/me/second-factor", "/me/second-factor/code", ("code", first))).Headers.Location!.OriginalString);
        await sato.Reads("/");

        using var again = new Clerk(desk);
        Assert.Equal("/sign-in/code", (await again.Signs("sato", Desk.Password)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await again.Opens("/")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await again.Sends("/sign-in/code", "/sign-in/code", ("code", first))).StatusCode);
        desk.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/", (await again.Sends("/sign-in/code", "/sign-in/code", ("code", Code()))).Headers.Location!.OriginalString);
        await again.Reads("/");

        string Code() => new Totp(key).ComputeTotp(desk.Time.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public async Task A_first_password_is_no_way_around_the_code()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        await desk.Database.Writer.Write(unit =>
        {
            var sato = unit.Db.Set<StaffEntry>().Find("sato")!;
            (sato.AuthenticatorKey, sato.TwoFactor, sato.MustChangePassword) = (Authenticator.New().Seal(unit.Vault), true, true);
        });
        using var clerk = new Clerk(desk);
        Assert.Equal("/sign-in/code", (await clerk.Signs("sato", Desk.Password)).Headers.Location!.OriginalString);
        Assert.Equal("/sign-in", (await clerk.Opens("/sign-in/password")).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_behind_a_right_password()
    {
        await using var desk = await Desk.Opens(settings: ("Staff:TriesPerAddress", "100"));
        await desk.Hires("sato", "佐藤", Role.Desk);
        var device = Authenticator.New();
        await desk.Database.Writer.Write(unit =>
        {
            var sato = unit.Db.Set<StaffEntry>().Find("sato")!;
            (sato.AuthenticatorKey, sato.TwoFactor) = (device.Seal(unit.Vault), true);
        });
        using var clerk = new Clerk(desk);
        await clerk.Signs("sato", Desk.Password);
        for (var i = 0; i < 4; i++) await clerk.Sends("/sign-in/code", "/sign-in/code", ("code", "000000"));
        var right = new Totp(device.Key).ComputeTotp(desk.Time.GetUtcNow().UtcDateTime);
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Sends("/sign-in/code", "/sign-in/code", ("code", right))).StatusCode);
    }

    [Fact]
    public async Task The_very_first_start_makes_one_administrator_and_says_the_password_once()
    {
        await using var desk = await Desk.Opens("Production");
        var password = await desk.Starts();
        Assert.Equal("", await desk.Starts());
        using var clerk = new Clerk(desk);
        Assert.Equal("/sign-in/password", (await clerk.Signs("admin", System.Text.RegularExpressions.Regex.Match(password, "/ (\\S+)").Groups[1].Value)).Headers.Location!.OriginalString);
        Assert.Equal(Role.Administrator, desk.Database.Reader.Read(unit => unit.Db.Set<StaffEntry>().AsNoTracking().Single()).Role);
    }

    [Fact]
    public async Task Demo_staff_work_in_development_alone()
    {
        await using var desk = await Desk.Opens();
        Assert.Equal("", await desk.Starts());
        using var clerk = new Clerk(desk);
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.Signs("suzuki", DemoStaff.Password)).StatusCode);
    }
}
