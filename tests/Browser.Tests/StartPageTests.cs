using Concierge.BrowserTests.Looks;
using Concierge.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>Our own page for people without LINE, and the code that leads on to LINE.</summary>
public sealed class StartPageTests(Chromium chromium) : BrowserTest(chromium)
{
    protected override (string Key, string Value)[] Settings => [("Line:BotId", "@kashiwa")];

    [Theory, InlineData(1), InlineData(2)]
    public async Task The_way_from_the_start_to_the_code_can_be_read(int times)
    {
        var page = await Opened(Town.BotUrl + "/chat");
        await Zoom(page.Page, times);
        await Sees("start");
        await page.Root.GetByRole(AriaRole.Button, new() { Name = "はじめる" }).ClickAsync();
        await page.Asks("お答えを 保存しても よろしいですか。");
        await Sees("greeting");
        foreach (var label in Welcome) await page.Presses(label);
        await page.Presses("わたし");
        await page.Presses("LINEにつなぐ");
        await Sees("door");
        await page.Root.GetByRole(AriaRole.Link, new() { Name = "番号を見る" }).ClickAsync();
        await Sees("make");
        await page.Root.GetByRole(AriaRole.Button, new() { Name = "番号を出す" }).ClickAsync();
        await page.Sees("つなぐ番号");
        await Sees("code");

        async Task Sees(string name)
        {
            await Eyes.Look(page.Page, $"join-{name}-{times}00");
            if (times == 1) await Eyes.Read(page.Page, name);
        }
    }

    private async Task Zoom(IPage page, int times)
    {
        var session = await Context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 16 * times, @fixed = 13 * times } });
    }
}
