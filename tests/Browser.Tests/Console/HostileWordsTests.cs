using Concierge.BrowserTests.Looks;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>Whatever somebody writes stands at the desk as letters: nothing runs, nothing is fetched, nothing leaves its place.</summary>
public sealed class HostileWordsTests(Chromium chromium) : DeskTest(chromium)
{
    private static readonly string[] Corpus =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<iframe src=javascript:alert(1)></iframe>",
        "<body onload=alert(1)>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>", "</bdi></p></li></ol><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
        "</title><script>alert(1)</script>", "<a href=\"javascript:alert(1)\">押す</a>", "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
        "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<marquee onstart=alert(1)>", "<video><source onerror=alert(1)></video>", "<object data=javascript:alert(1)>",
        "<embed src=javascript:alert(1)>", "<form action=/sign-out method=post><button>ok</button></form>", "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=0;url=//evil.example>",
        "<base href=//evil.example/>", "<style>*{display:none}</style>", "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "&lt;script&gt;alert(1)&lt;/script&gt;", "{{constructor.constructor('alert(1)')()}}",
        "@Html.Raw(\"x\")", "<template><script>alert(1)</script></template>", "‮<b>さかさま</b>", "<div data-part id=state>x</div>", "<p data-newest=999999>",
    ];

    [Fact]
    public async Task Nothing_that_a_citizen_or_a_colleague_writes_becomes_more_than_letters()
    {
        await Town.Database.Writer.Write(unit =>
        {
            DemoDay.Seed(unit, Town.Clock.GetUtcNow());
            var one = Cases.Find(unit, 1)!;
            var key = unit.Members.Key(one.MemberId);
            foreach (var (words, i) in Corpus.Select((words, i) => (words, i)))
            {
                var said = StoredMessage.Of(new Incoming.Words(words, $"x{i}") { At = one.AskedAt, Channel = Channel.Line });
                unit.Messages.Add(new MessageRow(0, one.MemberId, one.AskedAt, Speaker.Person, Channel.Line, $"{one.MemberId}/x{i}", 0, null, 0, unit.Vault.Seal(key, Fields.MessageBody, said)));
                Cases.AddNote(unit, 1, "sato", words, one.AskedAt);
            }
        });
        var page = await ConsoleOf("sato", "<b>佐藤</b><script>alert(1)</script>");
        var before = await Elements(page, "/cases/2");
        foreach (var place in new[] { "/inbox?view=all", "/cases/1", "/cases/1/packet" }) Assert.Subset(before.ToHashSet(), (await Elements(page, place)).ToHashSet());

        await page.GotoAsync("/cases/1");
        foreach (var words in Corpus)
            foreach (var part in new[] { "#talk", "#notes" })
                Assert.Contains(words, await page.Locator(part).EvaluateAsync<string[]>("part => [...part.querySelectorAll('.words bdi')].map(one => one.textContent)"));
        // The same when the page renews itself.
        await Desk.Database.Writer.Write(unit => Cases.AddNote(unit, 1, "sato", Corpus[0] + "2", Town.Clock.GetUtcNow()));
        await Expect(page.Locator("#notes")).ToContainTextAsync(Corpus[0] + "2");
        await page.GetByRole(AriaRole.Button, new() { Name = "引き受ける" }).ClickAsync();
        await page.GetByLabel("返事", new() { Exact = true }).FillAsync(string.Join('\n', Corpus));
        await page.GetByRole(AriaRole.Button, new() { Name = "えらぶ" }).ClickAsync();
        await Expect(page.GetByLabel("返事", new() { Exact = true })).ToHaveValueAsync(string.Join('\n', Corpus));
        await Album.KeepWhole(page, "desk-hostile");
        Assert.Empty(Complaints);
    }

    /// <summary>Every kind of element with the names of its attributes that could do something.</summary>
    private static async Task<string[]> Elements(IPage page, string place)
    {
        await page.GotoAsync(place);
        return await page.EvaluateAsync<string[]>(
            "() => [...new Set([...document.querySelectorAll('*')].flatMap(one => [one.tagName, ...[...one.attributes].filter(a => /^on|^style$|^srcdoc$/i.test(a.name)).map(a => a.name)]))]");
    }
}
