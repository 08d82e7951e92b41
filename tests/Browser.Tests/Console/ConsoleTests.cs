using Concierge.Core.Staff;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>The console as staff use it.</summary>
public sealed class ConsoleTests(Chromium chromium) : ConsoleTest(chromium)
{
    [Fact]
    public async Task Takahashi_makes_an_account_by_keyboard_alone()
    {
        await Desk.Hires("admin", "管理者 高橋", Role.Administrator);
        await Page.GotoAsync("/sign-in");
        await Page.TabsTo(Page.GetByLabel("利用者ID"));
        await Page.Keyboard.TypeAsync("admin");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.TypeAsync(SystemTests.Admin.Desk.Password);
        await Page.Keyboard.PressAsync("Enter");
        await Sees("ホーム");
        await OpensMenuByKeyboard();
        await Page.Enters(Page.GetByRole(AriaRole.Link, new() { Name = "アカウント", Exact = true }));
        await Sees("アカウント");
        await Page.Enters(Page.GetByRole(AriaRole.Link, new() { Name = "アカウントを作る" }));
        await Sees("アカウントを作る");
        await Page.TabsTo(Page.GetByLabel("利用者ID"));
        await Page.Keyboard.TypeAsync("mori");
        await Page.TabsTo(Page.GetByLabel("名前", new() { Exact = true }));
        await Page.Keyboard.TypeAsync("窓口 森");
        await Page.TabsTo(Page.GetByRole(AriaRole.Radio).First);
        await Page.Keyboard.PressAsync("Space");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Page.GetByRole(AriaRole.Radio).Nth(1)).ToBeCheckedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Sees("はじめのパスワード");
        await OpensMenuByKeyboard();
        await Page.Enters(Page.GetByRole(AriaRole.Button, new() { Name = "サインアウト" }));
        await Sees("サインイン");
    }

    [Fact]
    public async Task The_first_key_leads_past_the_menu_and_the_title_tells_where_one_is()
    {
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        await Expect(Page).ToHaveTitleAsync("ホーム｜かしわコンシェルジュ 管理画面");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "本文へ移る" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await OpensMenu();
        await Expect(Page.GetByRole(AriaRole.Navigation).Locator("[aria-current=page]")).ToHaveTextAsync("ホーム");
    }

    [Fact]
    public async Task On_a_phone_the_page_begins_at_once_and_the_menu_opens_and_closes_by_keyboard()
    {
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        Assert.InRange((await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).BoundingBoxAsync())!.Y, 0, 120);
        var places = Page.GetByRole(AriaRole.Navigation);
        await Expect(places).ToHaveCountAsync(0);
        await OpensMenuByKeyboard();
        await Expect(places).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(places).ToHaveCountAsync(0);
        await OpensMenu();
        await Follows("会員");
        await Sees("会員");
        await Expect(places).ToHaveCountAsync(0);
        await Page.SetViewportSizeAsync(1280, 800);
        await Expect(places).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "メニュー", Exact = true })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Everybody_sees_the_places_of_their_own_work()
    {
        await SignsIn("watanabe", "監査 渡辺", Role.Auditor);
        await OpensMenu();
        await Expect(Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link)).ToHaveTextAsync(["ホーム", "計画の数字", "監査"]);
        await Presses("サインアウト");
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        await OpensMenu();
        await Expect(Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link)).ToHaveTextAsync(["ホーム", "受付", "相談記録", "紹介", "さがす", "会員", "教室", "しごと", "お知らせ", "そのあと", "ポイント", "計画の数字"]);
    }

    [Fact]
    public async Task The_browser_has_nothing_to_complain_of()
    {
        await SignsIn("suzuki", "事務局 鈴木", Role.Secretariat);
        await Page.GotoAsync("/me");
        await Presses("設定をはじめる");
        await Expect(Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        Assert.Empty(Complaints);
    }

    private async Task OpensMenuByKeyboard()
    {
        await Page.TabsTo(Page.GetByRole(AriaRole.Button, new() { Name = "メニュー", Exact = true }));
        await Page.Keyboard.PressAsync("Enter");
    }
}
