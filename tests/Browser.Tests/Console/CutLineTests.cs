using Concierge.LineSimulator;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>The line to the desk goes while pages are open; afterwards they show what the server has, and go on listening.</summary>
public sealed class CutLineTests(Chromium chromium) : DeskTest(chromium)
{
    private const string Before = "きょうは 雨ですね", Meanwhile = "木曜日でも いいですか", After = "やっぱり 金曜日に します";

    [Fact]
    public async Task What_happened_in_a_second_without_a_line_is_made_up_for_by_itself()
    {
        var (sato, suzuki) = (await ConsoleOf("sato", "窓口 佐藤"), await ConsoleOf("suzuki", "窓口 鈴木"));
        await suzuki.GotoAsync("/inbox?view=all");
        var hanako = await Waits("花子");
        await Listens(sato, hanako);
        await Expect(suzuki.Locator(".cases > li")).ToHaveCountAsync(1);

        Desk.Plug.PullOut();
        await Does(() => hanako.Says(Meanwhile));
        await Waits("太郎");
        Town.Clock.Advance(TimeSpan.FromSeconds(1));
        Desk.Plug.PutIn();
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Meanwhile);
        await Expect(suzuki.Locator(".cases > li")).ToHaveCountAsync(2);
        await AssertAsOnTheServer(sato);
        await AssertAsOnTheServer(suzuki);
        await GoesOn(sato, hanako);
    }

    [Fact]
    public async Task After_an_hour_without_a_line_a_page_says_so_and_who_signs_in_again_sees_what_happened()
    {
        var sato = await ConsoleOf("sato", "窓口 佐藤");
        var hanako = await Waits("花子");
        await Listens(sato, hanako);

        Desk.Plug.PullOut();
        await Does(() => hanako.Says(Meanwhile));
        await sato.Clock.FastForwardAsync("01:00:00");
        await Expect(sato.Locator("[data-cut]")).ToBeVisibleAsync();
        Town.Clock.Advance(TimeSpan.FromHours(1));
        await Town.Settles();
        Desk.Plug.PutIn();
        // Nobody has clicked for half an hour: who sits there now has to say who they are.
        await sato.GetByRole(AriaRole.Link, new() { Name = "読みなおす" }).ClickAsync();
        await Signs(sato, "sato");
        await Expect(sato.GetByRole(AriaRole.Log)).ToContainTextAsync(Meanwhile);
        await GoesOn(sato, hanako);
        await AssertAsOnTheServer(sato);
    }

    private async Task<Person> Waits(string name)
    {
        var person = Town.Line.Person(name);
        await Town.Enters(person);
        foreach (var words in new[] { "職員と話す", "いいえ" }) await Does(() => person.Says(words));
        return person;
    }

    /// <summary>Opens the first case, and hears what is said there. What counts down on the page stands still, as the town does.</summary>
    private async Task Listens(IPage page, Person person)
    {
        var now = Town.Clock.GetUtcNow().UtcDateTime;
        await page.Clock.InstallAsync(new() { TimeDate = now });
        await page.Clock.PauseAtAsync(now.AddSeconds(1));
        await page.GotoAsync("/cases/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "引き受ける" }).ClickAsync();
        await Expect(page.Locator("#state")).ToContainTextAsync("引き受けました");
        await Does(() => person.Says(Before));
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync(Before);
    }

    private async Task GoesOn(IPage page, Person person)
    {
        await Does(() => person.Says(After));
        await Expect(page.GetByRole(AriaRole.Log)).ToContainTextAsync(After);
        await Expect(page.Locator("[data-cut]")).ToBeHiddenAsync();
    }

    private static async Task AssertAsOnTheServer(IPage page) => Assert.Empty(await page.EvaluateAsync<string[]>(
        """
        async () => {
          const view = document.querySelector("[data-live]");
          const fresh = new DOMParser().parseFromString(await (await fetch(view.dataset.live)).text(), "text/html");
          return [...view.querySelectorAll("[data-part]")].filter(part => part.textContent !== fresh.getElementById(part.id).textContent).map(part => part.id);
        }
        """));
}
