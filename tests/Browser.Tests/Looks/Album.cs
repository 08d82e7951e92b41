using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests.Looks;

/// <summary>Pictures of what people see, for people to look at: <c>var/screens</c> in a checkout.</summary>
public static class Album
{
    private static readonly string Folder = Path.Combine(Root() ?? AppContext.BaseDirectory, "var", "screens");

    private const int Tallest = 6_000;

    /// <summary>Where the pictures of the README go: <c>CONCIERGE_IMAGES</c>, seen from the checkout; else they stay in the album.</summary>
    public static string ForReadme(string name) => Path.Combine(
        Environment.GetEnvironmentVariable("CONCIERGE_IMAGES") is { Length: > 0 } folder ? Path.Combine(Root() ?? "", folder) : Folder, name);

    public static Task Keep(IPage page, string name) => page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png") });

    /// <summary>Also what one has to scroll to. A picture of the full page would forget the size of the letters, so the screen grows instead.</summary>
    public static async Task KeepWhole(IPage page, string name)
    {
        await page.WaitForLoadStateAsync(LoadState.Load);
        var screen = page.ViewportSize!;
        var height = await page.EvaluateAsync<int>("document.scrollingElement.scrollHeight");
        await page.SetViewportSizeAsync(screen.Width, Math.Min(height, Tallest));
        await Keep(page, name);
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
    }

    /// <summary>What was on the screen when a test failed.</summary>
    public static async Task KeepWhenFailed(IBrowserContext context)
    {
        if (TestContext.Current.TestState?.Result != TestResult.Failed) return;
        foreach (var (page, i) in context.Pages.Select((page, i) => (page, i)))
            await Keep(page, $"failed-{TestContext.Current.TestMethod?.MethodName}-{i + 1}");
    }

    /// <summary>The folder of the checkout; null when the tests run elsewhere.</summary>
    public static string? Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Concierge.sln"))) folder = folder.Parent;
        return folder?.FullName;
    }
}
