using Concierge.BrowserTests.Looks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.WebChat;

/// <summary>Our own page in a frame on the city's website, which for a browser is another site.</summary>
public sealed class FramedPageTests(Chromium chromium, CitySite site, OwnCertificate certificate) : BrowserTest(chromium), IClassFixture<OwnCertificate>
{
    /// <summary>Not 127.0.0.1: browsers tell sites apart by name, without the port.</summary>
    private string CityUrl => site.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    // Over https, as it is in earnest: without it no browser keeps a cookie for a frame.
    protected override (string Key, string Value)[] Settings =>
        [("Web:EmbedOrigins:1", CityUrl), ("urls", "https://127.0.0.1:0"), ("Kestrel:Certificates:Default:Path", certificate.Path)];

    [Fact]
    public async Task The_talk_goes_on_from_screen_to_screen()
    {
        var (page, frame) = await Comes();
        await Press(frame, "はじめる");
        await Asks(frame, "お答えを 保存しても よろしいですか。");
        await Press(frame, Welcome[0]);
        await Asks(frame, "年代を 教えてください。");
        await Eyes.Look(page, "framed");

        await page.ReloadAsync();
        await Asks(frame, "年代を 教えてください。");
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_taken_for_the_persons()
    {
        var page = await Opened(Town.BotUrl + "/chat");
        await page.Root.GetByRole(AriaRole.Button, new() { Name = "はじめる" }).ClickAsync();
        await page.Asks("お答えを 保存しても よろしいですか。");

        // In the same browser, another site posts a yes to the page.
        var other = await Context.NewPageAsync();
        await other.GotoAsync(CityUrl + "/framed");
        var answer = await other.RunAndWaitForResponseAsync(
            () => other.EvaluateAsync(
                """
                bot => {
                  const form = Object.assign(document.createElement('form'), { method: 'post', action: bot + '/page' });
                  for (const [name, value] of [['event', 'forged'], ['words', 'はい']]) form.append(Object.assign(document.createElement('input'), { name, value }));
                  document.body.append(form);
                  form.submit();
                }
                """,
                Town.BotUrl),
            response => response.Url.EndsWith("/page", StringComparison.Ordinal));
        Assert.Equal(403, answer.Status);
        await page.Page.ReloadAsync();
        await page.Asks("お答えを 保存しても よろしいですか。");
    }

    private async Task<(IPage Page, IFrameLocator Frame)> Comes()
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync($"{CityUrl}/framed?bot={Uri.EscapeDataString(Town.BotUrl)}");
        return (page, page.FrameLocator("#concierge"));
    }

    private static Task Press(IFrameLocator frame, string label) => frame.GetByRole(AriaRole.Button, new() { Name = label }).ClickAsync();

    private static Task Asks(IFrameLocator frame, string question) => Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(question);
}
