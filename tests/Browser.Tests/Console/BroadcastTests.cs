using Concierge.Bot.Broadcasts;
using Concierge.BrowserTests.Looks;
using Concierge.Core.Staff;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>佐藤 writes, 鈴木 approves, 花子 reads; pictures to be looked at.</summary>
public sealed class BroadcastTests(Chromium chromium) : DeskTest(chromium)
{
    private const string Title = "来週の 教室", Text = "どなたでも 来られます。";

    [Fact]
    public async Task What_one_writes_and_another_approves_is_read_on_the_phone()
    {
        var hanako = Town.Line.Person("花子");
        await Town.Enters(hanako);
        var (sato, suzuki) = (await ConsoleOf("sato", "窓口 佐藤"), await ConsoleOf("suzuki", "事務局 鈴木", role: Role.Secretariat));
        await Writes(sato);
        await Reads(sato, "draft");
        await Presses(sato, "承認を頼む");
        await Expect(sato.GetByRole(AriaRole.Button, new() { Name = "承認する" })).ToHaveCountAsync(0);

        await suzuki.GotoAsync("/broadcasts");
        await Reads(suzuki, "list");
        await suzuki.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(suzuki.GetByText("いま送ると 1人")).ToBeVisibleAsync();
        await Reads(suzuki, "submitted");
        await Presses(suzuki, "承認する");
        await Expect(suzuki.GetByRole(AriaRole.Status)).ToHaveTextAsync("承認しました。");
        await Town.Part<BroadcastSender>().SendWhatIsDue(TestContext.Current.CancellationToken);

        Assert.Contains(hanako.FromBot, item => item.Text.Contains(Text, StringComparison.Ordinal));
        var phone = await PhoneOf("花子", "huge");
        await Expect(phone.Page.GetByText(Text)).ToBeVisibleAsync();
        await suzuki.ReloadAsync();
        await Expect(suzuki.GetByText("送信ずみ")).ToBeVisibleAsync();
        await Reads(suzuki, "sent");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task What_is_refused_stands_there_as_it_was_typed_and_who_wrote_may_not_approve()
    {
        // Somebody in the north, so that there is anybody to send it to.
        await Town.Enters(Town.Line.Person("花子"));
        var suzuki = await ConsoleOf("suzuki", "事務局 鈴木", role: Role.Secretariat);
        await suzuki.GotoAsync("/broadcasts/new");
        await suzuki.GetByLabel("題", new() { Exact = true }).FillAsync(Title);
        await suzuki.GetByLabel("本文").FillAsync(Text);
        await suzuki.GetByLabel("リンクのボタンの文字").FillAsync("くわしく");
        await suzuki.GetByLabel("リンクの行き先").FillAsync("http://example.lg.jp");
        await suzuki.GetByLabel("北部").First.CheckAsync();
        await Presses(suzuki, "下書きを保存する");
        await Expect(suzuki.GetByRole(AriaRole.Alert)).ToContainTextAsync("https://");
        await Expect(suzuki.GetByLabel("題", new() { Exact = true })).ToHaveValueAsync(Title);
        await Expect(suzuki.GetByLabel("北部").First).ToBeCheckedAsync();
        await Reads(suzuki, "wrong");
        await suzuki.GetByLabel("リンクの行き先").FillAsync("https://example.lg.jp");
        await suzuki.GetByLabel("本文").FillAsync("");
        await Presses(suzuki, "下書きを保存する");
        await Presses(suzuki, "承認を頼む");
        await Expect(suzuki.GetByRole(AriaRole.Alert)).ToContainTextAsync("本文は");
        await suzuki.GetByRole(AriaRole.Link, new() { Name = "書き直す" }).ClickAsync();
        await suzuki.GetByLabel("本文").FillAsync(Text);
        await Presses(suzuki, "下書きを保存する");
        await Presses(suzuki, "承認を頼む");
        await Expect(suzuki.GetByText("承認は、ほかの人がします。")).ToBeVisibleAsync();
        await suzuki.GotoAsync("/broadcasts/phones");
        await suzuki.GetByLabel("会員の番号").FillAsync("nobody");
        await Presses(suzuki, "登録する");
        await Expect(suzuki.GetByRole(AriaRole.Alert)).ToHaveTextAsync("その番号の会員はいません。");
        await Reads(suzuki, "phones");
    }

    private static async Task Writes(IPage console)
    {
        await console.GotoAsync("/broadcasts");
        await console.GetByRole(AriaRole.Link, new() { Name = "新しいお知らせ" }).ClickAsync();
        await console.GetByLabel("題", new() { Exact = true }).FillAsync(Title);
        await console.GetByLabel("本文").FillAsync(Text);
        await Reads(console, "form");
        await Presses(console, "下書きを保存する");
        await Expect(console.GetByRole(AriaRole.Status)).ToHaveTextAsync("下書きを保存しました。");
    }

    private static Task Presses(IPage console, string button) => console.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Wide, and on a window of 375 points.</summary>
    private static async Task Reads(IPage page, string name)
    {
        var wide = page.ViewportSize!;
        await Eyes.Look(page, $"broadcast-{name}-wide", whole: true);
        await Eyes.Read(page, name);
        await page.SetViewportSizeAsync(375, 740);
        await Eyes.Look(page, $"broadcast-{name}-narrow", whole: true);
        await page.SetViewportSizeAsync(wide.Width, wide.Height);
    }
}
