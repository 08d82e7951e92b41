using Concierge.BrowserTests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Concierge.BrowserTests;

/// <summary>One headless Chromium for all tests: Debian's own, so nothing is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Missing = "No Chromium on the PATH: scripts/test installs it where apt-get may be used (packages chromium, chromium-l10n).";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    private IPlaywright? _playwright;

    /// <summary>Null where there is no Chromium; tests that need it are then skipped with <see cref="Missing"/>.</summary>
    public IBrowser? Browser { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (OnPath() is not { } program) return;
        // Patience for a busy machine; nothing is slower for it where all goes well.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            // Only this makes Chromium's own fields, such as that for a date, Japanese.
            Env = Environment().Append(new("LANGUAGE", "ja")),
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? OnPath() =>
        (from folder in (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in Names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static IEnumerable<KeyValuePair<string, string>> Environment() =>
        from System.Collections.DictionaryEntry entry in System.Environment.GetEnvironmentVariables()
        where (string)entry.Key != "LANGUAGE"
        select new KeyValuePair<string, string>((string)entry.Key, (string?)entry.Value ?? "");
}
