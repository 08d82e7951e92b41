using System.Globalization;
using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Staff write a gathering, open it, change it, call it off; whoever comes is told once.</summary>
public sealed partial class GatheringsTests
{
    private const string Path = "/api/v1/seminars", One = Path + "/demo-1", Draft =
        """
        {"kind":"workplace","title":"特養ホームの 見学","short":"特養の見学","about":"食事の準備を 見ます。","bring":"上ばき","place":"わたぐも苑","address":"十余二1-2","area":"north",
         "startsAt":"2026-12-10T10:00:00+09:00","endsAt":"2026-12-10T11:30:00+09:00","onSiteSeats":6}
        """;

    [Fact]
    public async Task A_draft_is_seen_by_nobody_until_it_is_published()
    {
        await using var desk = await Desk.Opens();
        var (clerk, partner) = (await desk.Token(Role.Desk), await desk.Token(Role.Partner, "柏の葉"));
        var added = await Writes(desk, clerk, Draft, "1");
        Assert.Equal(201, added.Status);
        Assert.Equal(added.Text("id"), (await Writes(desk, clerk, Draft, "1")).Text("id"));
        var path = $"{Path}/{added.Text("id")}";
        Assert.Equal(404, (await desk.Gets(path, partner)).Status);
        var draft = await desk.Gets(path, clerk);
        Assert.Equal(("draft", "workplace", "2026-12-08T17:00:00+09:00"), (draft.Text("state"), draft.Text("kind"), draft.Text("deadline")));
        Assert.Equal("seminar-closed", (await Books(desk, clerk, added.Text("id")!, "花子", "2")).Problem);

        var published = await Puts(desk, clerk, path + "/publication", draft.ETag!);
        Assert.Equal("open", published.Text("state"));
        Assert.Equal("open", (await desk.Gets(path, partner)).Text("state"));
        Assert.Equal("stale", (await Puts(desk, clerk, path + "/publication", draft.ETag!)).Problem);
        Assert.Equal("seminar-no-draft", (await Puts(desk, clerk, path + "/publication", published.ETag!)).Problem);
        Assert.Equal(201, (await Books(desk, clerk, added.Text("id")!, "花子", "3")).Status);
    }

    [Theory]
    [InlineData("kind", "\"party\"")]
    [InlineData("title", "\" \"")]
    [InlineData("short", "\"ながいながいながいながいながいなまえ\"")]
    [InlineData("about", "\"一\\u000b二\"")]
    [InlineData("startsAt", "\"2020-01-01T10:00:00+09:00\"")]
    [InlineData("endsAt", "\"2026-12-10T09:00:00+09:00\"")]
    [InlineData("deadline", "\"2026-12-11T09:00:00+09:00\"")]
    [InlineData("area", "\"moon\"")]
    [InlineData("onSiteSeats", "0")]
    [InlineData("onSiteSeats", "501")]
    [InlineData("onlineUrl", "\"http://example.jp\"")]
    [InlineData("latitude", "35.8")]
    [InlineData("task", "\"T01\"")]
    [InlineData("number", "0")]
    [InlineData("offerHours", "0")]
    [InlineData("colour", "1")]
    public async Task A_slip_is_named_and_nothing_is_written(string item, string value)
    {
        await using var desk = await Desk.Opens();
        var clerk = await desk.Token(Role.Desk);
        var added = await Writes(desk, clerk, Draft, "1");
        var refused = await Patches(desk, clerk, added.Text("id")!, $$"""{"{{item}}":{{value}}}""", "\"1\"");
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_comes_is_told_once_though_the_button_was_pressed_twice(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        var clerk = await desk.Token(Role.Desk);
        await Books(desk, clerk, "demo-1", Some.Hanako, "1", "member");
        var mine = (await Books(desk, clerk, "demo-1", "電話の人", "2")).Text("member")!;
        var seen = (await desk.Gets(One, clerk)).ETag!;
        var json = """{"startsAt":"2026-12-04T10:00:00+09:00","endsAt":"2026-12-04T13:00:00+09:00","place":"アミュゼ柏"}""";

        var pressed = await Task.WhenAll(Patches(desk, clerk, "demo-1", json, seen), Patches(desk, clerk, "demo-1", json, seen));
        Assert.Equal([200, 412], pressed.Select(answer => answer.Status).Order());
        var timer = Assert.Single(Timers(desk), timer => timer.Kind == ReserveSeminar.News);
        Assert.Equal((Some.Hanako, "demo-1"), (timer.MemberId, timer.Subject));
        // The reminders have moved with the day.
        Assert.Contains(Timers(desk), one => one.Kind == "day" && one.DueAt == new DateTimeOffset(2026, 12, 3, 10, 0, 0, TimeSpan.FromHours(9)));

        var call = Assert.Single((await desk.Gets(Path + "/calls", clerk)).Items);
        Assert.Equal((mine, "電話の人", "time,place"), (call.GetProperty("member").GetString(), call.GetProperty("name").GetString(), string.Join(',', call.GetProperty("changed").EnumerateArray().Select(one => one.GetString()))));
        Assert.Equal("アミュゼ柏", call.GetProperty("place").GetString());
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var sato = await Clerk.SignsIn(desk, "sato");
        Assert.Contains("いまの会場：アミュゼ柏", await sato.Reads(Path.Replace("/api/v1", "", StringComparison.Ordinal) + "/calls"), StringComparison.Ordinal);
        // Told of how it was before, nobody knows how it is now.
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, $"{One}/reservations/{mine}/told", clerk, """{"revision":1}""")).Status);
        Assert.Single((await desk.Gets(Path + "/calls", clerk)).Items);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, $"{One}/reservations/{mine}/told", clerk, $$"""{"revision":{{call.GetProperty("revision").GetInt32()}}}""")).Status);
        Assert.Empty((await desk.Gets(Path + "/calls", clerk)).Items);

        // Other words for what it is about are no news to those who come.
        await desk.Database.Writer.Write(unit =>
        {
            unit.Timers.Drop(Some.Hanako, timer.Key);
            Rosters.Do(unit, Some.Hanako, new Effect.HearNews("demo-1", 2), desk.Time.GetUtcNow());
        });
        var about = await Patches(desk, clerk, "demo-1", """{"about":"くらしを ふりかえります。"}""", pressed.Single(answer => answer.Status == 200).ETag!);
        Assert.Equal(200, about.Status);
        Assert.DoesNotContain(Timers(desk), one => one.Kind == ReserveSeminar.News);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_code_of_another_day_is_another_and_the_same_day_keeps_its_own(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var clerk = await desk.Token(Role.Desk);
        var first = await desk.Gets(One, clerk);
        var (starts, ends) = (DateTimeOffset.Parse(first.Text("startsAt")!, CultureInfo.InvariantCulture), DateTimeOffset.Parse(first.Text("endsAt")!, CultureInfo.InvariantCulture));
        var later = await Patches(desk, clerk, "demo-1", $$"""{"startsAt":"{{starts.AddMinutes(30):O}}"}""", first.ETag!);
        Assert.Equal(first.Text("dayCode"), later.Text("dayCode"));
        var moved = await Patches(desk, clerk, "demo-1", $$"""{"startsAt":"{{starts.AddDays(1):O}}","endsAt":"{{ends.AddDays(1):O}}"}""", later.ETag!);
        Assert.Matches("^[0-9]{4}$", moved.Text("dayCode"));
        Assert.NotEqual(first.Text("dayCode"), moved.Text("dayCode"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_was_telephoned_and_by_whom_can_be_read_afterwards(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        string[] people = [(await Books(desk, sato, "demo-1", "一番の人", "1")).Text("member")!, (await Books(desk, sato, "demo-1", "二番の人", "2")).Text("member")!];
        var moved = await Patches(desk, sato, "demo-1", """{"place":"アミュゼ柏"}""", (await desk.Gets(One, sato)).ETag!);
        Assert.Empty((await desk.Gets(Path + "/calls/done", sato)).Items);
        foreach (var person in people) Assert.Equal(204, (await desk.Sends(HttpMethod.Put, $"{One}/reservations/{person}/told", sato, $$"""{"revision":{{moved.Body.GetProperty("revision").GetInt32()}}}""")).Status);
        var first = await desk.Gets(Path + "/calls/done?limit=1", sato);
        var newest = Assert.Single(first.Items);
        Assert.Equal(("佐藤", "told", "demo-1", "二番の人"), (newest.GetProperty("by").GetString(), newest.GetProperty("what").GetString(), newest.GetProperty("seminar").GetString(), newest.GetProperty("name").GetString()));
        var rest = await desk.Gets($"{Path}/calls/done?limit=1&cursor={first.Text("next")}", sato);
        Assert.Equal(("一番の人", null), (Assert.Single(rest.Items).GetProperty("name").GetString(), rest.Text("next")));
        Assert.Equal(403, (await desk.Gets(Path + "/calls/done", await desk.Token(Role.Partner, "柏の葉"))).Status);
    }

    [Fact]
    public async Task Seats_are_never_fewer_than_are_taken_and_new_ones_go_to_those_who_wait()
    {
        await using var desk = await Desk.Opens();
        var clerk = await desk.Token(Role.Desk);
        for (var n = 1; n <= 2; n++) await Books(desk, clerk, "demo-4", $"人{n}", $"{n}");
        Assert.Equal("seats-taken", (await Patches(desk, clerk, "demo-4", """{"onSiteSeats":1}""", "\"1\"")).Problem);
        var two = await Patches(desk, clerk, "demo-4", """{"onSiteSeats":2}""", "\"1\"");
        Assert.Equal("seminar-kind", (await Patches(desk, clerk, "demo-4", """{"kind":"training"}""", two.ETag!)).Problem);
        var waits = await Books(desk, clerk, "demo-4", "待つ人", "3", wait: true);
        Assert.Equal("waiting", waits.Text("state"));
        Assert.Equal(200, (await Patches(desk, clerk, "demo-4", """{"onSiteSeats":3}""", two.ETag!)).Status);
        Assert.Equal(waits.Text("member"), Assert.Single((await desk.Gets(Path + "/demo-4/reservations?state=offered", clerk)).Items).GetProperty("member").GetString());
        Assert.Equal(waits.Text("member"), Assert.Single((await desk.Gets(Path + "/calls", clerk)).Items).GetProperty("member").GetString());

        // On the telephone the answer is yes.
        var seat = $"{Path}/demo-4/reservations/{waits.Text("member")}/seat";
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, seat, clerk)).Status);
        Assert.Equal("no-offer", (await desk.Sends(HttpMethod.Put, seat, clerk)).Problem);
        Assert.Equal(3, (await desk.Gets(Path + "/demo-4/reservations?state=reserved", clerk)).Items.Count);
        Assert.Empty((await desk.Gets(Path + "/calls", clerk)).Items);
        Assert.DoesNotContain(Timers(desk), timer => timer.Kind == ReserveSeminar.OfferOver);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Seats_stay_within_what_there_is_though_staff_make_them_fewer_in_the_same_moment(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var clerk = await desk.Token(Role.Desk);
        var books = Enumerable.Range(0, 24).Select(n => Books(desk, clerk, "demo-4", $"人{n}", $"{n}", wait: true));
        var edits = Enumerable.Range(0, 6).Select(async n => await Patches(desk, clerk, "demo-4", $$"""{"onSiteSeats":{{8 + (n % 3)}}}""", (await desk.Gets(Path + "/demo-4", clerk)).ETag!));
        await Task.WhenAll([.. books, .. edits]);

        var (seminar, live) = desk.Database.Reader.Read(unit => (
            unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-4"), unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.SeminarId == "demo-4").ToList()));
        Assert.InRange(seminar.OnSiteTaken, 0, seminar.OnSiteSeats);
        Assert.Equal(live.Where(r => r.HoldsSeats).Sum(r => r.Seats), seminar.OnSiteTaken);
        Assert.Equal(live.Count(r => r.State == ReservationState.Waiting) > 0, seminar.Free(Attendance.OnSite) == 0);
    }

    [Fact]
    public async Task The_list_at_the_door_is_typed_in_at_once_and_a_mistake_is_taken_back()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var clerk = await desk.Token(Role.Desk);
        await Books(desk, clerk, "demo-1", Some.Hanako, "1", "member");
        var other = (await Books(desk, clerk, "demo-1", "電話の人", "2")).Text("member");
        var ends = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").EndsAt);
        desk.Time.SetUtcNow(ends);
        clerk = await desk.Token(Role.Desk);

        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, One + "/check-ins", clerk, $$"""{"came":["{{Some.Hanako}}","{{other}}"]}""")).Status);
        Assert.Contains(Timers(desk), timer => timer.Kind == AfterSeminar.Ask && timer.MemberId == Some.Hanako);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, One + "/check-ins", clerk, $$"""{"notCame":["{{Some.Hanako}}"]}""")).Status);
        Assert.DoesNotContain(Timers(desk), timer => timer.Kind == AfterSeminar.Ask);
        Assert.Equal([("reserved", true), ("attended", false)], (await desk.Gets(One + "/reservations", clerk)).Items.Select(one => (one.GetProperty("state").GetString(), one.GetProperty("noShow").GetBoolean())));
        Assert.Equal(204, (await desk.Sends(HttpMethod.Delete, $"{One}/reservations/{other}/attendance", clerk)).Status);
        // One who is unknown spoils the whole list, so that nothing is half typed in.
        Assert.Equal(404, (await desk.Sends(HttpMethod.Put, One + "/check-ins", clerk, $$"""{"came":["{{other}}","m-nobody"]}""")).Status);
        Assert.Empty((await desk.Gets(One + "/reservations?state=attended", clerk)).Items);
    }

    [Fact]
    public async Task Who_holds_a_frailty_check_is_written_down_and_stays_with_the_desk()
    {
        await using var desk = await Desk.Opens();
        var clerk = await desk.Token(Role.Desk);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, One + "/supporters", clerk, """{"supporters":"canary支え手\n山田"}""")).Status);
        // What the announcement says is one thing, and who holds it another.
        Assert.Equal(200, (await Patches(desk, clerk, "demo-1", """{"bring":"タオル"}""", (await desk.Gets(One, clerk)).ETag!)).Status);
        Assert.Equal("canary支え手\n山田", (await desk.Gets(One + "/supporters", clerk)).Text("supporters"));
        await desk.AssertNothingShows([Role.Desk, Role.Secretariat], Path, One, One + "/supporters");
        Assert.Equal(404, (await desk.Gets(Path + "/nothing/supporters", clerk)).Status);
    }

    [Fact]
    public async Task What_is_taken_home_can_be_written_afterwards_too()
    {
        await using var desk = await Desk.Opens();
        desk.Time.SetUtcNow(desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").EndsAt));
        var clerk = await desk.Token(Role.Desk);
        Assert.Equal("takeHome", (await Puts(desk, clerk, One + "/take-home", "\"1\"", """{"takeHome":"http://example.jp"}""")).Text("item"));
        Assert.Equal("資料 https://example.jp/1", (await Puts(desk, clerk, One + "/take-home", "\"1\"", """{"takeHome":"資料 https://example.jp/1"}""")).Text("takeHome"));
    }

    private static async Task<(int, string?)> Refused(Desk desk, string token, string json, string seen) =>
        await Puts(desk, token, One + "/cancellation", seen, json) is var refused ? (refused.Status, refused.Text("item")) : default;

    private static Task<Answered> Writes(Desk desk, string token, string json, string key) => desk.Sends(HttpMethod.Post, Path, token, json, headers: ("Idempotency-Key", key));

    private static Task<Answered> Puts(Desk desk, string token, string path, string seen, string? json = null) => desk.Sends(HttpMethod.Put, path, token, json, headers: ("If-Match", seen));

    private static Task<Answered> Patches(Desk desk, string token, string id, string json, string seen) => desk.Sends(HttpMethod.Patch, $"{Path}/{id}", token, json, headers: ("If-Match", seen));

    private static Task<Answered> Books(Desk desk, string token, string id, string who, string key, string by = "name", bool wait = false) =>
        desk.Sends(HttpMethod.Post, $"{Path}/{id}/reservations", token, $$"""{"{{by}}":{{JsonSerializer.Serialize(who)}},"how":"onSite","wait":{{(wait ? "true" : "false")}}}""", headers: ("Idempotency-Key", key));

    private static IReadOnlyList<TimerRow> Timers(Desk desk) => desk.Database.Reader.Read(unit => unit.Timers.Due(DateTimeOffset.MaxValue, 100));
}
