using Concierge.BrowserTests.Looks;
using Concierge.BrowserTests.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.WebChat;

/// <summary>Microsoft's Web Chat, unchanged, against our Direct Line: a client that nobody here has written.</summary>
public sealed class WebChatTests(Chromium chromium, CitySite site) : BrowserTest(chromium)
{
    protected override (string Key, string Value)[] Settings => [("Web:EmbedOrigins:1", site.Url)];

    [Fact]
    public async Task Hanako_is_greeted_and_answers_by_word_by_card_and_by_suggestion()
    {
        var chat = await Comes();
        await chat.Says("はい");
        await Expect(chat.Cards.Last).ToContainTextAsync("年代を 教えてください。");
        await chat.PressesCard("65〜69歳");
        await Expect(chat.Cards.Last).ToContainTextAsync("どの地域");
        await chat.Suggests("なぜ聞くの");
        await Expect(chat.Said("なぜ聞くの").First).ToBeVisibleAsync();
        await chat.PressesCard("北部");
        await Expect(chat.Cards.Last).ToContainTextAsync("なにを しますか。");
    }

    [Fact]
    public async Task After_a_reload_everything_stands_as_it_was_and_goes_on()
    {
        var chat = await Comes();
        await chat.Says("はい");
        await chat.PressesCard("65〜69歳");
        await Expect(chat.Cards.Last).ToContainTextAsync("どの地域");
        await chat.Page.ReloadAsync();

        await chat.Sees("かしわコンシェルジュです。");
        await Expect(chat.Said("はい")).ToHaveCountAsync(1);
        await Expect(chat.Said("65〜69歳").First).ToBeVisibleAsync();
        await Expect(chat.Cards.Last).ToContainTextAsync("どの地域");
        await chat.PressesCard("北部");
        await Expect(chat.Cards.Last).ToContainTextAsync("なにを しますか。");
    }

    [Fact]
    public async Task The_window_speaks_Japanese()
    {
        var chat = await Comes();
        await Expect(chat.Page.GetByRole(AriaRole.Button, new() { Name = "送信", Exact = true })).ToBeVisibleAsync();
        await Expect(chat.Talk).ToContainTextAsync("11月24日 午前10:00");
    }

    [Theory, InlineData("1"), InlineData("1.5")]
    public async Task Nothing_is_lost_at_the_usual_letters_nor_at_one_and_a_half_times(string times)
    {
        var chat = await Comes(times);
        await Sees("welcome");
        await chat.Says("はい");
        await chat.PressesCard("65〜69歳");
        await chat.PressesCard("北部");
        await Expect(chat.Cards.Last).ToContainTextAsync("なにを しますか。");
        await Sees("menu");
        await chat.PressesCard("学ぶ・集まる");
        await Expect(chat.Cards.Last).Not.ToContainTextAsync("なにを しますか。");
        await Sees("posters");

        Task Sees(string name) => Eyes.Look(chat.Page, $"webchat-{name}-{times}");
    }

    [Fact]
    public async Task A_screen_reader_stumbles_over_nothing()
    {
        var chat = await Comes();
        await chat.Says("はい");
        await Expect(chat.Cards.Last).ToContainTextAsync("年代を 教えてください。");
        await Eyes.Read(chat.Page, "webchat", strict: false);
    }

    private async Task<WebChatWindow> Comes(string times = "1")
    {
        Assert.SkipWhen(site.Missing is not null, site.Missing ?? "");
        var page = await Context.NewPageAsync();
        await page.GotoAsync($"{site.Url}/chat?bot={Uri.EscapeDataString(Town.BotUrl)}&times={times}");
        // What is written before it is connected waits for a connection that may be another one.
        await Expect(page.GetByText("接続中")).ToHaveCountAsync(0);
        var chat = new WebChatWindow(page);
        await chat.Sees("かしわコンシェルジュです。");
        return chat;
    }
}
