using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>受付 without a mouse: Tab, Enter and the arrows.</summary>
public sealed class DeskByKeyboardTests(Chromium chromium) : DeskTest(chromium)
{
    private const string Canned = "お話を くわしく うかがいたいです。";

    [Fact]
    public async Task Sato_takes_a_case_answers_with_a_ready_answer_and_ends_it()
    {
        var hanako = await Town.WantsStaff();
        var sato = await ConsoleOf("sato", "窓口 佐藤");

        await sato.Enters(sato.GetByRole(AriaRole.Link, new() { Name = "受付", Exact = true }));
        await sato.Enters(sato.GetByRole(AriaRole.Link, new() { Name = "待っている" }));
        await sato.Enters(sato.GetByRole(AriaRole.Link, new() { Name = "職員と話したい" }));
        await sato.Enters(sato.GetByRole(AriaRole.Button, new() { Name = "引き受ける" }));
        await Expect(sato.Locator(".notice.done")).ToHaveTextAsync("引き受けました。");

        await sato.TabsTo(sato.GetByLabel("どの文"));
        await sato.Keyboard.PressAsync("ArrowDown");
        await Expect(sato.GetByLabel("どの文").Locator("option:checked")).ToHaveTextAsync("都合のよい日を聞く");
        await sato.Enters(sato.GetByRole(AriaRole.Button, new() { Name = "えらぶ" }));
        await sato.Enters(sato.GetByRole(AriaRole.Button, new() { Name = "返事を送る" }));
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Canned);

        await sato.Enters(sato.GetByRole(AriaRole.Button, new() { Name = "解決", Exact = true }));
        await Expect(sato.Locator(".notice.done")).ToHaveTextAsync("解決にしました。");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task One_key_leads_from_any_page_to_the_search_and_no_word_stands_in_an_address()
    {
        await Town.Database.Writer.Write(unit => DemoDay.Seed(unit, Town.Clock.GetUtcNow()));
        var sato = await ConsoleOf("demo-sato", "窓口 佐藤");
        await sato.GotoAsync("/inbox");
        await sato.PressesWithAlt("s");
        await Expect(sato.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await sato.Keyboard.TypeAsync("庭");
        await sato.Keyboard.PressAsync("Enter");
        await Expect(sato.Locator(".found > li mark").First).ToHaveTextAsync("庭");
        Assert.EndsWith("/search", sato.Url, StringComparison.Ordinal);
        await sato.PressesWithAlt("s");
        await Expect(sato.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("庭");
        await Expect(sato.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();

        var takahashi = await ConsoleOf("takahashi", "管理者 高橋", role: Role.Administrator);
        await Expect(takahashi.GetByRole(AriaRole.Searchbox)).ToHaveCountAsync(0);
        Assert.Empty(Complaints);
    }
}
