using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests.Looks;

/// <summary>How somebody has set the browser.</summary>
public enum Look
{
    /// <summary>A phone of 375 points, as it comes.</summary>
    Usual,

    /// <summary>The letters at twice their size, in the browser's settings.</summary>
    Large,

    /// <summary>Everything at twice its size, which leaves half the room.</summary>
    Zoomed,
}

public static class LookOf
{
    private const int Width = 375, Height = 740, Letters = 16, Fixed = 13;

    public static async Task SetTo(this IPage page, Look look)
    {
        if (look == Look.Zoomed) await page.SetViewportSizeAsync(Width / 2, Height / 2);
        if (look != Look.Large) return;
        const string size = "parseFloat(getComputedStyle(document.documentElement).fontSize)";
        var before = await page.EvaluateAsync<double>(size);
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 2 * Letters, @fixed = 2 * Fixed } });
        Assert.Equal(2 * before, await page.EvaluateAsync<double>(size));
    }
}
