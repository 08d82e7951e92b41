using Concierge.BrowserTests.Looks;
using Concierge.BrowserTests.Pages;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>
/// Every page of the city's own with old eyes: on a phone of 375 points, there with the browser's letters at twice their size, and
/// zoomed to 200 %. Nothing is cut, nothing scrolls sideways, axe finds nothing; the pictures are there to be looked at.
/// </summary>
public sealed class PageLooksTests(Chromium chromium) : BrowserTest(chromium)
{
    protected override (string Key, string Value)[] Settings => [("Line:BotId", "@kashiwa")];

    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task The_welcome_and_the_inventory_can_be_read(Look look)
    {
        var page = await Visitor(look);
        await Sees("welcome");
        foreach (var label in Welcome) await page.Presses(label);
        await Sees("menu");
        await page.Presses("わたし");
        await Sees("me");
        await page.Presses("棚卸しをはじめる");
        await Sees("one");
        await page.AnswersUntil("いつが よろしいですか。");
        await page.Presses("☐ 午前");
        await Sees("several");
        await page.AnswersUntil("そのころ どんなことを していましたか。");
        await Sees("text");
        await page.Presses("なぜ聞くの");
        await Sees("why");
        await page.AnswersUntil("「長く歩く」\nこの動きは できますか。");
        await Sees("pile");
        await page.AnswersTheRest();
        await Sees("summary");
        await page.Presses("これでよい");
        await Sees("card");
        await (await page.OpensCard()).ShowsTheFourBoxes();
        await Sees("card-to-print");
        await Town.Passes(TimeSpan.FromHours(13));
        await page.Page.ReloadAsync();
        await Sees("expired");

        Task Sees(string name) => Reads(page, name, look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task The_check_and_its_result_can_be_read(Look look)
    {
        var page = await Entered(look);
        await page.Presses("からだチェック");
        await Sees("check-begin");
        await page.Presses("くわしく");
        await Sees("check-more");
        await page.Presses("はじめる");
        await Sees("check-question");
        for (var i = 0; i < 11; i++) await page.AnswersFirst();
        await Sees("check-ring");
        await page.AnswersFirst();
        await Sees("check-summary");
        await page.Presses("これでよい");
        await Sees("check-result");
        await page.Presses("知らせてほしい");
        await page.Goes("/check");
        await Sees("check-to-print");
        await page.Goes("/page");
        await page.Presses("メニュー");
        await page.Presses("からだチェック");
        await Sees("check-again");
        await page.Presses("ほかのチェック");
        await page.Presses("くわしいチェック 25問");
        for (var i = 0; i < 12; i++) await page.AnswersFirst();
        await Sees("check-number");
        await page.Writes("1");
        await Sees("check-number-wrong");

        Task Sees(string name) => Reads(page, name, look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task What_is_on_offer_can_be_read(Look look)
    {
        var page = await Entered(look);
        await page.Presses("学ぶ・集まる");
        await Sees("seminars");
        await page.Presses("キャリア塾①を見る");
        await Sees("seminar");
        await page.Presses("予約する");
        await page.Presses("会場で参加する");
        await page.Presses("1人で参加する");
        await Sees("seminar-confirm");
        await page.Presses("予約する");
        await Sees("seminar-reserved");
        await page.Presses("メニュー");
        await page.Presses("相談する");
        await Sees("consult");
        await page.Presses("よくある質問");
        await Sees("consult-questions");
        await page.Presses("メニュー");
        await page.Presses("相談する");
        await page.Presses("こまりごとを頼む");
        await Sees("trouble");

        Task Sees(string name) => Reads(page, name, look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Work_near_by_can_be_read(Look look)
    {
        var page = await Entered(look);
        await page.Presses("さがす");
        await Sees("find-first");
        await page.Presses("いいえ");
        for (var i = 0; i < 4; i++) await page.AnswersFirst();
        await page.Presses("メニュー");
        await page.Presses("さがす");
        await Sees("find-cards");
        await page.Presses("地区をえらぶ");
        await Sees("find-area");
        await page.Presses("柏中央");
        await Sees("find-near");
        await page.PressesFirst("くわしく");
        await Sees("find-post");
        await page.Presses("応募したい");
        await Sees("find-apply");
        await page.Presses("応募する");
        await Sees("find-share");
        await page.Presses("はい、よいです");
        await Sees("find-applied");

        Task Sees(string name) => Reads(page, name, look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task What_is_ones_own_can_be_read(Look look)
    {
        var page = await Entered(look);
        await page.Presses("わたし");
        await page.Presses("ポイント");
        await Sees("points");
        await page.Writes("1234567890123456");
        await page.Writes("昭和25年4月1日");
        await Sees("points-result");
        await page.Presses("メニュー");
        await page.Presses("わたし");
        await page.Presses("保存していること");
        await Sees("stored");
        await page.Presses("メニュー");
        await page.Presses("わたし");
        await page.Presses("同意の確認");
        await Sees("consents");
        await page.Goes("/mine");
        await Sees("mine");
        await page.Goes("/k/4101");
        await Sees("door-on-the-page");
        await Context.ClearCookiesAsync();
        await page.Goes("/k/4101");
        await Sees("door");
        await page.Goes("/chat");
        await Sees("start");

        Task Sees(string name) => Reads(page, name, look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task In_danger_the_numbers_can_be_read(Look look)
    {
        var page = await Entered(look);
        await page.Presses("わたし");
        await page.Presses("ポイント");
        await page.Writes("もう死にたい");
        await Reads(page, "danger", look);
    }

    private async Task<PrivatePage> Entered(Look look)
    {
        var page = await Visitor(look);
        foreach (var label in Welcome) await page.Presses(label);
        return page;
    }

    private async Task<PrivatePage> Visitor(Look look)
    {
        var page = await PageOfVisitor();
        await page.Page.SetTo(look);
        return page;
    }

    private static Task Reads(PrivatePage page, string name, Look look) => Eyes.Sees(page.Page, $"page-{name}", look);
}
