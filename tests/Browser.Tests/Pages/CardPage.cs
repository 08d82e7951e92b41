using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Pages;

/// <summary>わたしの棚卸しカード in large type, to read and to print.</summary>
public sealed class CardPage(IPage page, ILocator root)
{
    public IPage Page => page;

    public ILocator Root => root;

    public ILocator Boxes => root.GetByRole(AriaRole.Article).GetByRole(AriaRole.Heading, new() { Level = 2 });

    public async Task ShowsTheFourBoxes()
    {
        await Expect(root.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("わたしの棚卸しカード");
        await Expect(Boxes).ToHaveTextAsync(["大切にしたいこと・興味", "わたしの強み", "してみたい仕事・働き方", "つぎの一歩"]);
        // Whoever asks for large letters gets larger ones than everywhere else, where they have 20 points.
        Assert.True(await root.GetByRole(AriaRole.Article).EvaluateAsync<double>("card => parseFloat(getComputedStyle(card).fontSize)") > 24);
    }

    public Task Sees(string words) => Expect(root.GetByRole(AriaRole.Article)).ToContainTextAsync(words);
}
