using System.Globalization;
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

/// <summary>Called off: everybody hears of it, and nobody has been there.</summary>
public sealed partial class GatheringsTests
{
    [Fact]
    public async Task What_nobody_has_seen_is_called_off_without_a_word()
    {
        await using var desk = await Desk.Opens();
        var clerk = await desk.Token(Role.Desk);
        var path = $"{Path}/{(await Writes(desk, clerk, Draft, "1")).Text("id")}";
        Assert.Equal("calledOff", (await Puts(desk, clerk, path + "/cancellation", (await desk.Gets(path, clerk)).ETag!, "{}")).Text("state"));
    }

    [Fact]
    public async Task Called_off_everybody_is_told_also_who_waits_and_no_reminder_comes()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var clerk = await desk.Token(Role.Desk);
        await Books(desk, clerk, "demo-1", Some.Hanako, "1", "member");
        await Books(desk, clerk, "demo-1", "電話の人", "2");
        var seen = (await desk.Gets(One, clerk)).ETag!;
        foreach (var nothing in new[] { """{"because":" "}""", """{"because":null}""", "{}" }) Assert.Equal((400, "because"), await Refused(desk, clerk, nothing, seen));
        var off = await Puts(desk, clerk, One + "/cancellation", seen, """{"because":"大雪のためです。"}""");
        Assert.Equal(("calledOff", "大雪のためです。"), (off.Text("state"), off.Text("calledOffBecause")));
        Assert.Equal([ReserveSeminar.News], Timers(desk).Select(timer => timer.Kind));
        Assert.Equal("calledOff", Assert.Single((await desk.Gets(Path + "/calls", clerk)).Items).GetProperty("changed")[0].GetString());
        Assert.Equal("seminar-called-off", (await Puts(desk, clerk, One + "/cancellation", off.ETag!, "{}")).Problem);
        Assert.Equal("seminar-called-off", (await Patches(desk, clerk, "demo-1", """{"bring":"なし"}""", off.ETag!)).Problem);
        Assert.Equal("seminar-closed", (await Books(desk, clerk, "demo-1", "遅い人", "3")).Problem);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Called_off_when_people_were_in_already_nobody_has_been_there(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        var seminar = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1"));
        await Books(desk, await desk.Token(Role.Desk), "demo-1", Some.Hanako, "1", by: "member");
        desk.Time.SetUtcNow(seminar.StartsAt.AddHours(-1));
        var clerk = await desk.Token(Role.Desk);
        await desk.Sends(HttpMethod.Put, $"{One}/reservations/{Some.Hanako}/attendance", clerk);
        Assert.Contains(Timers(desk), timer => timer.Key == AfterSeminar.Key(seminar));
        await Puts(desk, clerk, One + "/cancellation", (await desk.Gets(One, clerk)).ETag!, """{"because":"大雪のためです。"}""");
        Assert.DoesNotContain(Timers(desk), timer => timer.Key == AfterSeminar.Key(seminar));

        desk.Time.SetUtcNow(seminar.EndsAt.AddDays(1));
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var purpose in new[] { Purpose.Service, Purpose.Research }) unit.Consents.Add(Some.Hanako, new Consent(purpose, "counter/" + Consents.KeyOf(purpose), true, desk.Time.GetUtcNow(), "sato"));
            Assert.DoesNotContain(FollowUps.Waves(unit, Some.Hanako), wave => wave.Occasion == Occasion.Seminar);
            Assert.Empty(FollowUps.ToPlan(unit, desk.Time.GetUtcNow()));
            Assert.Empty(Rosters.Facts(unit, Some.Hanako, desk.Time.GetUtcNow()).Attended);
        });
        Assert.Equal(0, (await desk.Gets("/api/v1/kpi?fiscalYear=R8", await desk.Token(Role.Secretariat))).Items
            .Single(row => row.GetProperty("indicator").GetString() == "seminar-participants" && row.GetProperty("period").GetString() == "year").GetProperty("actual").GetInt32());
    }
}
