using System.Text.RegularExpressions;
using Concierge.BrowserTests.Looks;
using Concierge.Data;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>さがす, by keyboard and in a narrow window; pictures to be looked at.</summary>
public sealed class SearchLooksTests(Chromium chromium) : DeskTest(chromium)
{
    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task Staff_find_what_was_said_and_open_its_case(Look look)
    {
        await Town.Database.Writer.Write(unit => DemoDay.Seed(unit, Town.Clock.GetUtcNow()));
        await Town.Database.Writer.Write(unit =>
        {
            var now = Town.Clock.GetUtcNow();
            Contacts.Keep(unit, unit.Members.AddAnonymous(now, () => "m-niwano"), new Contact("庭野 花子", "04-7167-1111"), "sato", now);
        });
        var page = await ConsoleOf("demo-sato", "窓口 佐藤", 375, 740);
        await page.SetTo(look);
        await page.GetByRole(AriaRole.Button, new() { Name = "メニュー", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "さがす", Exact = true }).ClickAsync();
        await page.GetByLabel("さがす言葉", new() { Exact = true }).FillAsync("庭");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".found > li mark").First).ToHaveTextAsync("庭");
        await Expect(page.GetByRole(AriaRole.Table).Locator("mark")).ToHaveTextAsync("庭");
        Assert.EndsWith("/search", page.Url, StringComparison.Ordinal);
        await Reads(page, "found", look);
        await page.GetByRole(AriaRole.Link, new() { Name = "相談を開く" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/cases/[^/]+$"));

        await page.GotoAsync("/search");
        await page.GetByLabel("さがす言葉", new() { Exact = true }).FillAsync("象の足あと");
        await page.GetByRole(AriaRole.Button, new() { Name = "さがす", Exact = true }).ClickAsync();
        await Expect(page.GetByText("短い言葉や")).ToBeVisibleAsync();
        await Reads(page, "not-found", look);
        Assert.Empty(Complaints);
    }

    private static Task Reads(IPage page, string name, Look look) => Eyes.Sees(page, $"search-{name}", look);
}
