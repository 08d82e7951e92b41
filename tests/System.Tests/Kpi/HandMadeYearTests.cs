using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Frailty;
using Concierge.Core.Handoff;
using Concierge.Core.Kpi;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.CoreTests.Wording;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Kpi;

/// <summary>令和5年度 as it was worked out by hand in a spreadsheet: year.csv happened, expected.csv must come out.</summary>
public sealed class HandMadeYearTests
{
    /// <summary>Posts of year.csv that the town does not have: so many hours, paid or not.</summary>
    private const long Long = 9001, Thrice = 9002, OnceOfFiveDays = 9003, Unpaid = 9004;

    private const string Young = "m-young";

    private static readonly string[] Periods = ["year", "Q1", "Q2", "Q3", "Q4"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_figures_are_those_of_the_spreadsheet_also_when_she_takes_part_no_more_and_when_she_has_left(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Database.Writer.Write(unit => TakesPart(unit, At("2023-04-01T00:00:00+09:00")));
        await desk.Hanako();
        await desk.Database.Writer.Write(unit => Opens(unit, desk.Time.GetUtcNow()));
        var token = await desk.Token(Role.Secretariat);
        foreach (var cells in Rows("year.csv")) await Happens(desk, token, cells);
        await Compares(desk, token);
        await desk.Database.Writer.Write(unit => unit.Consents.Add(Some.Hanako, new Consent(Purpose.Research, "counter/consent_research", false, desk.Time.GetUtcNow(), "sato")));
        await Compares(desk, token);
        foreach (var leaves in new[] { Some.Hanako, Young }) await desk.Database.Writer.Write(unit => Erasing.Everything(unit, leaves));
        await Compares(desk, token);
    }

    [Fact]
    public async Task A_number_is_corrected_and_whoever_saw_an_older_one_is_refused()
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        var added = await desk.Sends(HttpMethod.Post, "/api/v1/kpi-entries", token, """{"indicator":"site-accesses","day":"2026-10-31","number":1,"note":"canary-note"}""", headers: ("Idempotency-Key", "1"));
        var path = "/api/v1/kpi-entries/" + added.Text("id");
        var tag = (await desk.Gets(path, token)).ETag!;
        var put = () => desk.Sends(HttpMethod.Put, path, token, """{"indicator":"site-accesses","day":"2026-10-31","number":2,"note":"canary-note"}""", headers: ("If-Match", tag));
        Assert.Equal((200, 412), ((await put()).Status, (await put()).Status));
        Assert.Equal(2, Assert.Single((await desk.Gets("/api/v1/kpi-entries?fiscalYear=R8", token)).Items).GetProperty("number").GetInt64());
        await desk.AssertNothingShows([Role.Desk, Role.Secretariat], path, "/api/v1/kpi-entries", "/api/v1/kpi", "/api/v1/kpi?format=csv");
    }

    [Theory]
    [InlineData("""{"day":"2026-10-31","number":1}""", "indicator")]
    [InlineData("""{"indicator":"luck","day":"2026-10-31","number":1}""", "indicator")]
    [InlineData("""{"indicator":"funding","number":1}""", "day")]
    [InlineData("""{"indicator":"funding","day":"2027-01-01","number":1}""", "day")]
    [InlineData("""{"indicator":"funding","day":"2026-10-31","number":-1}""", "number")]
    [InlineData("""{"indicator":"funding","day":"2026-10-31","number":1,"outOf":2}""", "outOf")]
    [InlineData("""{"indicator":"desk-satisfaction","day":"2026-10-31","number":3}""", "outOf")]
    [InlineData("""{"indicator":"desk-satisfaction","day":"2026-10-31","number":3,"outOf":2}""", "outOf")]
    public async Task A_slip_is_named_and_nothing_is_kept(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        var refused = await desk.Sends(HttpMethod.Post, "/api/v1/kpi-entries", token, json, headers: ("Idempotency-Key", "1"));
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
        Assert.Empty((await desk.Gets("/api/v1/kpi-entries", token)).Items);
    }

    private static async Task Happens(Desk desk, string token, IReadOnlyList<string> cells)
    {
        var (what, at) = (cells[0], cells[1]);
        if (what == "consultation")
        {
            var wish = JsonSerializer.Serialize(new { at, way = "walkIn", theme = "work", minutes = 10 });
            Assert.Equal(201, (await desk.Sends(HttpMethod.Post, "/api/v1/consultations", token, wish)).Status);
        }
        else if (what == "check") await desk.Database.Writer.Write(unit => KeptFindings.Keep(unit, Some.Hanako, Check(At(at)), unit.Members.Key(Some.Hanako)));
        else if (what == "seminar") await desk.Database.Writer.Write(unit => Attends(unit, int.Parse(cells[2], CultureInfo.InvariantCulture), At(at), int.Parse(cells[3], CultureInfo.InvariantCulture)));
        else if (what == "case") await desk.Database.Writer.Write(unit => Talks(unit, Enum.Parse<Rating>(cells[2]), At(at)));
        else if (what == "followed-up") await desk.Database.Writer.Write(unit => Says(unit, cells[2], At(at)));
        else if (what == "referral") await desk.Database.Writer.Write(unit => IsTakenOn(unit, cells[2], At(at)));
        else if (what == "placement") await desk.Database.Writer.Write(unit => Does(unit, cells[3].Length > 0 ? Young : Some.Hanako, long.Parse(cells[2], CultureInfo.InvariantCulture), At(at)));
        else
        {
            var wish = JsonSerializer.Serialize(new { indicator = what, day = at, number = long.Parse(cells[2], CultureInfo.InvariantCulture), outOf = cells[3].Length > 0 ? long.Parse(cells[3], CultureInfo.InvariantCulture) : (long?)null });
            Assert.Equal(201, (await desk.Sends(HttpMethod.Post, "/api/v1/kpi-entries", token, wish, headers: ("Idempotency-Key", what + at))).Status);
        }
    }

    private static async Task Compares(Desk desk, string token)
    {
        var rows = (await desk.Gets("/api/v1/kpi?fiscalYear=R5", token)).Items;
        foreach (var expected in Rows("expected.csv"))
        {
            var actual = Periods.Select(period => rows.Single(row => row.GetProperty("indicator").GetString() == expected[0] && row.GetProperty("period").GetString() == period).GetProperty("actual"));
            Assert.Equal(expected, [expected[0], .. actual.Select(one => one.ValueKind == JsonValueKind.Null ? "" : one.GetDecimal().ToString("0.#", CultureInfo.InvariantCulture))]);
        }
    }

    private static void TakesPart(Unit unit, DateTimeOffset at)
    {
        Some.Member(unit, Some.Hanako);
        foreach (var purpose in new[] { Purpose.Service, Purpose.Research }) unit.Consents.Add(Some.Hanako, new Consent(purpose, "counter/" + Consents.KeyOf(purpose), true, at, "sato"));
    }

    /// <summary>A daughter of 40 helps too.</summary>
    private static void Opens(Unit unit, DateTimeOffset now)
    {
        Some.Member(unit, Young);
        unit.Answers.Add(Young, "inventory@1", "age", new AnswerValue.Chosen(["under55"]), now, null, null, "member", unit.Members.Key(Young));
        var post = new Posts(unit).Find(3)!;
        new Posts(unit).Add(
            Listing.Draft(post with { Id = Long, Rhythm = Rhythm.Long }),
            Listing.Draft(post with { Id = Thrice, Rhythm = Rhythm.Some, Minutes = 420 }),
            Listing.Draft(post with { Id = OnceOfFiveDays, Rhythm = Rhythm.Weekly, Minutes = 480, Days = [Day.Mon, Day.Tue, Day.Wed, Day.Thu, Day.Fri] }),
            Listing.Draft(post with { Id = Unpaid, Engagement = Engagement.Volunteer }));
    }

    private static void Does(Unit unit, string member, long post, DateTimeOffset at) => new Posts(unit).Mark(member, post, "serve", Mark.Did, at);

    /// <param name="number">In the series; 0: it belongs to none.</param>
    private static void Attends(Unit unit, int number, DateTimeOffset at, int seats)
    {
        var id = $"held-{at.UtcTicks}";
        unit.Db.Add(new Seminar
        {
            Id = id, Kind = number >= 6 ? GatheringKind.MiniMeeting : GatheringKind.Seminar, Series = number == 0 ? "" : SeminarSeries.Embedded.Series, Number = number, Title = id, Short = id, AlsoCalled = "", About = "", Bring = "", Place = "", Address = "",
            Latitude = 35.8, Longitude = 139.9, Area = "north", OnSiteSeats = 50, OnlineSeats = 0, StartsAt = at, EndsAt = at.AddHours(3), Deadline = at, OfferHours = 24, DayCode = "0000",
        });
        unit.Db.SaveChanges();
        Rosters.Do(unit, Some.Hanako, new Effect.Reserve(id, Attendance.OnSite, seats), at.AddDays(-1));
        Rosters.Do(unit, Some.Hanako, new Effect.CheckIn(id), at);
    }

    /// <summary>Two weeks after something she is asked what she does now.</summary>
    private static void Says(Unit unit, string doing, DateTimeOffset at)
    {
        var wave = Wave.Of(Some.Hanako, (int)unit.Db.Set<Wave>().LongCount(), 2, Occasion.Seminar, at.AddDays(-14), at, at);
        wave.Move(Wave.On.Answer, at);
        unit.Db.Add(wave);
        unit.Answers.Add(Some.Hanako, "followup@1", "doing", new AnswerValue.Chosen([doing]), at, null, null, "member", unit.Members.Key(Some.Hanako));
    }

    /// <summary>With staff, and says how it was.</summary>
    private static void Talks(Unit unit, Rating rating, DateTimeOffset at)
    {
        var number = unit.Db.Set<HandoffCase>().Count() + 100;
        var talk = HandoffCase.Request(Some.Hanako, number, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, at);
        talk.Claim("sato", OpeningHours.Embedded, at);
        talk.Resolve("sato", at);
        Assert.True(talk.Rate(rating));
        unit.Db.Add(talk);
        unit.Db.SaveChanges();
    }

    private static void IsTakenOn(Unit unit, string partner, DateTimeOffset at)
    {
        var known = unit.Db.Set<HandoffCase>().FirstOrDefault();
        if (known is null) unit.Db.Add(known = HandoffCase.Request(Some.Hanako, 1, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, at));
        unit.Db.SaveChanges();
        var referral = Referral.Propose(known.Id, Some.Hanako, partner, at);
        foreach (var on in new[] { Referral.On.Consent, Referral.On.PassOn, Referral.On.Accept }) Assert.IsType<Referring.Done>(referral.Move(on, at));
        unit.Db.Add(referral).Property<Sealed>("Slip").CurrentValue = unit.Vault.Seal(unit.Members.Key(Some.Hanako), Fields.ReferralSlip, "{}"u8);
    }

    private static Finding Check(DateTimeOffset at) => new("yubi_wakka@1", "visit-" + at.UtcTicks, ImmutableDictionary<string, string>.Empty, at, at);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<IReadOnlyList<string>> Rows(string file) =>
        CsvLines.Read(File.ReadAllText(Repository.Path("tests/System.Tests/Kpi/" + file))).Skip(1).Select(line => line.Cells);
}
