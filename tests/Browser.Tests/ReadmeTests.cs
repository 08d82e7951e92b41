using Concierge.BrowserTests.Looks;
using Concierge.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Concierge.BrowserTests;

/// <summary>
/// The two pictures of the README. To take them anew:
/// <c>CONCIERGE_IMAGES=docs/images dotnet run --project tests/Browser.Tests -- -class '*ReadmeTests'</c>.
/// </summary>
public sealed class ReadmeTests(Chromium chromium) : BrowserTest(chromium)
{
    /// <summary>Bytes: a README should open at once.</summary>
    private const int Most = 150_000;

    private static readonly string[] UntilTheDoor =
    [
        "自転車で15分", "週2〜3日 半日", "☐ 午前", "☐ 平日", "決定", "教育・保育", "☐ 料理", "☐ 人の話を聞く", "決定",
        "☐ 人の話を聞く", "☐ 人に教える", "決定", "☐ 人とのつながり", "☐ 役に立つこと", "決定", "☐ お礼つきの手伝い", "☐ ボランティア", "決定",
        "お礼や交通費", "いいえ", "はい", "いいえ", "はい", "いいえ", "いいえ", "いいえ", "はい", "いいえ", "いいえ", "見学する", "体力",
    ];

    private static readonly string[] Moves =
        ["できる", "できる", "少しならできる", "できる", "さけたい", "少しならできる", "さけたい", "さけたい", "☐ ひざ・腰", "決定", "はい"];

    protected override float Density => 1.5f;

    [Fact]
    public async Task The_pictures_show_Hanako_asked_on_her_phone_and_her_card()
    {
        var hanako = await AnsweredOnLine("花子", 1);
        var phone = await PhoneOf("花子");
        await phone.Page.SetViewportSizeAsync(1100, 914);
        await phone.Sees("片道 どのくらいまで 通えますか。");
        await Take("phone.png", path => phone.Phone.ScreenshotAsync(new() { Path = path }));

        await Taps(hanako, UntilTheDoor);
        await phone.Sees("のこりは LINEには 残さず 市のページで うかがいます。");
        var page = await phone.OpensPage("市のページを開く");
        await page.Presses("30代");
        await page.Writes("中学校で 国語を教えていました。");
        foreach (var move in Moves) await page.Presses(move);
        await page.Presses("これでよい");
        var card = await page.OpensCard();
        await card.ShowsTheFourBoxes();
        await Take("card.png", path => phone.Phone.ScreenshotAsync(new() { Path = path }));
    }

    private async Task Taps(LineSimulator.Person person, IEnumerable<string> labels)
    {
        foreach (var label in labels) await Does(() => person.Taps(label, person.FromBot[^1]));
    }

    private static async Task Take(string name, Func<string, Task> take)
    {
        var path = Album.ForReadme(name);
        await take(path);
        Assert.InRange(new FileInfo(path).Length, 1, Most);
    }
}
