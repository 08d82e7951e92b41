using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests.Console;

/// <summary>Somebody without a mouse. Wherever they are, they see it.</summary>
internal static class ByKeyboard
{
    private const int MostTabs = 60;

    /// <summary>Done when the next page is there.</summary>
    public static async Task Enters(this IPage page, ILocator wanted)
    {
        await page.TabsTo(wanted);
        await page.EvaluateAsync("document.body.dataset.before = ''");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("body:not([data-before])")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
    }

    public static async Task TabsTo(this IPage page, ILocator wanted)
    {
        for (var i = 0; i < MostTabs; i++)
        {
            Assert.Null(await page.EvaluateAsync<string?>(Unseen));
            if (await wanted.EvaluateAsync<bool>("one => one === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"{wanted} cannot be reached with the Tab key.");
    }

    /// <summary>Where one is, when it has no frame or lies outside the window or under something else. Past the last stop one is nowhere on the page.</summary>
    private const string Unseen = """
        () => {
          const at = document.activeElement, place = at.getBoundingClientRect();
          if (at === document.body) return null;
          const [x, y] = [(Math.max(place.left, 0) + Math.min(place.right, innerWidth)) / 2, (Math.max(place.top, 0) + Math.min(place.bottom, innerHeight)) / 2];
          const top = document.elementFromPoint(x, y);
          return getComputedStyle(at).outlineStyle === "solid" && top && (at.contains(top) || top.contains(at)) ? null : at.outerHTML;
        }
        """;

    /// <summary>Alt with a letter, as an access key hears it: Playwright's own keys leave the letter out.</summary>
    public static async Task PressesWithAlt(this IPage page, string letter)
    {
        const int alt = 1;
        await using var line = await page.Context.NewCDPSessionAsync(page);
        await line.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["modifiers"] = alt, ["key"] = letter, ["text"] = letter, ["unmodifiedText"] = letter });
        await line.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["modifiers"] = alt, ["key"] = letter });
    }
}
