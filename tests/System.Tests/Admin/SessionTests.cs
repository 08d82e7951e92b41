using System.Net;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>A session is its owner's, ends when it should, and no other site can use it.</summary>
public sealed class SessionTests
{
    [Fact]
    public async Task It_ends_after_half_an_hour_without_a_click_and_not_before()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        for (var i = 0; i < 3; i++)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(29));
            await sato.Reads("/");
        }
        desk.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/")).StatusCode);
    }

    [Fact]
    public async Task It_ends_after_twelve_hours_however_busy_one_was()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        for (var i = 0; i < 12 * 60 / 20 - 1; i++)
        {
            desk.Time.Advance(TimeSpan.FromMinutes(20));
            await sato.Reads("/");
        }
        desk.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/")).StatusCode);
    }

    [Fact]
    public async Task Who_is_shut_out_is_out_with_the_next_click()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("sato")!.Enabled = false);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/")).StatusCode);
    }

    [Fact]
    public async Task Another_role_by_an_administrator_ends_it_and_counts_at_once()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk, Role.Secretariat);
        await desk.Hires("admin", "管理者", Role.Administrator);
        using var admin = await Clerk.SignsIn(desk, "admin");
        await sato.Reads("/unsent");
        Assert.Equal(HttpStatusCode.Redirect, (await admin.Sends("/accounts/sato", "/accounts/sato", ("name", "佐藤"), ("role", "desk"), ("scope", ""), ("enabled", "true"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/unsent")).StatusCode);
        Assert.Equal("/", (await sato.Signs("sato", Desk.Password)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await sato.Opens("/unsent")).StatusCode);
    }

    [Fact]
    public async Task A_copied_cookie_is_dead_once_its_owner_has_left()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        using var thief = new Clerk(desk);
        thief.Cookies.Add(sato.Cookies.GetAllCookies());
        await thief.Reads("/");
        await sato.Sends("/", "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Opens("/")).StatusCode);
    }

    [Fact]
    public async Task A_cookie_that_somebody_put_there_before_is_replaced_at_the_entrance()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var victim = new Clerk(desk);
        victim.Cookies.Add(new Uri(desk.Url), new Cookie("concierge", "planted"));
        await victim.Signs("sato", Desk.Password);
        var first = Value(victim);
        Assert.NotEqual("planted", first);
        await victim.Sends("/", "/sign-out");
        await victim.Signs("sato", Desk.Password);
        Assert.NotEqual(first, Value(victim));
    }

    [Fact]
    public async Task A_form_without_its_secret_or_with_that_of_another_session_or_from_another_site_does_nothing()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("admin", "管理者", Role.Administrator);
        using var admin = await Clerk.SignsIn(desk, "admin");
        using var stranger = new Clerk(desk);
        var foreign = System.Text.RegularExpressions.Regex.Match(await stranger.Reads("/sign-in"), "__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value;
        (string, string)[] wish = [("login", "eve"), ("name", "Eve"), ("role", "administrator")];
        foreach (var fields in new[] { wish, [.. wish, ("__RequestVerificationToken", foreign)], [.. wish, ("__RequestVerificationToken", "nonsense")] })
        {
            var refused = await admin.Asks(HttpMethod.Post, "/accounts", fields);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("この画面は古くなりました", await Clerk.Text(refused), StringComparison.Ordinal);
        }
        admin.Carries("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Sends("/accounts/new", "/accounts", wish)).StatusCode);
        Assert.Equal(1, desk.Database.Reader.Read(unit => unit.Db.Set<StaffEntry>().Count()));
    }

    [Fact]
    public async Task No_form_of_any_page_does_anything_without_its_secret()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk, Role.Secretariat);
        var forms = desk.Routes.Where(route => route.RoutePattern.RawText is { } path && !path.StartsWith("/api/", StringComparison.Ordinal) && route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["POST"]).ToList();
        Assert.NotEmpty(forms);
        foreach (var form in forms)
        {
            var answered = await sato.Asks(HttpMethod.Post, form.RoutePattern.RawText!.Replace("{id}", "9", StringComparison.Ordinal).Replace("{seq:long}", "9", StringComparison.Ordinal).Replace("{id:long}", "9", StringComparison.Ordinal));
            Assert.True(answered.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{form.RoutePattern.RawText} answered {answered.StatusCode}");
        }
        await sato.Reads("/");
    }

    private static async Task<Clerk> Comes(Desk desk, Role role = Role.Desk)
    {
        await desk.Hires("sato", "佐藤", role);
        return await Clerk.SignsIn(desk, "sato");
    }

    private static string? Value(Clerk clerk) => clerk.Cookies.GetAllCookies().Single(cookie => cookie.Name == "concierge").Value;
}
