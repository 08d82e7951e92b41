using Concierge.BrowserTests.Looks;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>Whom to telephone, what research takes, targets and reach, on a narrow window; pictures to be looked at.</summary>
public sealed class FollowUpLooksTests(Chromium chromium) : ConsoleTest(chromium)
{
    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task One_rings_somebody_and_writes_down_what_they_say(Look look)
    {
        await Desk.Hanako();
        await Desk.Database.Writer.Write(unit => Contacts.Keep(unit, Some.Hanako, new Contact("山田 花子", "04-7100-0000"), "sato", Some.Noon));
        await Desk.HanakoIsToBeRung();
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        await Page.SetTo(look);
        await Follows("そのあと");
        await Sees("そのあと");
        await Reads("follow-ups", look);
        await Follows("山田 花子");
        await Sees("電話でのおたずね");
        await Page.GetByLabel("いま おもに なにを していますか。").SelectOptionAsync("ボランティア");
        await Reads("call", look);
        await Presses("答えを記録する");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("記録しました。");
        await Expect(Page.GetByText("電話をかける人はいません。")).ToBeVisibleAsync();
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Research_sees_its_tables_and_how_far_we_reach(Look look)
    {
        await Desk.Hanako();
        await SignsIn("ito", "研究 伊藤", Role.Research);
        await Page.SetTo(look);
        await Follows("研究用データ");
        await Sees("研究用データ");
        await Reads("study", look);
        await Follows("計画の数字");
        await Follows("届き方");
        await Sees("届き方");
        await Reads("reach", look);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task The_targets_of_a_year_can_be_written(Look look)
    {
        await SignsIn("suzuki", "事務局 鈴木", Role.Secretariat);
        await Page.SetTo(look);
        await Follows("計画の数字");
        await Follows("目標と指標");
        await Sees("令和8年度の目標");
        await Reads("targets", look);
        await Follows("カ　かしわ生涯現役窓口");
        await Page.GetByLabel("かしわ生涯現役窓口での相談数　年度").FillAsync("420");
        await Reads("programme", look);
        await Presses("目標を保存する");
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("保存しました。");
        await Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("かしわ生涯現役窓口での相談数　年度：420");
    }

    private Task Reads(string name, Look look) => Eyes.Sees(Page, $"console-{name}", look);
}
