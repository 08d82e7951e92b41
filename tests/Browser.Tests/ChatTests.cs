using System.Text.Json;
using Concierge.BrowserTests.Looks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests;

/// <summary>Chatting on the phone page as people chat on LINE.</summary>
public sealed class ChatTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Travel = "片道 どのくらいまで 通えますか。";

    [Fact]
    public async Task Hanako_types_her_answers()
    {
        var phone = await PhoneOf("花子");
        await phone.Follows();
        await phone.Says("はい");
        await phone.Says("７４です");
        await phone.HasSeen("「70〜74歳」ですね。");
        await phone.Sees("お住まいは どの地域ですか。");
    }

    [Fact]
    public async Task Taro_goes_back_and_asks_why_by_the_buttons_above_the_field()
    {
        var phone = await PhoneOfSomebodyAsked("太郎");
        await phone.TapsQuick("なぜ聞くの");
        await phone.HasSeen(phone.Person.FromBot[^2].Text);
        await phone.Sees(Travel);
        await phone.AnswersFirst();
        await phone.TapsQuick("もどる");
        await phone.Sees(Travel);
        await phone.TapsQuick("職員と話す");
        await phone.HasSeen("職員と お話しになりたいのですね。");
    }

    [Fact]
    public async Task Hanako_takes_her_words_back_and_is_asked_again()
    {
        var phone = await PhoneOfSomebodyAsked("花子");
        await phone.Says("自転車かな");
        await phone.Sees("一週間に どのくらい");
        await phone.Unsends("自転車かな");
        await phone.HasSeen("メッセージの送信を取り消しました");
        await phone.TapsQuick("もう一度");
        await phone.TapsQuick("もどる");
        await phone.Sees(Travel);
    }

    [Fact]
    public async Task Taro_blocks_the_account_and_comes_back()
    {
        var phone = await PhoneOfSomebodyAsked("太郎");
        await phone.Blocks();
        await Expect(phone.Button("送信")).ToBeHiddenAsync();
        await phone.Unblocks();
        await phone.HasSeen("おかえりなさい。");
        await phone.Taps("棚卸しのつづき");
        await phone.Sees(Travel);
    }

    [Fact]
    public async Task Hanako_sends_a_sticker_and_is_thanked_and_where_she_is_and_is_shown_what_is_near()
    {
        var phone = await PhoneOfSomebodyAsked("花子");
        await phone.SendsSticker("ありがとう");
        await phone.HasSeen("スタンプ ありがとうございます。");
        await phone.Sees(Travel);
        await phone.SendsPlace("柏駅");
        await phone.HasSeen("いまの場所の まわりで さがしました。");
        await phone.HasSeen("場所は 残していません。");
    }

    [Fact]
    public async Task Taro_picks_a_day_on_the_picker_of_his_phone()
    {
        var phone = await PhoneOfSomebodyAsked("太郎");
        await Push(phone.Person.Id, new
        {
            type = "text",
            text = "いつが よろしいですか。",
            quickReply = new { items = new[] { new { type = "action", action = new { type = "datetimepicker", label = "日にちを選ぶ", data = "day", mode = "date", min = "2026-11-25" } } } },
        });
        await phone.Picks("日にちを選ぶ", "2026-12-01");

        var posted = JsonElement.Parse(Town.Line.Webhooks[^1].Body).GetProperty("events")[0].GetProperty("postback");
        Assert.Equal("2026-12-01", posted.GetProperty("params").GetProperty("date").GetString());
    }

    [Fact]
    public async Task Hanako_and_Taro_sit_side_by_side_and_do_not_hear_each_other()
    {
        var hanako = await PhoneOf("花子");
        await hanako.Page.SetViewportSizeAsync(1280, 860);
        await hanako.Page.GotoAsync($"{Town.Line.Url}/phone/?name=花子&name=太郎");
        var taro = new Pages.PhonePage(hanako.Page, Town, await Known("太郎", hanako.Page));
        await hanako.Follows();
        await taro.Follows();
        await hanako.Taps("はい、よいです");
        await taro.TapsQuick("なぜ聞くの");
        await hanako.Sees("年代を 教えてください。");
        await taro.Sees("お答えを 保存しても よろしいですか。");
        await Expect(taro.Phone.GetByRole(AriaRole.Log)).Not.ToContainTextAsync("年代を");
        await Eyes.Look(hanako.Page, "two-people");
    }

    [Fact]
    public async Task Hanako_sets_the_largest_letters_and_the_talk_follows()
    {
        var phone = await PhoneOfSomebodyAsked("花子");
        var before = await Height(phone.Newest);
        await phone.ChoosesLetters("特大");
        await Expect(phone.Newest.GetByText(Travel, new() { Exact = true })).ToHaveCSSAsync("font-size", "33px");
        Assert.True(await Height(phone.Newest) > before);
    }

    private async Task<Pages.PhonePage> PhoneOfSomebodyAsked(string name)
    {
        await AnsweredOnLine(name, 1);
        return await PhoneOf(name);
    }

    /// <summary>The page makes a person whom it does not know yet; only then is there somebody to find.</summary>
    private async Task<Concierge.LineSimulator.Person> Known(string name, IPage page)
    {
        await page.GetByRole(AriaRole.Region, new() { Name = $"{name}さんの電話" }).WaitForAsync();
        return Town.Line.Person(name);
    }

    private async Task Push(string to, object message)
    {
        var answer = await Context.APIRequest.PostAsync($"{Town.Line.Url}/v2/bot/message/push", new()
        {
            Headers = [new("Authorization", "Bearer development-token")],
            DataObject = new { to, messages = new[] { message } },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    private static async Task<float> Height(ILocator locator) => (await locator.BoundingBoxAsync())!.Height;
}
