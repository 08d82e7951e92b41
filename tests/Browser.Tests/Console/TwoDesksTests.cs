using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>花子 at her phone, 佐藤 and 鈴木 at two consoles; nobody reloads a page.</summary>
public sealed class TwoDesksTests(Chromium chromium) : DeskTest(chromium)
{
    private const string Answer = "はい、木曜日の 午前に お待ちして", Meanwhile = "木曜日でも いいですか";

    [Fact]
    public async Task A_case_appears_is_seen_to_be_taken_and_is_answered_while_the_person_goes_on_writing()
    {
        var (sato, suzuki) = (await ConsoleOf("sato", "窓口 佐藤"), await ConsoleOf("suzuki", "窓口 鈴木"));
        await sato.GotoAsync("/inbox");
        await suzuki.GotoAsync("/inbox");
        var hanako = await Town.WantsStaff();
        await suzuki.GetByRole(AriaRole.Link, new() { Name = "職員と話したい" }).ClickAsync();
        await sato.GetByRole(AriaRole.Link, new() { Name = "職員と話したい" }).ClickAsync();

        await Expect(suzuki.GetByRole(AriaRole.Button, new() { Name = "引き受ける" })).ToBeVisibleAsync();
        await sato.GetByRole(AriaRole.Button, new() { Name = "引き受ける" }).ClickAsync();
        await Expect(suzuki.Locator("#state")).ToContainTextAsync("窓口 佐藤が受け持っています");
        await Expect(suzuki.GetByRole(AriaRole.Button, new() { Name = "引き受ける" })).ToHaveCountAsync(0);

        var reply = sato.GetByLabel("返事", new() { Exact = true });
        await reply.FillAsync(Answer);
        await Does(() => hanako.Says(Meanwhile));
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Meanwhile);
        await Expect(reply).ToBeFocusedAsync();
        await Expect(reply).ToHaveValueAsync(Answer);
        // Sent in the same moment it would not have been read; whoever goes on writing has read it.
        await reply.PressSequentiallyAsync("います。");
        await sato.GetByRole(AriaRole.Button, new() { Name = "返事を送る" }).ClickAsync();
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Answer + "います。");
        await Expect(suzuki.GetByRole(AriaRole.Log)).ToContainTextAsync(Answer + "います。");
        await Town.Settles();
        Assert.StartsWith("職員から返事があります。", hanako.FromBot[^1].Text, StringComparison.Ordinal);
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task An_answer_sent_in_the_moment_in_which_something_came_is_shown_again_with_what_came()
    {
        var sato = await ConsoleOf("sato", "窓口 佐藤");
        var hanako = await Town.WantsStaff();
        await sato.GotoAsync("/cases/1");
        await sato.GetByRole(AriaRole.Button, new() { Name = "引き受ける" }).ClickAsync();
        await sato.GetByLabel("返事", new() { Exact = true }).FillAsync(Answer);
        await Does(() => hanako.Says(Meanwhile));
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Meanwhile);
        await sato.GetByRole(AriaRole.Button, new() { Name = "返事を送る" }).ClickAsync();
        await Expect(sato.Locator(".missed")).ToContainTextAsync(Meanwhile);
        await Expect(sato.GetByLabel("返事", new() { Exact = true })).ToHaveValueAsync(Answer);
        await Looks.Eyes.Look(sato, "desk-missed", whole: true);
        await Looks.Eyes.Read(sato, "missed");
        await sato.GetByRole(AriaRole.Button, new() { Name = "返事を送る" }).ClickAsync();
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Answer);
    }
}
