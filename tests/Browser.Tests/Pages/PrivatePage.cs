using Concierge.SystemTests.Road;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Pages;

/// <summary>The conversation on the city's own page, in a browser of its own or in LINE's.</summary>
/// <param name="root">The page's body: the top one, or that of the frame in the phone.</param>
public sealed class PrivatePage(IPage page, ILocator root, Town town)
{
    /// <summary>More answers than any of our forms wants.</summary>
    private const int Enough = 60;

    public IPage Page => page;

    public ILocator Root => root;

    public ILocator Question => root.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public Task Asks(string question) => Expect(Question).ToHaveTextAsync(question);

    public Task Sees(string words) => Expect(root.GetByRole(AriaRole.Main)).ToContainTextAsync(words);

    public Task Presses(string label) => Act(() => Button(label).ClickAsync());

    /// <summary>Of several with this label the first.</summary>
    public Task PressesFirst(string label) => Act(() => Button(label).First.ClickAsync());

    /// <summary>Another page of the same server.</summary>
    public Task Goes(string path) => page.GotoAsync(town.BotUrl + path);

    public ILocator Button(string label) => root.GetByRole(AriaRole.Button, new() { Name = label, Exact = true });

    public ILocator Field => root.GetByRole(AriaRole.Textbox);

    public async Task Writes(string words)
    {
        await Field.FillAsync(words);
        await Presses("送る");
    }

    /// <summary>The first answer that is offered; of several, that one and 決定; where words are wanted, some.</summary>
    public async Task AnswersFirst()
    {
        if (await Field.CountAsync() > 0)
        {
            await Writes("夏まつりの 世話役を していました。");
            return;
        }
        await Act(() => root.Locator(".choices button").First.ClickAsync());
        if (await Button("決定").CountAsync() > 0) await Presses("決定");
    }

    /// <summary>Answers what comes until this is asked.</summary>
    public Task AnswersUntil(string question) => AnswersWhile(async () => await Question.First.TextContentAsync() != question);

    /// <summary>Answers until the summary.</summary>
    public Task AnswersTheRest() => AnswersWhile(async () => await Button("これでよい").CountAsync() == 0);

    private async Task AnswersWhile(Func<Task<bool>> more)
    {
        for (var i = 0; await more(); i++)
        {
            Assert.True(i < Enough, $"After {i} answers still: {await root.InnerTextAsync()}");
            await AnswersFirst();
        }
    }

    public async Task<CardPage> OpensCard()
    {
        await root.GetByRole(AriaRole.Link, new() { Name = "大きな文字で見る" }).ClickAsync();
        return new CardPage(page, root);
    }

    /// <summary>What makes the browser send the form; done when the next page is there.</summary>
    public async Task Act(Func<Task> act)
    {
        var before = await EventId();
        await act();
        await Expect(root.Locator("input[name=event]").First).Not.ToHaveValueAsync(before);
        await town.Settles();
    }

    private async Task<string> EventId() => await root.Locator("input[name=event]").First.InputValueAsync();
}
