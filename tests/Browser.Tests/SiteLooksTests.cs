using Concierge.BrowserTests.Looks;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>The open site with old eyes, and by keyboard alone.</summary>
public sealed class SiteLooksTests(Chromium chromium) : BrowserTest(chromium)
{
    protected override (string Key, string Value)[] Settings => [("Line:BotId", "@kashiwa"), ("Desk:Contact", "かしわ生涯現役窓口\n電話 04-7100-0000")];

    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task Every_page_of_the_site_can_be_read(Look look)
    {
        var page = await Context.NewPageAsync();
        await page.SetTo(look);
        foreach (var (path, name) in new[] { ("/", "home"), ("/seminars", "seminars"), ("/seminars/demo-1", "seminar"), ("/tasks", "tasks"), ("/tasks/1", "task"), ("/about", "about"), ("/tasks/999999", "gone"), ("/chat/tasks/1", "chosen"), ("/chat/seminars/demo-1", "chosen-seminar") })
        {
            await page.GotoAsync(Town.BotUrl + path);
            await Eyes.Sees(page, $"site-{name}", look);
        }
    }

    [Fact]
    public async Task Somebody_without_a_mouse_goes_past_the_menu_and_finds_a_task_of_their_area()
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(Town.BotUrl + "/tasks");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("本文へ 進む", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("area", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.GetByLabel("地域で しぼる").SelectOptionAsync(new SelectOptionValue { Label = "柏の葉" });
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "柏の葉" })).ToBeVisibleAsync();
    }
}
