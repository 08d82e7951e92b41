using Concierge.BrowserTests.Looks;
using Concierge.Core.Staff;
using Concierge.SystemTests.Admin;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests.Console;

/// <summary>The town with its desk, and as many consoles as the test wants.</summary>
public abstract class DeskTest(Chromium chromium) : BrowserTest(chromium), IAsyncLifetime
{
    private readonly Chromium _chromium = chromium;
    private readonly List<IBrowserContext> _consoles = [];
    private Desk? _desk;

    protected Desk Desk => _desk!;

    /// <summary>What the browsers said was wrong: the strict policy refuses what is not ours.</summary>
    protected List<string> Complaints { get; } = [];

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _desk = await Desk.Opens("Production", Town.TestDatabase, Town.Clock);
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        foreach (var console in _consoles)
        {
            await Album.KeepWhenFailed(console);
            await console.DisposeAsync();
        }
        if (_desk is not null) await _desk.DisposeAsync();
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody of the desk before a screen of their own, signed in.</summary>
    protected async Task<IPage> ConsoleOf(string login, string name, int width = 1280, int height = 900, Role role = Role.Desk)
    {
        await Desk.Hires(login, name, role);
        var console = await _chromium.Browser!.NewContextAsync(new()
        {
            Locale = "ja-JP", TimezoneId = "Asia/Tokyo", ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce, BaseURL = Desk.Url,
        });
        _consoles.Add(console);
        console.SetDefaultTimeout(20_000);
        await console.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', against => console.error(`${against.violatedDirective}: ${against.blockedURI}`))");
        var page = await console.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.Add(message.Text);
        };
        page.Dialog += (_, dialog) =>
        {
            Complaints.Add("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        await page.GotoAsync("/sign-in");
        await Signs(page, login);
        await Assertions.Expect(page).ToHaveURLAsync("/");
        return page;
    }

    protected static async Task Signs(IPage page, string login)
    {
        await page.GetByLabel("利用者ID", new() { Exact = true }).FillAsync(login);
        await page.GetByLabel("パスワード", new() { Exact = true }).FillAsync(Desk.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
    }
}
