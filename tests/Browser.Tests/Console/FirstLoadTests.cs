using Concierge.Data;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests.Console;

/// <summary>What the first look costs a browser that knows nothing of the console yet. How long it takes is said, not judged: machines differ.</summary>
public sealed class FirstLoadTests(Chromium chromium) : DeskTest(chromium)
{
    private const long MostBytes = 300_000;
    private const int Times = 9;

    [Theory, InlineData("/sign-in"), InlineData("/inbox?view=all")]
    public async Task The_first_look_is_light(string address)
    {
        await Town.Database.Writer.Write(unit => DemoDay.Seed(unit, Town.Clock.GetUtcNow()));
        var page = await ConsoleOf("demo-sato", "窓口 佐藤");
        if (address == "/sign-in") await page.Context.ClearCookiesAsync();
        var network = await page.Context.NewCDPSessionAsync(page);
        var loaded = new List<double>();
        network.Event("Network.loadingFinished").OnEvent += (_, one) => loaded.Add(one!.Value.GetProperty("encodedDataLength").GetDouble());
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });

        var (bytes, waits) = (new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            loaded.Clear();
            await page.GotoAsync(address);
            waits.Add(await page.EvaluateAsync<double>(Interactive));
            // The page and what makes it look so, at least.
            Assert.InRange(loaded.Count, 2, int.MaxValue);
            bytes.Add(loaded.Sum());
        }
        Assert.InRange(bytes.Max(), 1, MostBytes);
        TestContext.Current.TestOutputHelper!.WriteLine($"{address}: {bytes.Max():N0} bytes; can be used after {waits.Order().ElementAt(Times / 2):N0} ms (median of {Times}; {waits.Min():N0} to {waits.Max():N0})");
    }

    /// <summary>From the click: something stands there, and every script has run.</summary>
    private const string Interactive = """
        () => new Promise(done => new PerformanceObserver(list => {
          const painted = list.getEntriesByName("first-contentful-paint")[0];
          if (painted) done(Math.max(painted.startTime, performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd));
        }).observe({ type: "paint", buffered: true }))
        """;
}
