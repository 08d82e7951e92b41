using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Pages;

/// <summary>Microsoft's Web Chat on the city's website.</summary>
public sealed class WebChatWindow(IPage page)
{
    public IPage Page => page;

    public ILocator Talk => page.GetByRole(AriaRole.Feed);

    /// <summary>Adaptive Cards, the newest last.</summary>
    public ILocator Cards => page.Locator(".ac-adaptiveCard");

    // Suggested actions stand once more in a region that only screen readers hear: the toolbar is the one that is pressed.
    public ILocator Suggested(string label) => page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public ILocator CardButton(string label) => Cards.Last.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public Task Sees(string words) => Expect(Talk.GetByText(words).Last).ToBeVisibleAsync();

    public async Task Says(string words)
    {
        await page.Locator("[data-id='webchat-sendbox-input']").FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
        await Expect(Said(words).Last).ToBeVisibleAsync();
    }

    public async Task Suggests(string label) => await Suggested(label).ClickAsync();

    public async Task PressesCard(string label) => await CardButton(label).ClickAsync();

    /// <summary>What the person said, as it stands in the talk.</summary>
    public ILocator Said(string words) => Talk.GetByText(words, new() { Exact = true });
}
