using System.Text.RegularExpressions;
using Concierge.BrowserTests.Looks;
using Concierge.Data;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>受付 on a believable morning, as staff set their browsers; pictures to be looked at.</summary>
public sealed class DeskLooksTests(Chromium chromium) : DeskTest(chromium)
{
    public static TheoryData<Look> Looks => [.. Enum.GetValues<Look>()];

    [Theory, MemberData(nameof(Looks))]
    public async Task The_inbox_and_a_case_can_be_read(Look look)
    {
        await Town.Database.Writer.Write(unit => DemoDay.Seed(unit, Town.Clock.GetUtcNow()));
        var page = await ConsoleOf("demo-sato", "窓口 佐藤", 375, 740);
        await page.SetTo(look);
        await page.GotoAsync("/inbox?view=all");
        await Expect(page.Locator(".cases > li")).ToHaveCountAsync(5);
        await Expect(page.Locator(".cases > li").First).ToContainTextAsync("危険の言葉");
        await Expect(page.Locator(".cases")).ToContainTextAsync("おくれています");
        await Reads(page, "inbox", look);
        foreach (var (name, words) in new[] { ("held", "案内の中で選んだ"), ("urgent", "危険を知らせる言葉"), ("asked", "庭の手入れ") })
        {
            await page.GotoAsync("/inbox?view=all");
            var link = name == "asked" ? page.GetByRole(AriaRole.Link, new() { Name = "職員と話したい" }).First : page.GetByRole(AriaRole.Link, new() { Name = words });
            await link.ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex("/cases/[^/]+$"));
            await Reads(page, name, look);
        }
        await page.GetByRole(AriaRole.Link, new() { Name = "引き継ぎだけを開く" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/packet$"));
        await Reads(page, "packet", look);
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task The_packet_is_one_page_of_paper()
    {
        await Town.Database.Writer.Write(unit => DemoDay.Seed(unit, Town.Clock.GetUtcNow()));
        var page = await ConsoleOf("demo-sato", "窓口 佐藤");
        await page.GotoAsync("/cases/1");
        var paper = System.Text.Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Equal(1, Regex.Count(paper, @"/Type\s*/Page\b(?!s)"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Album.KeepWhole(page, "desk-paper");
    }

    private static async Task Reads(IPage page, string name, Look look)
    {
        await Eyes.Sees(page, $"desk-{name}", look);
        if (look != Look.Usual) return;
        await page.SetViewportSizeAsync(1280, 900);
        await Eyes.Look(page, $"desk-{name}-wide", whole: true);
        await Eyes.Read(page, $"{name}, wide");
        await page.SetViewportSizeAsync(375, 740);
    }
}
