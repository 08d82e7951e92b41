using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>What 佐藤 has half written at a case is lost by no button, and found by nobody else.</summary>
public sealed class HalfWrittenTests(Chromium chromium) : DeskTest(chromium)
{
    private const string Half = "木曜日の 午前に", Memo = "電話で 話した";

    [Fact]
    public async Task A_reply_half_written_outlives_a_memo_and_is_gone_when_it_was_sent()
    {
        var sato = await ConsoleOf("sato", "窓口 佐藤");
        await Town.WantsStaff();
        await sato.GotoAsync("/cases/1");
        await Presses(sato, "引き受ける");
        await Reply(sato).FillAsync(Half);
        await sato.GetByLabel("新しいメモ").FillAsync(Memo);
        await Presses(sato, "メモを残す");
        await Expect(sato.GetByText("メモを書きました。")).ToBeVisibleAsync();
        await Expect(Reply(sato)).ToHaveValueAsync(Half);
        await Expect(sato.GetByLabel("新しいメモ")).ToHaveValueAsync("");

        await Presses(sato, "返事を送る");
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Half);
        await Expect(Reply(sato)).ToHaveValueAsync("");
        await sato.ReloadAsync();
        await Expect(Reply(sato)).ToHaveValueAsync("");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task Whoever_leaves_takes_along_what_was_half_written()
    {
        var sato = await ConsoleOf("sato", "窓口 佐藤");
        await Town.WantsStaff();
        await sato.GotoAsync("/cases/1");
        await Presses(sato, "引き受ける");
        await Reply(sato).FillAsync(Half);
        await Presses(sato, "サインアウト");
        await Expect(sato).ToHaveURLAsync("/sign-in");
        Assert.Equal(0, await sato.EvaluateAsync<int>("sessionStorage.length"));
    }

    [Fact]
    public async Task A_second_tab_can_be_written_in_as_soon_as_the_first_has_taken_the_case()
    {
        var sato = await ConsoleOf("sato", "窓口 佐藤");
        await Town.WantsStaff();
        await sato.GotoAsync("/cases/1");
        var second = await sato.Context.NewPageAsync();
        await second.GotoAsync("/cases/1");
        await Presses(sato, "引き受ける");
        await Reply(second).FillAsync(Half);
        // Given back in the first, what stands in the second is not wiped.
        await Presses(sato, "受付にもどす");
        await Expect(second.GetByRole(AriaRole.Button, new() { Name = "引き受ける" })).ToBeVisibleAsync();
        await Expect(Reply(second)).ToHaveValueAsync(Half);
    }

    private static ILocator Reply(IPage page) => page.GetByLabel("返事", new() { Exact = true });

    private static Task Presses(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
}
