using Concierge.BrowserTests.Looks;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>The plan's figures on a narrow window and on paper; pictures to be looked at.</summary>
public sealed class KpiLooksTests(Chromium chromium) : ConsoleTest(chromium)
{
    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task The_figures_of_a_year_can_be_read(Look look)
    {
        await SomethingHappens();
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        await Page.SetTo(look);
        await Follows("計画の数字");
        await Sees("計画の数字　令和8年度");
        await Follows("令和5年度");
        await Sees("計画の数字　令和5年度");
        await Reads("figures", look);
        await Follows("かしわ生涯現役ネットアクセス数 2期（7月から9月） 7,600件");
        await Sees("かしわ生涯現役ネットアクセス数");
        await Expect(Page.GetByRole(AriaRole.Cell, new() { Name = "ネットの管理画面から" })).ToBeVisibleAsync();
        await Reads("counted", look);
        await Follows("外であったことを書く");
        await Sees("外であったことを書く");
        await Writes("日付", "2023-08-31");
        await Writes("数", "1,200");
        await Writes("答えた人の数（割合のときだけ）", "9");
        await Presses("記録する");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("答えた人の数は");
        await Reads("entry-wrong", look);
        await Writes("答えた人の数（割合のときだけ）", "");
        await Presses("記録する");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("記録しました。");
        await Expect(Page.GetByRole(AriaRole.Cell, new() { Name = "1,200件" })).ToBeVisibleAsync();
        // The browser tells of every refused form itself.
        Assert.All(Complaints, complaint => Assert.Contains("400", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_figures_are_printed_on_a4()
    {
        await SomethingHappens();
        await SignsIn("sato", "窓口 佐藤", Role.Desk);
        await Page.SetViewportSizeAsync(1280, 800);
        await Page.GotoAsync("/kpi?fiscalYear=R5");
        var paper = System.Text.Encoding.Latin1.GetString(await Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.InRange(System.Text.RegularExpressions.Regex.Count(paper, @"/Type\s*/Page\b(?!s)"), 1, 3);
        // A4 in points.
        Assert.Matches(@"/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]", paper);
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Page.SetViewportSizeAsync(718, 1000);
        await Album.KeepWhole(Page, "kpi-paper");
        await Expect(Page.GetByRole(AriaRole.Navigation)).ToHaveCountAsync(0);
    }

    private Task SomethingHappens() => Desk.Database.Writer.Write(unit =>
    {
        foreach (var (indicator, day, number, outOf) in new (string, DateOnly, long, long?)[]
        {
            ("site-accesses", new(2023, 7, 31), 7_600, null), ("site-accesses", new(2023, 12, 31), 5_200, null), ("desk-satisfaction", new(2023, 9, 30), 45, 50),
            ("model-areas", new(2023, 8, 1), 1, null), ("funding", new(2024, 3, 31), 1_287_000, null), ("labour-care-openings", new(2024, 1, 31), 812, null),
        })
        {
            var entry = new KpiEntry { Id = indicator + day.DayNumber, Indicator = indicator, Day = day, Number = number, OutOf = outOf, WrittenBy = "sato", Revision = 1 };
            KpiNotes.Write(unit, entry, "ネットの管理画面から");
            unit.Db.Add(entry);
        }
    });

    private async Task Reads(string name, Look look)
    {
        await Eyes.Sees(Page, $"kpi-{name}", look);
        if (look != Look.Usual) return;
        var narrow = Page.ViewportSize!;
        await Page.SetViewportSizeAsync(1280, 800);
        await Eyes.Look(Page, $"kpi-{name}-wide", whole: true);
        await Page.SetViewportSizeAsync(narrow.Width, narrow.Height);
    }
}
