using System.Net;
using Concierge.Core.Staff;
using Concierge.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>With the city's own account: who somebody is comes from there, who may enter stands here.</summary>
public sealed class CityProviderTests
{
    [Fact]
    public async Task Sato_comes_in_with_the_citys_account_and_is_where_she_wanted_to_be()
    {
        await using var city = await CityIdentity.Opens();
        await using var desk = await Desk.Opens(settings: city.Settings);
        await desk.Hires("sato", "窓口 佐藤", Role.Desk);
        city.Claims["preferred_username"] = "Sato";
        using var sato = new Clerk(desk);
        Assert.Contains("市のアカウントでサインイン", await sato.Reads("/sign-in"), StringComparison.Ordinal);
        Assert.Equal("/seminars", await Comes(sato, "/seminars"));
        Assert.Contains("窓口 佐藤", await sato.Reads("/"), StringComparison.Ordinal);
        Assert.All(sato.Set, cookie => Assert.EndsWith("samesite=lax; httponly", cookie.Replace("strict", "lax", StringComparison.Ordinal), StringComparison.Ordinal));

        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("sato")!.SecurityStamp = "another");
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Opens("/")).StatusCode);
    }

    [Theory]
    [InlineData("eve")]
    [InlineData("kato")]
    [InlineData("")]
    public async Task Who_has_no_open_account_here_is_sent_back_with_a_word(string login)
    {
        await using var city = await CityIdentity.Opens();
        await using var desk = await Desk.Opens(settings: city.Settings);
        await desk.Hires("kato", "加藤", Role.Desk);
        await desk.Database.Writer.Write(unit => unit.Db.Set<StaffEntry>().Find("kato")!.Enabled = false);
        city.Claims["preferred_username"] = login;
        using var somebody = new Clerk(desk);
        Assert.Equal("/sign-in?city=no", await Comes(somebody, "/"));
        Assert.Contains("このアカウントでは入れません", await Clerk.Text(await somebody.Opens("/sign-in?city=no")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await somebody.Opens("/")).StatusCode);
    }

    [Fact]
    public async Task Where_the_city_says_what_somebody_is_the_account_follows_and_without_a_role_nobody_enters()
    {
        await using var city = await CityIdentity.Opens();
        await using var desk = await Desk.Opens(settings: [.. city.Settings, ("Staff:Oidc:RoleClaim", "groups"), ("Staff:Oidc:Roles:secretariat", "council"), ("Staff:Oidc:Roles:desk", "counter")]);
        await desk.Hires("sato", "佐藤", Role.Secretariat);
        (city.Claims["preferred_username"], city.Claims["groups"]) = ("sato", new[] { "everybody", "counter" });
        using var sato = new Clerk(desk);
        Assert.Equal("/", await Comes(sato, "/"));
        Assert.Equal(HttpStatusCode.Forbidden, (await sato.Opens("/unsent")).StatusCode);

        city.Claims["groups"] = new[] { "everybody" };
        using var again = new Clerk(desk);
        Assert.Equal("/sign-in?city=no", await Comes(again, "/"));
    }

    [Fact]
    public async Task An_answer_of_the_provider_that_nobody_asked_for_opens_nothing()
    {
        await using var city = await CityIdentity.Opens();
        await using var desk = await Desk.Opens(settings: city.Settings);
        using var eve = new Clerk(desk);
        Assert.Equal("/sign-in?city=no", (await eve.Opens("/sign-in/city/back?code=1&state=nonsense")).Headers.Location!.OriginalString);
    }

    /// <summary>To the provider and back; where that leads.</summary>
    private static async Task<string> Comes(Clerk clerk, string back)
    {
        var away = (await clerk.Opens("/sign-in/city?back=" + Uri.EscapeDataString(back))).Headers.Location!;
        var home = (await clerk.Opens(away.AbsoluteUri)).Headers.Location!;
        return (await clerk.Opens(home.PathAndQuery)).Headers.Location!.OriginalString;
    }
}
