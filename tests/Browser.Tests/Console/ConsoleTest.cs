using Concierge.BrowserTests.Looks;
using Concierge.Core.Staff;
using Concierge.SystemTests.Admin;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests.Console;

/// <summary>The admin host and a browser for one test.</summary>
public abstract class ConsoleTest(Chromium chromium) : IAsyncLifetime
{
    private Desk? _desk;
    private IBrowserContext? _context;

    protected Desk Desk => _desk!;

    protected IPage Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(chromium.Browser is null, Chromium.Missing);
        _desk = await Desk.Opens("Production");
        _context = await chromium.Browser!.NewContextAsync(new()
        {
            Locale = "ja-JP", TimezoneId = "Asia/Tokyo", ViewportSize = new() { Width = 375, Height = 740 }, ReducedMotion = ReducedMotion.Reduce, BaseURL = _desk.Url,
        });
        _context.SetDefaultTimeout(20_000);
        Page = await _context.NewPageAsync();
        // The strict policy of the page refuses what is not ours: then something of ours is wrong.
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.Add(message.Text);
        };
    }

    /// <summary>What the browser said was wrong.</summary>
    protected List<string> Complaints { get; } = [];

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await Album.KeepWhenFailed(_context);
            await _context.DisposeAsync();
        }
        if (_desk is not null) await _desk.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task SignsIn(string login, string name, Role role)
    {
        await Desk.Hires(login, name, role);
        await Page.GotoAsync("/sign-in");
        await Writes("利用者ID", login);
        await Writes("パスワード", Desk.Password);
        await Presses("サインインする");
    }

    protected Task Writes(string label, string words) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(words);

    protected Task Presses(string label) => Act(() => Finds(Page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true })));

    protected Task Follows(string label) => Act(() => Finds(Page.GetByRole(AriaRole.Link, new() { Name = label, Exact = true })));

    /// <summary>What is not on the page stands in the menu, and in a narrow window that lies behind a button.</summary>
    private async Task Finds(ILocator what)
    {
        if (await what.CountAsync() == 0) await OpensMenu();
        await what.ClickAsync();
    }

    protected Task OpensMenu() => Page.GetByRole(AriaRole.Button, new() { Name = "メニュー", Exact = true }).ClickAsync();

    /// <summary>Done when the next page is there.</summary>
    protected async Task Act(Func<Task> act)
    {
        await Page.EvaluateAsync("document.body.dataset.before = ''");
        await act();
        await Assertions.Expect(Page.Locator("body:not([data-before])")).ToBeVisibleAsync();
        await Page.WaitForLoadStateAsync();
    }

    protected Task Sees(string heading) => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
}
