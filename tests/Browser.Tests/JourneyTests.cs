using Concierge.BrowserTests.Pages;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>キャリアの棚卸し from the first tap to the printed card.</summary>
public sealed class JourneyTests(Chromium chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Hanako_follows_answers_by_taps_and_on_the_page_and_prints_her_card()
    {
        var phone = await PhoneOf("花子");
        await phone.Follows();
        foreach (var label in Welcome) await phone.Taps(label);
        await phone.Sees("なにを しますか。");
        await phone.Taps("わたし");
        await phone.Taps("棚卸しをはじめる");
        await phone.Sees("窓口の職員が あなたのお答えを");
        while (phone.Person.FromBot[^1].Buttons.All(button => button.Kind != "uri")) await phone.AnswersFirst();

        var page = await phone.OpensPage("市のページを開く");
        await page.Asks("いちばん 充実していたのは いつごろですか。");
        await page.AnswersTheRest();
        await page.Sees("夏まつりの 世話役");
        await page.Presses("これでよい");
        await page.Sees("「わたしの棚卸しカード」が できました。");

        var card = await page.OpensCard();
        await card.ShowsTheFourBoxes();
        await card.Sees("夏まつりの 世話役");
        await phone.ClosesPage();
        await phone.TapsQuick("メニュー");
        await phone.Taps("わたし");
        await phone.Taps("わたしのカード");
        await phone.Sees("わたしの棚卸しカード");
    }
}
