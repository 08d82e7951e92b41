using Concierge.BrowserTests.Looks;
using Concierge.BrowserTests.Pages;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Road;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>The bot, LINE and a browser for one test. The browser is a phone of 375 points unless the test says otherwise.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    /// <summary>What people answer to the three questions of the welcome.</summary>
    protected static readonly string[] Welcome = ["はい、よいです", "70〜74歳", "中央"];

    private Town? _town;
    private IBrowserContext? _context;

    protected Town Town => _town!;

    protected IBrowserContext Context => _context!;

    /// <summary>Settings of the bot, where a test wants others.</summary>
    protected virtual (string Key, string Value)[] Settings => [];

    /// <summary>Dots of the screen to one point.</summary>
    protected virtual float Density => 1;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(chromium.Browser is null, Chromium.Missing);
        _town = await Town.Start(DatabaseProvider.Sqlite, Settings);
        _context = await chromium.Browser!.NewContextAsync(new()
        {
            Locale = "ja-JP",
            TimezoneId = "Asia/Tokyo",
            ViewportSize = new() { Width = 375, Height = 740 },
            DeviceScaleFactor = Density,
            IsMobile = true,
            HasTouch = true,
            ReducedMotion = ReducedMotion.Reduce,
            // Where https is needed, nobody has signed for this machine.
            IgnoreHTTPSErrors = true,
        });
        _context.SetDefaultTimeout(20_000);
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await Album.KeepWhenFailed(_context);
            await _context.DisposeAsync();
        }
        if (_town is not null) await _town.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The phone page with this person's phone.</summary>
    /// <param name="letters">standard, large or huge: LINE's own setting.</param>
    protected async Task<PhonePage> PhoneOf(string name, string letters = "standard")
    {
        var person = Town.Line.Person(name);
        var page = await Context.NewPageAsync();
        await page.GotoAsync($"{Town.Line.Url}/phone/?person={person.Id}&letters={letters}");
        return new PhonePage(page, Town, person);
    }

    /// <summary>Somebody who has no LINE, on the page that a fresh link leads to.</summary>
    protected async Task<PrivatePage> PageOfVisitor() => await Opened((await Town.PageFor()).Link);

    /// <summary>The same, welcomed and about to answer the inventory.</summary>
    protected async Task<PrivatePage> PageOfVisitorAsked()
    {
        var page = await PageOfVisitor();
        foreach (var label in Welcome) await page.Presses(label);
        await page.Presses("わたし");
        await page.Presses("棚卸しをはじめる");
        return page;
    }

    protected async Task<PrivatePage> Opened(string link)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(link);
        return new PrivatePage(page, page.Locator("body"), Town);
    }

    /// <summary>Follows, is welcomed and answers so many questions of the inventory, without a browser.</summary>
    protected async Task<Person> AnsweredOnLine(string name, int questions)
    {
        var person = Town.Line.Person(name);
        await Does(person.Follows);
        foreach (var label in Welcome) await Does(() => person.Taps(label));
        await Does(() => person.Says("棚卸しをはじめる"));
        for (var i = 0; i < questions; i++)
        {
            await Does(() => person.Taps(person.FromBot[^1].Buttons[0].Label));
            if (person.FromBot[^1].Buttons.Any(button => button.Label == "決定")) await Does(() => person.Taps("決定"));
        }
        return person;
    }

    protected async Task Does(Func<Task> act)
    {
        await act();
        await Town.Settles();
    }
}
