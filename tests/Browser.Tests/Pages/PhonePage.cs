using Concierge.LineSimulator;
using Concierge.SystemTests.Road;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Pages;

/// <summary>One person's phone on the phone page, and what fingers do with it. After each act all of the answer is on the screen.</summary>
public sealed class PhonePage(IPage page, Town town, Person person)
{
    private const string Talk = "トークのメニュー";

    public IPage Page => page;

    public Person Person => person;

    public ILocator Phone => page.GetByRole(AriaRole.Region, new() { Name = $"{person.Name}さんの電話" });

    /// <summary>What the bot said last.</summary>
    public ILocator Newest => Phone.Locator($"[data-item-id='{person.FromBot[^1].Id}']");

    public Task Follows() => Act(() => Button("友だち追加").ClickAsync());

    public async Task Says(string words)
    {
        await Phone.GetByRole(AriaRole.Textbox, new() { Name = "メッセージを入力" }).FillAsync(words);
        await Act(() => Button("送信").ClickAsync());
    }

    /// <summary>A button of the bot's newest message.</summary>
    public Task Taps(string label) => Act(() => Newest.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync());

    /// <summary>Of several cards side by side, the first one's button.</summary>
    public Task TapsOnFirst(string label) => Act(() => Newest.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).First.ClickAsync());

    /// <summary>On to the next card of those side by side.</summary>
    public Task Swipes() => Newest.Locator(".scroller-row").EvaluateAsync("row => row.scrollBy({ left: row.firstElementChild.offsetWidth + 8, behavior: 'instant' })");

    /// <summary>A button further up in the talk: the first with this label.</summary>
    public Task TapsOld(string label) => Act(() => Phone.Locator(".flex-button").GetByText(label, new() { Exact = true }).First.ClickAsync());

    public Task TapsQuick(string label) => Act(() => Quick(label).ClickAsync());

    public ILocator Quick(string label) =>
        Phone.GetByRole(AriaRole.Group, new() { Name = "クイックリプライ" }).GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    /// <summary>The first answer that is offered; of several, that one and 決定.</summary>
    public async Task AnswersFirst()
    {
        await Act(() => Newest.Locator(".flex-button").First.ClickAsync());
        if (person.FromBot[^1].Buttons.Any(button => button.Label == "決定")) await Taps("決定");
    }

    public Task Sees(string words) => Expect(Newest).ToContainTextAsync(words);

    public Task HasSeen(string words) => Expect(Phone.GetByRole(AriaRole.Log)).ToContainTextAsync(words);

    /// <summary>Taps what leads to a page of the city's: it opens over the talk, as in LINE.</summary>
    public async Task<PrivatePage> OpensPage(string label)
    {
        await Newest.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        return new PrivatePage(page, Browser.FrameLocator("iframe").Locator("body"), town);
    }

    public async Task ClosesPage()
    {
        await Browser.GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();
        await Expect(Browser).ToHaveCountAsync(0);
    }

    public ILocator Browser => Sheet("アプリ内ブラウザ");

    public ILocator Sheet(string name) => Phone.GetByRole(AriaRole.Dialog, new() { Name = name });

    /// <summary>A long press on one's own bubble, then 送信取消, and yes.</summary>
    public async Task Unsends(string words)
    {
        await Phone.Locator(".from-person .bubble", new() { HasText = words }).Last.ClickAsync(new() { Button = MouseButton.Right });
        await Sheet("メッセージのメニュー").GetByRole(AriaRole.Button, new() { Name = "送信取消" }).ClickAsync();
        await Act(() => Sheet("このメッセージの送信を取り消しますか？").GetByRole(AriaRole.Button, new() { Name = "送信取消" }).ClickAsync());
    }

    public async Task Blocks()
    {
        await OpensMenu();
        await Sheet(Talk).GetByRole(AriaRole.Button, new() { Name = "ブロック", Exact = true }).ClickAsync();
        await Act(() => Phone.GetByRole(AriaRole.Button, new() { Name = "ブロックする" }).ClickAsync());
    }

    public Task Unblocks() => Act(() => Button("ブロック解除").ClickAsync());

    public Task OpensMenu() => Button(Talk).ClickAsync();

    public async Task SendsSticker(string word)
    {
        await Button("スタンプ").ClickAsync();
        await Act(() => Button(word).ClickAsync());
    }

    public async Task SendsPlace(string place)
    {
        await Button("写真・位置情報").ClickAsync();
        await Button("位置情報").ClickAsync();
        await Sheet("位置情報を送る").GetByText(place, new() { Exact = true }).ClickAsync();
        await Act(() => Button("この場所を送る").ClickAsync());
    }

    /// <summary>Opens the picker behind a quick reply and picks.</summary>
    public async Task Picks(string label, string date)
    {
        await Quick(label).ClickAsync();
        await Phone.GetByLabel("日にち", new() { Exact = true }).FillAsync(date);
        await Act(() => Button("決定").ClickAsync());
    }

    public async Task ChoosesLetters(string size)
    {
        await OpensMenu();
        await Sheet(Talk).GetByRole(AriaRole.Button, new() { Name = size, Exact = true }).ClickAsync();
        await Sheet(Talk).GetByRole(AriaRole.Button, new() { Name = "閉じる" }).ClickAsync();
    }

    public ILocator Button(string name) => Phone.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task Act(Func<Task> act)
    {
        await page.RunAndWaitForResponseAsync(act, answer => answer.Request.Method == "POST" && answer.Url.Contains($"/{person.Id}/"));
        await town.Settles();
        if (person.Chat.LastOrDefault(item => !item.Unsent && item.From != ChatItem.System) is { } last)
            await Expect(Phone.Locator($"[data-item-id='{last.Id}']")).ToBeAttachedAsync();
    }
}
