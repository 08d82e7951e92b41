using System.Net;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>佐藤 writes a gathering on the console, opens it, changes it and calls it off.</summary>
public sealed class GatheringPagesTests
{
    private static readonly (string, string)[] Visit =
    [
        ("kind", "workplace"), ("title", "特養ホームの見学"), ("short", "特養の見学"), ("about", "食事の準備を見ます。"), ("bring", "上ばき"), ("place", "わたぐも苑"), ("address", "十余二1-2"), ("area", "north"),
        ("startsAt", "2026-12-10T10:00"), ("endsAt", "2026-12-10T11:30"), ("onSiteSeats", "６"),
    ];

    [Fact]
    public async Task Written_once_however_often_the_button_is_pressed_it_waits_as_a_draft_and_is_opened()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var filled = await sato.Reads("/seminars/new?template=4");
        foreach (var shown in new[] { "value=\"学んで働くお仕事セミナー", "「柏市地域人材養成研修・セミナー」の第4回として入りました", "value=\"柏市地域人材養成研修・セミナー\"" }) Assert.Contains(shown, filled, StringComparison.Ordinal);
        Assert.True(filled.IndexOf("name=\"number\"", StringComparison.Ordinal) < filled.IndexOf("<details>", StringComparison.Ordinal));
        (string, string)[] form = [.. await sato.Hides("/seminars/new", "/seminars/new"), .. Visit];
        var written = (await sato.Asks(HttpMethod.Post, "/seminars/new", form)).Headers.Location!.OriginalString;
        Assert.Equal(written, (await sato.Asks(HttpMethod.Post, "/seminars/new", form)).Headers.Location!.OriginalString);
        var seminar = Assert.Single(All(desk), one => one.Kind == GatheringKind.Workplace);
        Assert.Equal((SeminarState.Draft, 6), (seminar.State, seminar.OnSiteSeats));
        Assert.Contains("準備中", await sato.Reads(written), StringComparison.Ordinal);

        var page = $"/seminars/{seminar.Id}/publish";
        Assert.Contains("だれにも知らせは行きません", await sato.Reads(page), StringComparison.Ordinal);
        Assert.Equal($"/seminars/{seminar.Id}?did=publish", (await sato.Sends(page, page)).Headers.Location?.OriginalString);
        Assert.Contains("準備中の教室だけ", await Clerk.Text(await sato.Sends(page, page)), StringComparison.Ordinal);
        Assert.Equal(SeminarState.Open, All(desk).Single(one => one.Id == seminar.Id).State);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_the_template_fills_in_is_changed_and_taken_out(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        using var sato = await Comes(desk);
        await sato.Sends("/seminars/new?template=6", "/seminars/new", [.. Visit, ("series", "とよしき台の集まり"), ("number", "")]);
        var written = Assert.Single(All(desk), one => one.Kind == GatheringKind.Workplace);
        Assert.Equal(("とよしき台の集まり", 0), (written.Series, written.Number));
        Assert.Contains("2026年12月10日（木）10:00", await sato.Reads("/seminars/" + written.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_is_said_and_all_that_was_typed_is_still_there()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        var refused = await sato.Sends("/seminars/new", "/seminars/new", [.. Visit.Where(field => field.Item1 is not "endsAt"), ("endsAt", "2026-12-10T09:00")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await Clerk.Text(refused);
        Assert.Contains("おわりは", page, StringComparison.Ordinal);
        Assert.Contains("value=\"わたぐも苑\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_it_is_called_off_the_page_says_who_hears_of_it_and_how_and_who_has_no_line_is_telephoned()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        using var sato = await Comes(desk);
        await sato.Sends("/seminars/demo-1", "/seminars/demo-1/reservations", ("member", Data.Some.Hanako), ("how", "onSite"), ("seats", "1"));
        await sato.Sends("/seminars/demo-1", "/seminars/demo-1/reservations", ("name", "山田 太郎"), ("phone", "04-7100-0000"), ("how", "onSite"), ("seats", "2"));
        Assert.Contains("LINEで1人、電話で1人", await sato.Reads("/seminars/demo-1/edit"), StringComparison.Ordinal);
        const string page = "/seminars/demo-1/call-off";
        Assert.Contains("LINEで1人、電話で1人", await sato.Reads(page), StringComparison.Ordinal);
        Assert.Equal("/seminars/demo-1?did=call-off", (await sato.Sends(page, page, ("because", "大雪のためです。"))).Headers.Location?.OriginalString);

        var calls = await sato.Reads("/seminars/calls");
        Assert.Contains("山田 太郎", calls, StringComparison.Ordinal);
        Assert.Contains("04-7100-0000", calls, StringComparison.Ordinal);
        Assert.Equal("/seminars/calls?did=told", (await sato.Sends("/seminars/calls", "/seminars/calls")).Headers.Location?.OriginalString);
        var none = await sato.Reads("/seminars/calls");
        foreach (var shown in new[] { "電話をかける人はいません", "かけた電話", "変わったことを伝えた", "山田 太郎" }) Assert.Contains(shown, none, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_from_the_door_is_typed_in_and_the_results_are_shown()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        foreach (var name in new[] { "山田", "田中" }) await sato.Sends("/seminars/demo-1", "/seminars/demo-1/reservations", ("name", name), ("how", "onSite"), ("seats", "1"));
        var (ends, came) = desk.Database.Reader.Read(unit => (unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").EndsAt, unit.Db.Set<Reservation>().AsNoTracking().First().MemberId));
        desk.Time.SetUtcNow(ends);
        using var evening = await Comes(desk, "suzuki");
        const string sheet = "/seminars/demo-1/check-ins";
        Assert.Equal("/seminars/demo-1?did=checked-in", (await evening.Sends(sheet, sheet, ("came", came))).Headers.Location?.OriginalString);
        Assert.Contains("欠席", await evening.Reads("/seminars/demo-1"), StringComparison.Ordinal);

        await desk.Database.Writer.Write(unit =>
        {
            Rosters.Do(unit, came, new Effect.RateSeminar("demo-1", Satisfaction.Good), ends);
            Rosters.Do(unit, came, new Effect.CommentSeminar("demo-1", "体験談がよかった"), ends);
        });
        var results = await evening.Reads("/seminars/demo-1/results");
        Assert.Contains("1人のうち1人 100%", results, StringComparison.Ordinal);
        Assert.Contains("体験談がよかった", results, StringComparison.Ordinal);
        var year = await evening.Reads("/seminars/results?fiscalYear=R8");
        foreach (var shown in new[] { "1人が参加", "目標は90%です", "1人 50%" }) Assert.Contains(shown, year, StringComparison.Ordinal);
        Assert.Contains("55歳からの柏セカンドキャリア塾", await evening.Reads("/seminars/results/table?fiscalYear=R8"), StringComparison.Ordinal);
        foreach (var shown in new[] { "会場：", "オンライン：" }) Assert.Contains(shown, results, StringComparison.Ordinal);
    }

    /// <summary>What has been reported stays as it was.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_leaves_takes_nothing_from_the_result(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        using var sato = await Comes(desk);
        foreach (var name in new[] { "山田", "田中", "鈴木" }) await sato.Sends("/seminars/demo-1", "/seminars/demo-1/reservations", ("name", name), ("how", "onSite"), ("seats", "1"));
        var (seminar, members) = desk.Database.Reader.Read(unit => (unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1"), unit.Db.Set<Reservation>().AsNoTracking().OrderBy(r => r.Id).Select(r => r.MemberId).ToList()));
        desk.Time.SetUtcNow(seminar.EndsAt);
        using var evening = await Comes(desk, "suzuki");
        const string sheet = "/seminars/demo-1/check-ins";
        await evening.Sends(sheet, sheet, ("came", members[0]), ("came", members[1]));
        await desk.Database.Writer.Write(unit => Rosters.Do(unit, members[0], new Effect.RateSeminar("demo-1", Satisfaction.Good), seminar.EndsAt));
        var before = Counts(desk);
        Assert.Equal((2, 1, 2, 1), (before.All.Attended, before.All.NoShows, before.FirstTimers, before.Rated));
        foreach (var member in members) await desk.Database.Writer.Write(unit => Erasing.Everything(unit, member));
        Assert.Equal(before, Counts(desk));
    }

    private static SeminarResult Counts(Desk desk) => desk.Database.Reader.Read(unit =>
        SeminarResults.Of(unit, unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1"), desk.Time.GetUtcNow())) with { Seminar = null! };

    [Fact]
    public async Task Whoever_checks_in_while_the_sheet_is_typed_in_has_come_and_only_a_tick_that_was_taken_out_is_undone()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk);
        foreach (var name in new[] { "山田", "田中", "鈴木" }) await sato.Sends("/seminars/demo-1", "/seminars/demo-1/reservations", ("name", name), ("how", "onSite"), ("seats", "1"));
        var (begins, people) = desk.Database.Reader.Read(unit => (unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").StartsAt, Roster(unit).Select(r => r.MemberId).ToArray()));
        desk.Time.SetUtcNow(begins);
        using var door = await Comes(desk, "suzuki");
        const string sheet = "/seminars/demo-1/check-ins";
        await ComesIn(people[2]);
        var opened = await door.Hides(sheet, sheet);
        await ComesIn(people[1]);
        await door.Asks(HttpMethod.Post, sheet, [.. opened, ("came", people[0])]);
        Assert.Equal([ReservationState.Attended, ReservationState.Attended, ReservationState.Reserved], desk.Database.Reader.Read(unit => Roster(unit).Select(r => r.State)));

        Task ComesIn(string member) => desk.Database.Writer.Write(unit => Rosters.Do(unit, member, new Effect.CheckIn("demo-1"), begins));
        static List<Reservation> Roster(Unit unit) => unit.Db.Set<Reservation>().AsNoTracking().OrderBy(r => r.Id).ToList();
    }

    private static IReadOnlyList<Seminar> All(Desk desk) => desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().ToList());

    private static async Task<Clerk> Comes(Desk desk, string login = "sato")
    {
        await desk.Hires(login, "佐藤", Role.Desk);
        return await Clerk.SignsIn(desk, login);
    }
}
