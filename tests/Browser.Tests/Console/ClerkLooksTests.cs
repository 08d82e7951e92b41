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

/// <summary>佐藤 with the telephone in one hand: the log, cards, a booking, a slip, a post, what went wrong, 開示, keys; pictures to be looked at.</summary>
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
        await Page.GetByText("予約を取り消すとき").ClickAsync();
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

    [Theory, MemberData(nameof(Looks))]
    public async Task A_post_rests_and_what_did_not_go_through_is_looked_at(Look look)
    {
        await Begins(look, Role.Secretariat);
        await Desk.HanakoApplies(post: 1);
        await Desk.SomethingWentWrong();
        await Page.GotoAsync("/posts/1");
        await Presses("掲示を休む");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("掲示を休みにしました。");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = Some.Hanako })).ToBeVisibleAsync();
        await Reads("post", look);
        foreach (var (page, name) in new[] { ("/unsent/1", "unsent-one"), ("/unsent/parked/1", "parked-one") })
        {
            await Page.GotoAsync("/unsent");
            await Act(() => Page.Locator($"a[href='{page}']").ClickAsync());
            await Reads(name, look);
        }
        Assert.Empty(Complaints);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Somebody_at_the_counter_gets_what_is_stored_of_her_and_is_erased(Look look)
    {
        await Begins(look, Role.Secretariat);
        foreach (var kind in new[] { "開示", "消去" })
        {
            await Page.GotoAsync("/requests?with=" + Some.Hanako);
            await Page.GetByLabel(kind, new() { Exact = true }).CheckAsync();
            await Page.GetByLabel("写真のある証明書").CheckAsync();
            await Presses("受ける");
            await Sees(kind + "の求め");
            await Reads(kind == "開示" ? "request-export" : "request-erasure", look);
            if (kind == "消去") continue;
            await Follows("開示するものを見る（印刷用）");
            await Sees("あなたについて記録していること");
            await Reads("export", look);
            await Follows("求めへもどる");
            await Presses("本人にわたした");
        }
        await Follows("消去に進む");
        await Reads("erasure", look);
        await Page.GetByLabel("すべて消してよいか、本人にもう一度確かめました。").CheckAsync();
        await Presses("いま、すべて消す");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("すべて消しました。");
        await Reads("erased", look);
        await Follows("開示と消去へもどる");
        await Reads("requests", look);
        Assert.Empty(Complaints);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task A_program_gets_a_key_and_loses_it(Look look)
    {
        await Begins(look, Role.Administrator);
        await Follows("連携の鍵");
        await Follows("鍵を作る");
        await Writes("使い道", "電話受付表");
        await Page.GetByRole(AriaRole.Radio, new() { NameRegex = new("^窓口") }).CheckAsync();
        await Reads("token-new", look);
        await Presses("作る");
        await Sees("新しい鍵");
        await Reads("token-once", look);
        await Follows("鍵の一覧へ");
        await Page.GetByText("取り消すとき").First.ClickAsync();
        await Reads("tokens", look);
        await Presses("取り消す");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("鍵を取り消しました。もう使えません。");
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task The_slip_is_one_page_of_paper()
    {
        await Begins(Look.Usual);
        await Desk.Database.Writer.Write(unit =>
        {
            var slip = Referrals.Propose(unit, 1, "sato", "silver", "週に2日くらいの軽い仕事をさがしています。庭の手入れが得意です。", Some.Noon);
            unit.Db.Set<Referral>().Find(slip)!.Move(Referral.On.Consent, Some.Noon);
        });
        await Page.GotoAsync("/referrals/1");
        var paper = System.Text.Encoding.Latin1.GetString(await Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(paper, @"/Type\s*/Page\b(?!s)"));
        await Page.SetViewportSizeAsync(794, 600);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Album.KeepWhole(Page, "clerk-referral-paper");
    }

    private async Task Begins(Look look, Role role = Role.Desk)
    {
        await Desk.Hanako();
        await Desk.Database.Writer.Write(unit => unit.Db.Add(HandoffCase.Request(Some.Hanako, 1, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, Some.Noon)));
        await SignsIn("sato", "窓口 佐藤", role);
        await Page.SetTo(look);
    }

    private Task Reads(string name, Look look) => Eyes.Sees(Page, $"clerk-{name}", look);
}
