using Concierge.BrowserTests.Looks;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>佐藤 with the telephone in one hand: the log, cards, a booking, a slip; pictures to be looked at.</summary>
public sealed class ClerkLooksTests(Chromium chromium) : ConsoleTest(chromium)
{
    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task A_call_is_written_down_and_a_card_is_counted(Look look)
    {
        await Begins(look);
        await Follows("相談記録");
        await Page.GetByLabel("しごと", new() { Exact = true }).CheckAsync();
        await Writes("時間（分）", "15");
        await Writes("メモ", "庭の手入れの仕事をさがしている。来週の水曜日に来所する予定。");
        await Presses("記録する");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("記録しました。");
        await Expect(Page.GetByRole(AriaRole.Cell).Filter(new() { HasText = "庭の手入れ" })).ToBeVisibleAsync();
        await Reads("log", look);
        await Page.Locator("th a time").ClickAsync();
        await Sees("相談の記録を直す");
        await Reads("log-one", look);

        await Page.GotoAsync("/points");
        await Presses("アプリを案内した");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("一人分を数えました。");
        await Reads("points", look);
        Assert.Empty(Complaints);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Somebody_on_the_telephone_gets_a_seat_and_gives_it_back(Look look)
    {
        await Begins(look);
        await Page.GotoAsync("/seminars/demo-1");
        await Writes("名前", "山田 花子");
        await Writes("電話（分かるとき）", "04-7100-0000");
        await Presses("予約する");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("席を取りました。");
        await Reads("booking", look);
        await Presses("取り消す");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("予約を取り消しました。");
        Assert.Empty(Complaints);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task A_slip_is_written_and_what_was_said_is_read_further_back(Look look)
    {
        await Begins(look);
        await Page.GotoAsync("/cases/1");
        await Presses("引き受ける");
        await Follows("ほかの機関へ紹介する");
        await Page.GetByLabel("紹介先").SelectOptionAsync("silver");
        await Writes("伝えること", "週に2日くらいの軽い仕事をさがしています。");
        await Reads("referral-new", look);
        await Presses("会員にたずねる");
        await Sees("紹介 1");
        await Reads("referral", look);
        await Follows("紹介の一覧へ");
        await Reads("referrals", look);
        await Page.GotoAsync($"/members/{Some.Hanako}/talk?limit=2");
        await Follows("もっと前を見る");
        await Expect(Page.Locator(".talk")).ToContainTextAsync("canary-line");
        await Reads("talk", look);
    }

    private async Task Begins(Look look)
    {
        await Desk.Hanako();
        await Desk.Database.Writer.Write(unit => unit.Db.Add(HandoffCase.Request(Some.Hanako, 1, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, Some.Noon)));
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        await Page.SetTo(look);
    }

    private async Task Reads(string name, Look look)
    {
        await Eyes.Look(Page, $"clerk-{name}-{look.ToString().ToLowerInvariant()}", whole: true);
        if (look != Look.Zoomed) await Eyes.Read(Page, $"{name}, {look}");
    }
}
