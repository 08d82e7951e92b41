using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Somebody telephones and wants to come to a seminar.</summary>
public sealed class SeminarsTests
{
    private const string Path = "/api/v1/seminars", One = Path + "/demo-1", Roster = One + "/reservations";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Somebody_without_line_gets_a_seat_by_name_and_the_name_stays_with_the_desk(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var before = (await desk.Gets(One, sato)).Body.GetProperty("onSite").GetProperty("free").GetInt32();

        var json = """{"name":"canary花子","phone":"canary-04","how":"onSite","seats":2}""";
        var booked = await desk.Sends(HttpMethod.Post, Roster, sato, json, headers: ("Idempotency-Key", "1"));
        Assert.Equal((201, "reserved"), (booked.Status, booked.Text("state")));
        // The answer was lost on the way, so the call comes once more.
        Assert.Equal(booked.Text("member"), (await desk.Sends(HttpMethod.Post, Roster, sato, json, headers: ("Idempotency-Key", "1"))).Text("member"));
        Assert.Equal(before - 2, (await desk.Gets(One, sato)).Body.GetProperty("onSite").GetProperty("free").GetInt32());

        var listed = Assert.Single((await desk.Gets(Roster, sato)).Items);
        Assert.Equal(("canary花子", "canary-04"), (listed.GetProperty("name").GetString(), listed.GetProperty("phone").GetString()));
        var table = await desk.Gets(Roster + "?format=csv", sato);
        Assert.Equal("text/csv", table.Type);
        Assert.Contains("canary花子", table.Raw);
        Assert.Equal(["read", "read"], desk.Trail("seminar/demo-1").Select(entry => entry.Action));
        Assert.Single(desk.Trail($"seminar/demo-1/reservation/{booked.Text("member")}"));
        await desk.AssertNothingShows([Role.Desk, Role.Secretariat], Path, One, Roster);
    }

    /// <summary>However the clerk writes the name and the number this time. A wife on the same telephone is somebody else.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_telephones_again_is_the_same_person(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var token = await desk.Token(Role.Desk);
        var first = await Books(desk, token, """{"name":"山田 太郎","phone":"04-7100-1234","how":"onSite"}""", "1");
        var again = await Books(desk, token, """{"name":"山田太郎","phone":"０４（７１００）１２３４","how":"onSite"}""", "2");
        Assert.Equal((409, "already-reserved"), (again.Status, again.Problem));

        var elsewhere = await desk.Sends(HttpMethod.Post, Path + "/demo-2/reservations", token, """{"name":"山田　太郎","phone":"0471001234","how":"onSite"}""", headers: ("Idempotency-Key", "3"));
        Assert.Equal((201, first.Text("member")), (elsewhere.Status, elsewhere.Text("member")));
        var others = new[] { """{"name":"山田 花子","phone":"04-7100-1234","how":"onSite"}""", """{"name":"山田 太郎","how":"onSite"}""", """{"name":"山田 太郎","phone":"04-7100-123","how":"onSite"}""" };
        foreach (var (at, other) in others.Index()) Assert.NotEqual(first.Text("member"), (await Books(desk, token, other, $"other-{at}")).Text("member"));
    }

    [Fact]
    public async Task Whoever_has_line_is_reminded_like_everybody()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var token = await desk.Token(Role.Desk);
        Assert.Equal(201, (await Books(desk, token, $$"""{"member":"{{Some.Hanako}}","how":"onSite"}""", "1")).Status);
        Assert.Contains(Timers(desk), timer => timer.Contains("demo-1", StringComparison.Ordinal));
        var twice = await Books(desk, token, $$"""{"member":"{{Some.Hanako}}","how":"onSite"}""", "2");
        Assert.Equal((409, "already-reserved"), (twice.Status, twice.Problem));

        Assert.Equal(204, (await desk.Sends(HttpMethod.Delete, $"{Roster}/{Some.Hanako}", token)).Status);
        Assert.Empty(Timers(desk));
        Assert.Equal(404, (await desk.Sends(HttpMethod.Delete, $"{Roster}/{Some.Hanako}", token)).Status);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_last_seat_is_given_once_however_many_telephones_ring(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var token = await desk.Token(Role.Desk);
        var free = await LeaveOne(desk);
        var calls = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Books(desk, token, $$"""{"name":"人{{i}}","how":"onSite"}""", $"{i}")));
        Assert.Single(calls, call => call.Status == 201);
        Assert.All(calls.Where(call => call.Status != 201), call => Assert.Equal("seminar-full", call.Problem));
        // Whoever was refused left nothing behind.
        Assert.Equal(1, desk.Database.Reader.Read(unit => unit.Db.Set<ContactEntry>().Count()));

        var waits = await Books(desk, token, """{"name":"待つ人","how":"onSite","wait":true}""", "w");
        Assert.Equal((201, "waiting"), (waits.Status, waits.Text("state")));
        Assert.Equal(204, (await desk.Sends(HttpMethod.Delete, $"{Roster}/{free}", token)).Status);
        Assert.Equal("offered", (await desk.Gets(Roster + "?state=offered", token)).Items.Single().GetProperty("state").GetString());
    }

    [Fact]
    public async Task Who_came_is_written_down_from_when_the_doors_open()
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        var member = (await Books(desk, token, """{"name":"花子","how":"onSite"}""", "1")).Text("member");
        var attendance = $"{Roster}/{member}/attendance";
        Assert.Equal("doors-not-open", (await desk.Sends(HttpMethod.Put, attendance, token)).Problem);
        var begins = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").StartsAt);
        desk.Time.SetUtcNow(begins);
        token = await desk.Token(Role.Desk);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, attendance, token)).Status);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, attendance, token)).Status);
        Assert.Equal("attended", (await desk.Gets(Roster, token)).Items.Single().GetProperty("state").GetString());
        Assert.Equal(404, (await desk.Sends(HttpMethod.Put, $"{Roster}/m-nobody/attendance", token)).Status);
        Assert.Equal("seminar-begun", (await desk.Sends(HttpMethod.Delete, $"{Roster}/{member}", token)).Problem);
    }

    [Fact]
    public async Task Whoever_comes_without_having_reserved_is_booked_at_the_door_while_a_seat_is_free()
    {
        await using var desk = await Desk.Opens();
        await LeaveOne(desk);
        var seminar = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1"));
        desk.Time.SetUtcNow(seminar.StartsAt.AddMinutes(10));
        var token = await desk.Token(Role.Desk);
        var walksIn = await Books(desk, token, """{"name":"花子","how":"onSite"}""", "1");
        Assert.Equal((201, "reserved"), (walksIn.Status, walksIn.Text("state")));
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, $"{Roster}/{walksIn.Text("member")}/attendance", token)).Status);
        Assert.Equal("seminar-full", (await Books(desk, token, """{"name":"太郎","how":"onSite"}""", "2")).Problem);
        Assert.Equal("seminar-full", (await Books(desk, token, """{"name":"太郎","how":"onSite","wait":true}""", "3")).Problem);
        desk.Time.SetUtcNow(seminar.EndsAt);
        Assert.Equal("seminar-closed", (await Books(desk, await desk.Token(Role.Desk), """{"name":"太郎","how":"online"}""", "4")).Problem);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_waits_and_comes_is_let_in_when_a_seat_is_free_and_never_one_too_many(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await LeaveOne(desk);
        var token = await desk.Token(Role.Desk);
        await Books(desk, token, """{"name":"花子","how":"onSite"}""", "1");
        var waits = (await Books(desk, token, """{"name":"太郎","how":"onSite","wait":true}""", "2")).Text("member");
        var seminar = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1"));
        desk.Time.SetUtcNow(seminar.StartsAt);
        token = await desk.Token(Role.Desk);
        Assert.Equal("seminar-full", (await desk.Sends(HttpMethod.Put, $"{Roster}/{waits}/attendance", token)).Problem);
        // Somebody may be moved to where there is room; here the hall grows by a chair.
        await desk.Database.Writer.Write(unit => unit.Db.Set<Seminar>().Where(s => s.Id == "demo-1").ExecuteUpdate(set => set.SetProperty(s => s.OnSiteSeats, s => s.OnSiteSeats + 1)));
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, $"{Roster}/{waits}/attendance", token)).Status);
        var now = desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1"));
        Assert.Equal((0, now.OnSiteSeats), (now.Free(Attendance.OnSite), now.OnSiteTaken));
    }

    [Fact]
    public async Task Whoever_was_offered_a_seat_and_comes_has_taken_it()
    {
        await using var desk = await Desk.Opens();
        var leaves = await LeaveOne(desk);
        var token = await desk.Token(Role.Desk);
        await Books(desk, token, """{"name":"花子","how":"onSite"}""", "1");
        var waits = (await Books(desk, token, """{"name":"太郎","how":"onSite","wait":true}""", "2")).Text("member");
        await desk.Sends(HttpMethod.Delete, $"{Roster}/{leaves}", token);
        desk.Time.SetUtcNow(desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").StartsAt));
        token = await desk.Token(Role.Desk);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, $"{Roster}/{waits}/attendance", token)).Status);
        Assert.Empty(Timers(desk));
        Assert.Equal(0, desk.Database.Reader.Read(unit => unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == "demo-1").Free(Attendance.OnSite)));
    }

    [Theory]
    [InlineData("""{"how":"onSite"}""", "member")]
    [InlineData("""{"member":"m-nobody","how":"onSite"}""", "member")]
    [InlineData("""{"member":"a","name":"b","how":"onSite"}""", "member")]
    [InlineData("""{"name":" ","how":"onSite"}""", "name")]
    [InlineData("""{"name":"花子"}""", "how")]
    [InlineData("""{"name":"花子","how":"byTrain"}""", "how")]
    [InlineData("""{"name":"花子","how":"onSite","seats":3}""", "seats")]
    [InlineData("""{"name":"花子","how":"onSite","seats":"2"}""", "seats")]
    [InlineData("""{"name":"花子","how":"onSite","born":1950}""", "born")]
    [InlineData("""{"member":"m-hanako","phone":"04","how":"onSite"}""", "phone")]
    public async Task A_slip_is_named_and_nobody_is_booked(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        var refused = await Books(desk, token, json, "1");
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
        Assert.Empty((await desk.Gets(Roster, token)).Items);
        Assert.Equal("Idempotency-Key", (await desk.Sends(HttpMethod.Post, Roster, token, """{"name":"花子","how":"onSite"}""")).Text("item"));
    }

    [Fact]
    public async Task A_partner_sees_seminars_and_neither_drafts_nor_the_code_at_the_door()
    {
        await using var desk = await Desk.Opens();
        var (partner, clerk) = (await desk.Token(Role.Partner, "柏の葉"), await desk.Token(Role.Desk));
        Assert.Equal(("null", true), ((await desk.Gets(One, partner)).Json("dayCode"), (await desk.Gets(One, clerk)).Text("dayCode") is { Length: 4 }));
        Assert.Equal((await desk.Gets(Path, clerk)).Items.Count, (await desk.Gets(Path, partner)).Items.Count);
        Assert.Equal(403, (await desk.Gets(Roster, partner)).Status);
        Assert.Equal(404, (await desk.Gets(Path + "/nothing", partner)).Status);
        Assert.Equal(404, (await desk.Gets(Path + "/nothing/reservations", clerk)).Status);
        Assert.Equal(400, (await desk.Gets(Path + "?state=full", clerk)).Status);
    }

    private static Task<Answered> Books(Desk desk, string token, string json, string key) =>
        desk.Sends(HttpMethod.Post, Roster, token, json, headers: ("Idempotency-Key", key));

    private static IEnumerable<string> Timers(Desk desk) => desk.Database.Reader.Read(unit => unit.Timers.Due(DateTimeOffset.MaxValue, 100)).Select(timer => timer.Key);

    /// <summary>Others take all seats but one.</summary>
    /// <returns>One of them.</returns>
    private static Task<string> LeaveOne(Desk desk) => desk.Database.Writer.Write(unit =>
    {
        var seminar = unit.Db.Set<Seminar>().Single(s => s.Id == "demo-1");
        var other = "";
        for (var n = 1; seminar.Free(Attendance.OnSite) > 1; n++)
        {
            other = unit.Members.AddAnonymous(Some.Noon, () => $"other-{n}");
            Rosters.Do(unit, other, new Effect.Reserve(seminar.Id, Attendance.OnSite, 1), desk.Time.GetUtcNow());
        }
        return other;
    });
}
