using Concierge.BrowserTests.Looks;
using Concierge.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>Every page with old eyes: at LINE's usual and largest letters, and at the browser's letters and twice that.</summary>
public sealed class PhoneLooksTests(Chromium chromium) : BrowserTest(chromium)
{
    [Theory, InlineData("standard"), InlineData("huge")]
    public async Task The_talk_can_be_read(string letters)
    {
        await Sees("friend", await PhoneOf("新しい人", letters));
        var hanako = await AnsweredOnLine("花子", 0);
        var phone = await PhoneOf("花子", letters);
        await Sees("consent", phone);
        await Answers(phone, "いつが よろしいですか。");
        await phone.Taps("☐ 午前");
        await Sees("several", phone);
        await phone.Taps("決定");
        await Sees("many", phone);
        await Answers(phone, "「施設で 食事をくばる」");
        await Sees("pile", phone);
        await Answers(phone, "のこりは 体やお気持ちの質問です。");
        await Sees("door", phone);
        await phone.Says("とばす");
        await Sees("summary", phone);
        await phone.TapsQuick("これでよい");
        await Sees("card", phone);
        await phone.TapsQuick("メニュー");
        await Sees("menu", phone);
        await phone.Taps("わたし");
        await Sees("me", phone);
        // By now the talk holds a bubble of every kind.
        if (letters == "standard") await Eyes.Read(phone.Page, "talk", strict: false);

        Task Sees(string name, PhonePage of) => Eyes.Look(of.Page, $"phone-{name}-{letters}");
    }

    [Theory, InlineData("standard"), InlineData("huge")]
    public async Task Work_near_by_can_be_read(string letters)
    {
        await AnsweredOnLine("花子", 8);
        var phone = await PhoneOf("花子", letters);
        await phone.Says("さがす");
        await Sees("find-cards");
        await phone.Taps("地区をえらぶ");
        await Sees("find-area");
        await phone.Taps("柏中央");
        await Sees("find-near");
        for (var card = 1; card < 3; card++)
        {
            await phone.Swipes();
            await Sees($"find-near-{card + 1}");
        }
        await phone.TapsOnFirst("くわしく");
        await Sees("find-post");
        await phone.Taps("応募したい");
        await Sees("find-apply");
        await phone.Taps("応募する");
        await Sees("find-applied");
        await Town.Passes(TimeSpan.FromDays(60));
        await Sees("find-how");
        await phone.Taps("もう一度やりたい");
        await Sees("find-again");
        if (letters == "standard") await Eyes.Read(phone.Page, "find", strict: false);

        async Task Sees(string name)
        {
            await Eyes.Look(phone.Page, $"phone-{name}-{letters}");
            // A card is longer than the screen: for the picture the screen is as long as the card.
            await phone.Page.SetViewportSizeAsync(375, 2200);
            await Album.Keep(phone.Page, $"phone-{name}-{letters}-whole");
            await phone.Page.SetViewportSizeAsync(375, 740);
        }
    }

    [Theory, InlineData("standard"), InlineData("huge")]
    public async Task What_opens_over_the_talk_can_be_read(string letters)
    {
        await AnsweredOnLine("花子", 1);
        var phone = await PhoneOf("花子", letters);
        await phone.Button("スタンプ").ClickAsync();
        await Sees("stickers", read: true);
        await phone.Button("写真・位置情報").ClickAsync();
        await Sees("attachments");
        await phone.Button("位置情報").ClickAsync();
        await Sees("places", read: true);
        await phone.Button("キャンセル").ClickAsync();
        await phone.OpensMenu();
        await Sees("talk-menu");
        await phone.Button("通知の見え方").ClickAsync();
        await Sees("notifications", read: true);
        await phone.Button("トークにもどる").ClickAsync();
        await phone.Blocks();
        await Sees("blocked");

        async Task Sees(string name, bool read = false)
        {
            await Eyes.Look(phone.Page, $"phone-{name}-{letters}");
            if (read && letters == "standard") await Eyes.Read(phone.Page, name, strict: false);
        }
    }

    /// <summary>Answers in the quick way until this is asked.</summary>
    private async Task Answers(PhonePage phone, string question)
    {
        for (var i = 0; i < 60 && !phone.Person.FromBot[^1].Text.Contains(question, StringComparison.Ordinal); i++) await AnswersFirst(phone);
        await phone.Sees(question);
    }

    private async Task AnswersFirst(PhonePage phone)
    {
        var person = phone.Person;
        await Does(() => person.Taps(person.FromBot[^1].Buttons[0].Label));
        if (person.FromBot[^1].Buttons.Any(button => button.Label == "決定")) await Does(() => person.Taps("決定"));
    }
}

/// <inheritdoc cref="PhoneLooksTests"/>
public sealed class PageLooksTests(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>What axe reads: one page of every kind, since each costs a second.</summary>
    private static readonly string[] KindsOfPages = ["one", "several", "text", "summary", "card", "card-to-print", "expired"];

    [Theory, InlineData(1), InlineData(2)]
    public async Task The_page_of_the_city_can_be_read(int times)
    {
        var page = await PageOfVisitor();
        await Zoom(page.Page, times);
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

        async Task Sees(string name)
        {
            await Eyes.Look(page.Page, $"page-{name}-{times}00");
            if (times == 1 && KindsOfPages.Contains(name)) await Eyes.Read(page.Page, name);
        }
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task Work_near_by_can_be_read(int times)
    {
        var page = await PageOfVisitorAsked();
        await Zoom(page.Page, times);
        await page.Presses("いいえ");
        for (var i = 0; i < 4; i++) await page.AnswersFirst();
        await page.Presses("メニュー");
        await page.Presses("さがす");
        await Sees("find-cards", read: true);
        await page.Presses("地区をえらぶ");
        await Sees("find-area");
        await page.Presses("柏中央");
        await Sees("find-near");
        await page.Act(() => page.Root.GetByRole(AriaRole.Button, new() { Name = "くわしく", Exact = true }).First.ClickAsync());
        await Sees("find-post", read: true);
        await page.Presses("応募したい");
        await Sees("find-apply");
        await page.Presses("応募する");
        await Sees("find-share");
        await page.Presses("はい、よいです");
        await Sees("find-applied");

        async Task Sees(string name, bool read = false)
        {
            await Eyes.Look(page.Page, $"page-{name}-{times}00");
            await Album.KeepWhole(page.Page, $"page-{name}-{times}00-whole");
            if (read && times == 1) await Eyes.Read(page.Page, name);
        }
    }

    /// <summary>The letter size that the person set in the browser, in times of the usual.</summary>
    private async Task Zoom(IPage page, int times)
    {
        var session = await Context.NewCDPSessionAsync(page);
        await session.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 16 * times, @fixed = 13 * times } });
    }
}
