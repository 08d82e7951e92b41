using Concierge.BrowserTests.Looks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>佐藤 at the console, 花子 at her phone: from an empty sheet to a seat, and to another day.</summary>
public sealed class GatheringTests(Chromium chromium) : DeskTest(chromium)
{
    [Fact]
    public async Task What_is_written_at_the_desk_is_reserved_on_a_phone_and_called_off_there_another_is_reserved_at_once()
    {
        var sato = await ConsoleOf("sato", "窓口 佐藤");
        await Writes(sato, "光ケ丘の ミニ集会", "光ケ丘", "2026-12-12");
        await Writes(sato, "増尾の ミニ集会", "増尾", "2026-12-19");

        var phone = await PhoneOf("花子");
        await phone.Follows();
        foreach (var label in Welcome) await phone.Taps(label);
        await phone.Says("教室");
        await phone.TapsOld("光ケ丘を見る");
        await phone.HasSeen("光ケ丘近隣センター");
        await phone.Taps("予約する");
        await phone.Taps("1人で参加する");
        await phone.Taps("予約する");
        await phone.HasSeen("予約しました。");

        await sato.GotoAsync("/seminars");
        await sato.GetByRole(AriaRole.Link, new() { Name = "光ケ丘の ミニ集会" }).ClickAsync();
        await sato.GetByRole(AriaRole.Link, new() { Name = "中止にする" }).ClickAsync();
        await Expect(sato.GetByText("LINEで1人、電話で0人")).ToBeVisibleAsync();
        await sato.GetByLabel("理由（会員が読みます）").FillAsync("大雪のためです。");
        await sato.GetByRole(AriaRole.Button, new() { Name = "中止にして知らせる" }).ClickAsync();
        await Expect(sato.GetByRole(AriaRole.Status)).ToContainTextAsync("中止にしました。");
        await Town.Settles();

        await phone.HasSeen("「光ケ丘」は 中止に なりました。");
        await phone.Sees("増尾の ミニ集会");
        await Album.KeepWhole(phone.Page, "gathering-called-off-phone");
        await phone.TapsOnFirst("予約する");
        await phone.Taps("1人で参加する");
        await phone.Taps("予約する");
        await phone.HasSeen("予約しました。");
        Assert.Empty(Complaints);
    }

    private static async Task Writes(IPage page, string title, string shortly, string day)
    {
        await page.GotoAsync("/seminars/new?template=6");
        foreach (var (label, words) in new[]
        {
            ("題名", title), ("短い呼び名", shortly), ("はじまり", day + "T10:00"), ("おわり", day + "T12:00"), ("会場", shortly + "近隣センター"), ("住所", shortly + "3-6"),
        }) await page.GetByLabel(label, new() { Exact = true }).FillAsync(words);
        await page.GetByLabel("南部", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "準備中として保存する" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "公開する" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "公開する" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("公開しました。");
    }
}
