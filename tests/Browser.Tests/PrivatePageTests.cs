using Concierge.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests;

/// <summary>The city's own page, as people use it.</summary>
public sealed class PrivatePageTests(Chromium chromium) : BrowserTest(chromium)
{
    private const int MostTabs = 40;

    [Fact]
    public async Task Hanako_answers_the_page_by_keyboard_alone()
    {
        var page = await PageOfVisitor();
        foreach (var label in Welcome) await PressesByKey(page, label);
        await PressesByKey(page, "わたし");
        await PressesByKey(page, "棚卸しをはじめる");
        await PressesByKey(page, "はい、よいです");
        await PressesByKey(page, "歩いて15分");
        await PressesByKey(page, "週に1回");
        await PressesByKey(page, "☐ 午前");
        await PressesByKey(page, "決定");
        await page.Asks("いちばん長かった お仕事は どれですか。");
    }

    /// <summary>From the city's website to the result, with Tab and Enter; wherever one is, one sees it.</summary>
    [Fact]
    public async Task Taro_comes_from_the_website_and_does_the_whole_check_by_keyboard_alone()
    {
        var page = await Opened(Town.BotUrl + "/chat");
        await TabsTo(page, "はじめる");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Asks("お答えを 保存しても よろしいですか。");
        foreach (var label in Welcome) await PressesByKey(page, label);
        await PressesByKey(page, "からだチェック");
        await PressesByKey(page, "はじめる");
        for (var i = 0; i < 11; i++) await PressesByKey(page, i % 3 == 0 ? "いいえ" : "はい");
        await PressesByKey(page, "ちょうど かこめる");
        await PressesByKey(page, "これでよい");
        await page.Sees("からだチェックの結果");
    }

    [Fact]
    public async Task What_has_the_focus_is_framed_so_that_one_sees_where_one_is()
    {
        var page = await PageOfVisitor();
        await TabsTo(page, Welcome[0]);
        await Expect(page.Button(Welcome[0])).ToHaveCSSAsync("outline-style", "solid");
        await Expect(page.Button(Welcome[0])).ToHaveCSSAsync("outline-width", "4px");
    }

    [Fact]
    public async Task A_link_older_than_thirty_minutes_says_how_to_get_a_new_one()
    {
        var (_, link) = await Town.PageFor();
        await Town.Passes(TimeSpan.FromMinutes(31));
        var page = await Opened(link);
        await page.Asks("このページは 開けません");
        await page.Sees("LINEで「もう一度」と 送ってください。");
    }

    [Fact]
    public async Task The_button_in_the_talk_opens_again_on_the_same_phone_but_on_no_other()
    {
        var (_, link) = await Town.PageFor();
        await Opened(link);
        await Town.Passes(TimeSpan.FromMinutes(40));
        await (await Opened(link)).Asks("お答えを 保存しても よろしいですか。");
        await Context.ClearCookiesAsync();
        await (await Opened(link)).Asks("このページは 開けません");
    }

    [Fact]
    public async Task Hanako_presses_twice_and_answers_once()
    {
        var page = await PageOfVisitor();
        await page.Presses(Welcome[0]);
        await page.Act(() => page.Button(Welcome[1]).DblClickAsync());
        await page.Asks("お住まいは どの地域ですか。");
        await Expect(page.Root).Not.ToContainTextAsync("前の質問のもの");
    }

    [Fact]
    public async Task Hanako_sends_nothing_and_is_told_by_her_browser_where_to_write()
    {
        var page = await PageOfVisitorAsked();
        await page.AnswersUntil("そのころ どんなことを していましたか。");
        await page.Button("送る").ClickAsync();
        await Expect(page.Field).ToBeFocusedAsync();
        await page.Writes("夏まつりの 世話役");
        await page.Asks("「ずっと立っている」 この動きは できますか。");
    }

    [Fact]
    public async Task Hanako_closes_the_page_comes_back_after_three_days_and_goes_on_where_she_was()
    {
        var hanako = await AnsweredOnLine("花子", 22);
        var phone = await PhoneOf("花子");
        var page = await phone.OpensPage("市のページを開く");
        await page.Presses("30代");
        await phone.ClosesPage();
        await Town.Passes(TimeSpan.FromDays(3));

        page = await phone.OpensPage("市のページを開く");
        await page.Asks("このページは 開けません");
        await phone.ClosesPage();
        await phone.Says("もう一度");
        page = await phone.OpensPage("市のページを開く");
        await page.Asks("そのころ どんなことを していましたか。");
        Assert.DoesNotContain("30代", hanako.Transcript);
    }

    [Fact]
    public async Task Choosing_one_of_many_does_not_throw_Hanako_back_to_the_top_of_the_page()
    {
        var page = await PageOfVisitorAsked();
        await page.AnswersUntil("できることや お持ちの資格は ありますか。");
        await page.Presses("☐ 外国語");
        await Expect(page.Button("☑ 外国語")).ToBeInViewportAsync();
        await page.Presses("☐ 介護・保育の資格");
        await Expect(page.Button("☑ 介護・保育の資格")).ToBeInViewportAsync();
    }

    private static async Task PressesByKey(PrivatePage page, string label)
    {
        await TabsTo(page, label);
        await page.Act(() => page.Page.Keyboard.PressAsync("Enter"));
    }

    private static async Task TabsTo(PrivatePage page, string label)
    {
        var wanted = page.Button(label);
        for (var i = 0; i < MostTabs; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            if (!await wanted.EvaluateAsync<bool>("button => button === document.activeElement")) continue;
            await Expect(wanted).ToHaveCSSAsync("outline-style", "solid");
            await Expect(wanted).ToBeInViewportAsync();
            return;
        }
        Assert.Fail($"「{label}」 cannot be reached with the Tab key.");
    }
}
