using System.Net;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.WebChat;

/// <summary>Our own light page, for people without LINE.</summary>
public sealed class StartPageTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Looking_makes_nobody_a_member_and_one_press_begins(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(town.BotUrl) };
        Assert.Contains("はじめる", WebUtility.HtmlDecode(await browser.GetStringAsync("/chat", Over)));
        Assert.Equal(0, Members(town));

        var begun = await browser.PostAsync("/chat", null, Over);
        Assert.EndsWith("/page", begun.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("お答えを 保存しても", WebUtility.HtmlDecode(await begun.Content.ReadAsStringAsync(Over)));
        Assert.Equal(1, Members(town));

        // Back on the site: the same talk, and nobody new.
        Assert.EndsWith("/page", (await browser.GetAsync("/chat", Over)).RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        await browser.PostAsync("/chat", null, Over);
        Assert.Equal(1, Members(town));
    }

    [Fact]
    public async Task A_form_of_another_site_begins_nothing()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        using var browser = new HttpClient { BaseAddress = new Uri(town.BotUrl) };
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/chat");
        foreign.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(foreign, Over)).StatusCode);
        Assert.Equal(0, Members(town));
    }

    [Theory]
    [InlineData("https://concierge.example.lg.jp", true)]
    [InlineData("null", false)]
    [InlineData("https://concierge.example.lg.jp.elsewhere.example", false)]
    public async Task Behind_a_proxy_that_speaks_https_the_cookie_is_for_frames_and_only_our_own_forms_are_taken(string origin, bool taken)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Bot:PublicUrl", "https://concierge.example.lg.jp"));
        using var browser = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(town.BotUrl) };
        using var form = new HttpRequestMessage(HttpMethod.Post, "/chat");
        form.Headers.Add("Origin", origin);
        var answer = await browser.SendAsync(form, Over);
        Assert.Equal(taken ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, answer.StatusCode);
        if (!taken) return;
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        foreach (var part in new[] { "samesite=none", "secure", "httponly", "partitioned" }) Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static CancellationToken Over => TestContext.Current.CancellationToken;

    private static int Members(Town town) => town.Database.Reader.Read(unit => unit.Db.Members.Count());
}
