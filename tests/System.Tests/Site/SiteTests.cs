using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Concierge.SystemTests.Seminars;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Site;

/// <summary>かしわ生涯現役ネット: anybody may look, nobody is remembered.</summary>
public sealed partial class SiteTests
{
    private const string Hostile = """<script>alert(1)</script>"&]]>""";

    /// <summary>The same with what XML cannot hold, as it may stand in what was written long ago.</summary>
    private const string Unwritable = Hostile + "\v\ufffe";

    public static TheoryData<string> Pages => ["/", "/seminars", "/seminars/demo-1", "/tasks", "/tasks?area=kashiwanoha", "/tasks/1", "/about"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_runs_nothing_keeps_nothing_and_leaves_no_cookie(string path)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Line:BotId", "@kashiwa"));
        var answer = await Asks(town, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        var page = await Text(answer);
        Assert.StartsWith("<!DOCTYPE html>", page);
        Assert.DoesNotContain("<script", page);
        Assert.Equal(0, town.Database.Reader.Read(unit => unit.Db.Members.Count()));
    }

    [Fact]
    public async Task The_first_page_says_what_is_next_and_how_to_begin()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Line:BotId", "@kashiwa"), ("Desk:Contact", "電話 04-7100-0000"));
        var page = await Text(await Asks(town, "/"));
        foreach (var words in new[] { town.Seminar(1).Title, "LINEで はじめる", "href=\"/q/site\"", "href=\"/chat\"", "04-7100-0000", "href=\"/tasks\"" }) Assert.Contains(words, page);
    }

    [Fact]
    public async Task Tasks_that_look_alike_say_from_when_until_when()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var cards = (await Text(await Asks(town, "/tasks"))).Split("<article").Skip(1).ToArray();
        Assert.Equal(20, cards.Length);
        Assert.All(cards, card => Assert.Matches("期間：|日にち：", card));
    }

    [Fact]
    public async Task A_browser_that_asks_for_the_icon_gets_it()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        foreach (var (path, type) in new[] { ("/favicon.ico", "image/x-icon"), ("/assets/icon.svg", "image/svg+xml") })
            Assert.Equal(type, (await Asks(town, path)).Content.Headers.ContentType!.MediaType);
        Assert.Contains("rel=\"icon\"", await Text(await Asks(town, "/")));
    }

    [Fact]
    public async Task Without_an_account_on_LINE_it_speaks_of_none()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Line:BotId", ""));
        Assert.DoesNotContain("/q/site", await Text(await Asks(town, "/")));
    }

    [Fact]
    public async Task Whether_there_is_room_is_said_and_not_how_many_come()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        Assert.Contains("空きが あります", await Text(await Asks(town, "/seminars/demo-4")));
        Assert.DoesNotContain("あと", await Text(await Asks(town, "/seminars/demo-4")));
        foreach (var how in town.Seminar(4).Ways)
            for (var i = town.Seminar(4).Free(how); i > 0; i--)
                await town.Database.Writer.Write(unit => Rosters.Do(unit, Some.Member(unit, $"m-{how}-{i}"), new Core.Conversations.Effect.Reserve("demo-4", how, 1), town.Clock.GetUtcNow()));
        Assert.Contains("満席です", await Text(await Asks(town, "/seminars/demo-4")));
        await town.Passes(TimeSpan.FromDays(27));
        Assert.Contains("受け付けは 終わりました", await Text(await Asks(town, "/seminars/demo-4")));
    }

    [Fact]
    public async Task What_is_not_published_is_over_or_unknown_is_nowhere()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await Change(town, "demo-1", SeminarState.Draft);
        await town.Database.Writer.Write(unit =>
        {
            unit.Db.Find<Seminar>("demo-2")!.CallOff(null);
            unit.Db.Set<Seminar>().Where(s => s.Id == "demo-3").ExecuteUpdate(set => set.SetProperty(s => s.State, SeminarState.CalledOff));
        });
        foreach (var path in new[] { "/seminars/demo-1", "/seminars/demo-3", "/seminars/none", "/tasks/999999", "/tasks/0" })
            Assert.Equal(HttpStatusCode.NotFound, (await Asks(town, path)).StatusCode);
        var calledOff = await Text(await Asks(town, "/seminars/demo-2"));
        Assert.Contains("この会は 中止に なりました", calledOff);
        Assert.DoesNotContain("申し込み方", calledOff);
        foreach (var path in new[] { "/", "/seminars", "/feed.rss", "/feed.json" })
        {
            var text = await Text(await Asks(town, path));
            Assert.DoesNotContain(town.Seminar(1).Title, text);
            Assert.DoesNotContain(town.Seminar(2).Title, text);
        }
        // Whoever has it in their calendar reads there that it is not.
        var calendar = (await Text(await Asks(town, "/calendar.ics"))).Split("BEGIN:VEVENT");
        Assert.DoesNotContain(calendar, gathering => gathering.Contains("seminar-demo-1@", StringComparison.Ordinal) || gathering.Contains("seminar-demo-3@", StringComparison.Ordinal));
        Assert.Contains("STATUS:CANCELLED", Assert.Single(calendar, gathering => gathering.Contains("seminar-demo-2@", StringComparison.Ordinal)));
        await town.Passes(TimeSpan.FromDays(400));
        Assert.Contains("いま ご案内できる 教室は ありません", await Text(await Asks(town, "/seminars")));
        Assert.Contains("いま 募集は ありません", await Text(await Asks(town, "/tasks")));
    }

    [Fact]
    public async Task The_feeds_say_the_same_and_can_be_read_by_programs()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Bot:PublicUrl", "https://net.example.lg.jp"));
        var rss = XDocument.Parse(await Text(await Asks(town, "/feed.rss")));
        var json = JsonDocument.Parse(await Text(await Asks(town, "/feed.json"))).RootElement;
        var (inRss, inJson) = (rss.Descendants("item").Select(item => item.Element("link")!.Value).ToArray(), json.GetProperty("items").EnumerateArray().ToArray());
        Assert.Equal(inRss, inJson.Select(item => item.GetProperty("url").GetString()));
        Assert.Contains("https://net.example.lg.jp/seminars/demo-1", inRss);
        Assert.Contains(inRss, link => link.StartsWith("https://net.example.lg.jp/tasks/", StringComparison.Ordinal));
        var first = inJson.Single(item => item.GetProperty("id").GetString()!.EndsWith("/demo-4", StringComparison.Ordinal)).GetProperty("_seminar");
        Assert.Equal("2026-12-22T13:30:00+09:00", first.GetProperty("starts_at").GetString());
        var calendar = await Text(await Asks(town, "/calendar.ics"));
        Assert.Equal(6, calendar.Split("BEGIN:VEVENT").Length - 1);
        foreach (var path in inRss.Select(link => new Uri(link).AbsolutePath)) Assert.Equal(HttpStatusCode.OK, (await Asks(town, path)).StatusCode);
    }

    [Fact]
    public async Task Where_a_task_is_on_the_map_is_not_given_away()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var post = town.Database.Reader.Read(unit => new Posts(unit).Open().MaxBy(open => open.Id)!);
        var (latitude, longitude) = (Plain(post.Latitude), Plain(post.Longitude));
        foreach (var path in new[] { "/tasks", $"/tasks/{post.Id}", "/feed.rss", "/feed.json" })
        {
            var text = await Text(await Asks(town, path));
            Assert.Contains(post.Name, text);
            Assert.DoesNotContain(latitude, text);
            Assert.DoesNotContain(longitude, text);
        }

        static string Plain(double degrees) => degrees.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task What_is_asked_of_neighbours_is_for_them_alone_and_what_is_for_the_city_says_so()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var all = town.Database.Reader.Read(unit => new Posts(unit).Open().ToList());
        var (home, city) = (all.First(post => post.Scope == Scope.Area), all.First(post => post.Scope == Scope.City));
        Assert.Equal(HttpStatusCode.NotFound, (await Asks(town, $"/tasks/{home.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Asks(town, $"/chat/tasks/{home.Id}")).StatusCode);
        foreach (var feed in new[] { "/feed.rss", "/feed.json" }) Assert.DoesNotContain($"/tasks/{home.Id}\"", (await Text(await Asks(town, feed))).Replace('<', '"'));
        Assert.Contains("市内の方に", await Text(await Asks(town, $"/tasks/{city.Id}")));
    }

    [Theory]
    [InlineData("/feed.rss")]
    [InlineData("/feed.json")]
    public async Task A_reader_that_has_the_feed_already_gets_it_once_more_only_when_it_has_changed(string feed)
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        var tag = (await Asks(town, feed)).Headers.ETag!.Tag;
        Assert.Equal(HttpStatusCode.NotModified, (await Asks(town, feed, also: ("If-None-Match", tag))).StatusCode);
        await Change(town, "demo-1", SeminarState.Draft);
        Assert.Equal(HttpStatusCode.OK, (await Asks(town, feed, also: ("If-None-Match", tag))).StatusCode);
    }

    [Fact]
    public async Task What_staff_write_stays_text()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite);
        await town.Database.Writer.Write(unit => unit.Db.Set<Seminar>().Where(s => s.Id == "demo-1").ExecuteUpdate(set => set.SetProperty(s => s.Title, Unwritable).SetProperty(s => s.About, "一\v二")));
        foreach (var path in new[] { "/", "/seminars", "/seminars/demo-1" }) Assert.DoesNotContain("<script", await Text(await Asks(town, path)));
        Assert.Contains(XDocument.Parse(await Text(await Asks(town, "/feed.rss"))).Descendants("title"), title => title.Value.Contains(Hostile, StringComparison.Ordinal));
        Assert.Contains(JsonDocument.Parse(await Text(await Asks(town, "/feed.json"))).RootElement.GetProperty("items").EnumerateArray(), item => item.GetProperty("title").GetString()!.Contains(Hostile, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_people_open_is_counted_in_the_plans_figures_and_what_programs_open_is_not(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        foreach (var path in new[] { "/", "/seminars/demo-1", "/tasks", "/tasks" }) await Asks(town, path);
        await Asks(town, "/seminars/none");
        await Asks(town, "/feed.rss");
        foreach (var program in new[] { "Mozilla/5.0 (compatible; Googlebot/2.1)", "facebookexternalhit/1.1;line-poker/1.0", "GoogleHC/1.0 HealthChecker", "curl/8.5.0", "python-requests/2.32", "Go-http-client/2.0", "Java/21.0.2", "" })
            await Asks(town, "/", program);
        foreach (var header in new[] { "Sec-Purpose", "Purpose" }) await Asks(town, "/", also: (header, "prefetch;prerender"));
        // 09:00 UTC of the 24th is the evening there; past midnight in Tokyo another day begins.
        await town.Passes(TimeSpan.FromHours(15));
        await Asks(town, "/about");

        var now = town.Clock.GetUtcNow();
        var counted = town.Database.Reader.Read(unit => Happenings.Of(unit, FiscalYear.Of(now), now).Where(one => one.Source == KpiSource.SiteVisits).ToList());
        Assert.Equal([(new DateOnly(2026, 11, 24), 4L), (new DateOnly(2026, 11, 25), 1L)], counted.OrderBy(one => one.Day).Select(one => (one.Day, one.Number)));
        var accesses = KpiReport.Of(Plan.Embedded, FiscalYear.Of(now), counted, now).Single(row => row.Indicator.Key == "site-accesses" && row.Period.Quarter is 3);
        Assert.Equal(5, accesses.Actual);
    }

    [Fact]
    public async Task The_code_of_a_poster_can_be_printed_and_leads_where_visits_are_counted()
    {
        await using var town = await Town.Start(DatabaseProvider.Sqlite, ("Line:BotId", "@kashiwa"));
        var answer = await Asks(town, "/q/envelope65/code.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("svg", XDocument.Parse(await Text(answer)).Root!.Name.LocalName);
        Assert.NotEqual(await Text(answer), await Text(await Asks(town, "/q/site/code.svg")));
        Assert.Equal(HttpStatusCode.NotFound, (await Asks(town, "/q/none/code.svg")).StatusCode);
    }

    private static Task Change(Town town, string id, SeminarState state) =>
        town.Database.Writer.Write(unit => unit.Db.Set<Seminar>().Where(s => s.Id == id).ExecuteUpdate(set => set.SetProperty(s => s.State, state)));

    private static async Task<HttpResponseMessage> Asks(Town town, string path, string browser = "Mozilla/5.0 (iPhone)", (string Name, string Value)? also = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        if (browser.Length > 0) http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", browser);
        if (also is var (name, value)) http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return await http.GetAsync(town.BotUrl + path, TestContext.Current.CancellationToken);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
