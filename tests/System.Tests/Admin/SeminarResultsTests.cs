using System.Text.Json;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Four people and two gatherings: what came of them, counted by hand.</summary>
public sealed class SeminarResultsTests
{
    private const string Path = "/api/v1/seminars/demo-2/results";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_came_of_it_is_counted_and_nobody_is_named(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await Happens(desk);
        var clerk = await desk.Token(Role.Desk);
        var result = (await desk.Gets(Path, clerk)).Body;
        // 80 seats: 花子 alone, 太郎 with his wife, and 次郎 who did not come; 三郎 gave his back.
        Assert.Equal((4, 5m, 3, 1, 75m, 1), (Int("taken"), Decimal("filled"), Int("attended"), Int("noShows"), Decimal("attendance"), Int("cancelled")));
        // 花子 has been to the first; she says good, he says poor.
        Assert.Equal((2, 1, 1, 2, 50m), (Int("came"), Int("firstTimers"), Int("satisfied"), Int("rated"), Decimal("satisfaction")));
        // 花子 reserves again and asks staff, 太郎 applies: two people have moved on.
        Assert.Equal("""{"reserved":1,"applied":1,"talked":1,"anything":2}""", result.GetProperty("next").GetRawText());
        Assert.Equal("canary体験談", Assert.Single(result.GetProperty("comments").EnumerateArray()).GetString());
        await desk.AssertNothingShows([Role.Desk, Role.Secretariat], Path, "/api/v1/seminars/results");

        int Int(string name) => result.GetProperty(name).GetInt32();
        decimal Decimal(string name) => result.GetProperty(name).GetDecimal();
    }

    [Fact]
    public async Task The_year_has_a_line_each_and_the_satisfied_count_in_the_plans_figures_also_when_somebody_has_left()
    {
        await using var desk = await Desk.Opens();
        await Happens(desk);
        var clerk = await desk.Token(Role.Secretariat);
        Assert.Equal(["demo-1", "demo-2"], (await desk.Gets("/api/v1/seminars/results?fiscalYear=R8", clerk)).Items.Select(one => one.GetProperty("id").GetString()));
        Assert.Empty((await desk.Gets("/api/v1/seminars/results?fiscalYear=R7", clerk)).Items);
        Assert.Equal(3, (await desk.Gets("/api/v1/seminars/results?fiscalYear=R8&format=csv", clerk)).Raw.TrimEnd().Split('\n').Length);

        var each = (await desk.Gets("/api/v1/seminars/results?fiscalYear=R8", clerk)).Items;
        var year = (await desk.Gets("/api/v1/seminars/results/year?fiscalYear=R8", clerk)).Body;
        Assert.Equal(("R8", 2), (year.GetProperty("fiscalYear").GetString(), year.GetProperty("gatherings").GetInt32()));
        foreach (var sum in new[] { "seats", "taken", "attended", "noShows", "came", "firstTimers", "satisfied", "rated" })
            Assert.Equal(each.Sum(one => one.GetProperty(sum).GetInt32()), year.GetProperty(sum).GetInt32());
        Assert.Equal(50m, year.GetProperty("satisfaction").GetDecimal());

        Assert.Equal(50m, await Satisfaction(desk, clerk));
        await desk.Database.Writer.Write(unit => Erasing.Everything(unit, "taro"));
        Assert.Equal(50m, await Satisfaction(desk, clerk));
    }

    private static async Task<decimal> Satisfaction(Desk desk, string token) => (await desk.Gets("/api/v1/kpi?fiscalYear=R8", token)).Items
        .Single(row => row.GetProperty("indicator").GetString() == "seminar-satisfaction" && row.GetProperty("period").GetString() == "year").GetProperty("actual").GetDecimal();

    private static async Task Happens(Desk desk)
    {
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var name in new[] { "hanako", "taro", "jiro", "saburo" }) unit.Members.AddAnonymous(Some.Noon, () => name);
            Does(unit, "hanako", new Effect.Reserve("demo-1", Attendance.OnSite, 1));
            foreach (var (name, seats) in new[] { ("hanako", 1), ("taro", 2), ("jiro", 1), ("saburo", 1) }) Does(unit, name, new Effect.Reserve("demo-2", Attendance.OnSite, seats));
            Does(unit, "saburo", new Effect.CancelReservation("demo-2"));
            Does(unit, "hanako", new Effect.CheckIn("demo-1"));
        });
        var ends = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-2").EndsAt);
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var name in new[] { "hanako", "taro" }) Does(unit, name, new Effect.CheckIn("demo-2"), ends);
            Does(unit, "hanako", new Effect.RateSeminar("demo-2", Core.Seminars.Satisfaction.Good), ends);
            Does(unit, "taro", new Effect.RateSeminar("demo-2", Core.Seminars.Satisfaction.Poor), ends);
            Does(unit, "taro", new Effect.CommentSeminar("demo-2", "canary体験談"), ends);
            Does(unit, "hanako", new Effect.Reserve("demo-3", Attendance.OnSite, 1), ends.AddDays(1));
            unit.Db.Add(HandoffCase.Request("hanako", 1, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, ends.AddDays(2)));
            unit.Db.Add(new PostMarkEntry { MemberId = "taro", PostId = 3, Kind = "weeding", Mark = Mark.Applied, At = ends.AddDays(89) });
            unit.Db.Add(new PostMarkEntry { MemberId = "hanako", PostId = 3, Kind = "weeding", Mark = Mark.Applied, At = ends.AddDays(91) });
        });
        desk.Time.SetUtcNow(ends.AddDays(3));
    }

    private static void Does(Unit unit, string member, Effect.OfSeminar wish, DateTimeOffset? at = null) => Rosters.Do(unit, member, wish, at ?? Some.Noon);
}
