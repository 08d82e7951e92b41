using Concierge.Admin.Staff;
using Concierge.BrowserTests.Looks;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Concierge.BrowserTests.Console;

/// <summary>Whatever somebody writes stands at the desk as letters: nothing runs, nothing is fetched, nothing leaves its place.</summary>
public sealed class HostileWordsTests(Chromium chromium) : DeskTest(chromium)
{
    private const int AtLeast = 100, LongestAddress = 250, LongestReply = 1_000;

    [Fact]
    public async Task Nothing_that_a_citizen_or_a_colleague_writes_becomes_more_than_letters_on_any_page()
    {
        Assert.InRange(HostileWords.All.Distinct().Count(), AtLeast, int.MaxValue);
        var consoles = new Dictionary<Role, IPage>
        {
            [Role.Desk] = await ConsoleOf("sato", "窓口 佐藤"),
            [Role.Secretariat] = await ConsoleOf("suzuki", "事務局 鈴木", role: Role.Secretariat),
            [Role.Administrator] = await ConsoleOf("takahashi", "管理者 高橋", role: Role.Administrator),
            [Role.Auditor] = await ConsoleOf("watanabe", "監査 渡辺", role: Role.Auditor),
        };
        var calm = await Visit(consoles, "花子", HostileWords.Harmless);
        var angry = await Visit(consoles, "太郎", HostileWords.All);
        Assert.All(angry, page => Assert.Empty(page.Value.Elements.Except(calm[page.Key].Elements)));
        // Over LINE, over the page, and as a note.
        AssertReads(angry["desk /cases/{id:long}"], HostileWords.All, 3);
        AssertReads(angry["administrator /accounts"], HostileWords.All);
        AssertReads(angry["desk /seminars/{id}"], HostileWords.All.Where(words => words.Length <= Scribblers.LongestName));
        AssertReads(angry["desk /seminars/{id}/results"], HostileWords.All);
        AssertReads(angry["desk /members/{id}"], HostileWords.Together(HostileWords.All, Scribblers.LongestStory).Split('\n'));
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task What_is_renewed_found_or_shown_again_is_letters_too()
    {
        var page = await ConsoleOf("sato", "<b>佐藤</b><script>alert(1)</script>");
        var ids = await new Scribblers(Town, Desk, "太郎", [HostileWords.All[0]]).Write();
        await page.GotoAsync("/cases/" + ids["cases"]);
        await Desk.Database.Writer.Write(unit => Cases.AddNote(unit, 1, "sato", HostileWords.All[0] + "2", Town.Clock.GetUtcNow()));
        await Expect(page.Locator("#notes")).ToContainTextAsync(HostileWords.All[0] + "2");
        var reply = HostileWords.Together(HostileWords.All, LongestReply);
        await page.GetByLabel("返事", new() { Exact = true }).FillAsync(reply);
        await page.GetByRole(AriaRole.Button, new() { Name = "えらぶ" }).ClickAsync();
        await Expect(page.GetByLabel("返事", new() { Exact = true })).ToHaveValueAsync(reply);
        await Album.KeepWhole(page, "desk-hostile");
        await page.GotoAsync("/search");
        await page.GetByLabel("さがす言葉", new() { Exact = true }).FillAsync("alert(1)");
        await page.GetByRole(AriaRole.Button, new() { Name = "さがす", Exact = true }).ClickAsync();
        await Expect(page.Locator(".found > li").First).ToContainTextAsync(HostileWords.All[0]);
        Assert.Empty(Complaints);
    }

    private sealed record Place(string Name, string Address, Needed Needs);

    private sealed record Seen(HashSet<string> Elements, string Text);

    /// <summary>Lets these words be written, and opens every page of the routing table with everybody who may.</summary>
    private async Task<Dictionary<string, Seen>> Visit(Dictionary<Role, IPage> consoles, string person, IReadOnlyList<string> words)
    {
        var ids = await new Scribblers(Town, Desk, person, words).Write();
        var said = Uri.EscapeDataString(HostileWords.Together(words, LongestAddress));
        Place[] pages =
        [
            .. Desk.Routes.Where(IsPage).Select(route => new Place(route.RoutePattern.RawText!, Address(route.RoutePattern, ids), route.Metadata.GetMetadata<Needed>() ?? new Needed(null))),
            new("/inbox?view", "/inbox?view=all", new Needed(Right.WorkCases)),
            new("/cases?did", $"/cases/{ids["cases"]}?did={said}", new Needed(Right.WorkCases)),
            new("/audit?target", $"/audit?target={said}", new Needed(Right.SeeAudit)),
        ];
        var seen = new Dictionary<string, Seen>();
        foreach (var (role, console) in consoles)
            foreach (var place in pages.Where(place => place.Needs.By(role)))
                seen[$"{role.Name()} {place.Name}"] = await Look(console, place.Address);
        return seen;
    }

    private static bool IsPage(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["GET"]
        && !new[] { "/api/", "/assets/", "/openapi/", "/health/", "/live", "/favicon.ico" }.Any(not => route.RoutePattern.RawText!.StartsWith(not, StringComparison.Ordinal))
        // Files, not pages.
        && !route.RoutePattern.RawText!.EndsWith("/table", StringComparison.Ordinal) && !route.RoutePattern.RawText!.StartsWith("/broadcasts/pictures/", StringComparison.Ordinal);

    private static string Address(RoutePattern route, IReadOnlyDictionary<string, string> ids) => "/" + string.Join('/', route.PathSegments.Select(segment => segment.Parts[0] switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        _ => ids.GetValueOrDefault(route.RawText![1..]) ?? ids.GetValueOrDefault(route.RawText![1..route.RawText!.IndexOf("/{", StringComparison.Ordinal)]) ?? ids.GetValueOrDefault(route.RawText!.Split('/')[1]) ?? throw new InvalidOperationException($"{route.RawText}: Scribblers has to say an id for this page."),
    }));

    /// <summary>Every kind of element, with its attributes that can do something; of those that lead somewhere else also where.</summary>
    private static async Task<Seen> Look(IPage page, string address)
    {
        await page.GotoAsync(address);
        var elements = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll("*")].flatMap(one => [one.tagName, ...[...one.attributes]
              .filter(of => /^on|^style$|^srcdoc$/.test(of.name) || /^(href|src|action|formaction)$/.test(of.name) && !/^\/(?!\/)|^#main$/.test(of.value))
              .map(of => `${one.tagName} ${of.name}=${of.value}`)])
            """);
        return new Seen([.. elements], await page.EvaluateAsync<string>("() => document.body.textContent"));
    }

    private static void AssertReads(Seen page, IEnumerable<string> all, int times = 1) =>
        Assert.DoesNotContain(all, words => page.Text.Split(words).Length - 1 < times);
}
