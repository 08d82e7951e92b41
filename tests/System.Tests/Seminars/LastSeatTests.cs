using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Seminars;

/// <summary>Two people and one seat: one gets it, the other is offered the line. Decided in the database, under load too.</summary>
public sealed class LastSeatTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fifty_people_at_once_for_five_seats_are_each_told_one_thing(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await OthersTake(town, 15);
        var people = Enumerable.Range(1, 50).Select(n => town.Line.Person($"参加者{n}")).ToArray();
        await All(town, people, person => person.Follows());
        foreach (var step in Town.Welcome) await All(town, people, person => person.Says(step));
        foreach (var step in new[] { "教室", "福祉編", "予約する", "一人で" }) await All(town, people, person => person.Says(step));
        Assert.All(people, person => Assert.Contains("予約します", person.FromBot[^1].Text));

        town.Line.Faults.Sometimes(Fault.WebhookTwice, 0.3, seed: 7);
        var before = people.ToDictionary(p => p, p => p.FromBot.Count);
        await All(town, people, person => person.Taps("予約する"));
        var told = people.ToDictionary(p => p, p => string.Join('\n', p.FromBot.Skip(before[p]).Select(item => item.Text)));
        var got = people.Where(p => told[p].Contains("予約しました", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, got.Length);
        var full = people.Except(got).ToArray();
        Assert.All(full, p => Assert.Contains("満席です", told[p]));
        Assert.All(got, p => Assert.DoesNotContain("満席", told[p]));

        before = people.ToDictionary(p => p, p => p.FromBot.Count);
        await All(town, full, person => person.Taps("キャンセル待ちをする"));
        var line = town.Reservations(4).Where(r => r.State == ReservationState.Waiting).ToArray();
        var places = full.Select(p => (Member: Member(town, p), Text: string.Concat(p.FromBot.Skip(before[p]).Select(item => item.Text)))).ToArray();
        Assert.Equal(45, line.Length);
        for (var at = 0; at < line.Length; at++)
            Assert.Contains($"いま {at + 1}番目です", places.Single(p => p.Member == line[at].MemberId).Text);
        Assert.Equal(0, town.Seminar(4).Free(Attendance.OnSite));
        Assert.All(town.Reservations(4).GroupBy(r => r.MemberId), of => Assert.Single(of));
        Assert.All(got, p => Assert.Equal(before[p], p.FromBot.Count));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task While_people_reserve_staff_make_the_hall_smaller_and_larger_and_nobody_has_a_seat_that_is_not_there(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await using var desk = await Desk.Opens(on: town.TestDatabase, time: town.Clock);
        var token = await desk.Token(Role.Desk);
        await OthersTake(town, 12);
        var people = Enumerable.Range(1, 12).Select(n => town.Line.Person($"参加者{n}")).ToArray();
        await All(town, people, person => person.Follows());
        foreach (var step in Town.Welcome) await All(town, people, person => person.Says(step));
        foreach (var step in new[] { "教室", "福祉編", "予約する", "一人で" }) await All(town, people, person => person.Says(step));
        var staff = Changes();
        await All(town, people, person => person.Taps("予約する"));
        await staff;
        await town.Settles();

        var (seminar, taken) = (town.Seminar(4), town.Reservations(4).Where(r => r.HoldsSeats).Sum(r => r.Seats));
        Assert.Equal(taken, seminar.OnSiteTaken);
        Assert.InRange(taken, 12, seminar.OnSiteSeats);
        Assert.Equal(taken - 12, people.Count(p => p.FromBot.Any(item => item.Text.Contains("予約しました", StringComparison.Ordinal))));

        async Task Changes()
        {
            foreach (var seats in new[] { 15, 16, 14, 17 })
            {
                var seen = (await desk.Gets("/api/v1/seminars/demo-4", token)).ETag!;
                await desk.Sends(HttpMethod.Patch, "/api/v1/seminars/demo-4", token, $$"""{"onSiteSeats":{{seats}}}""", headers: ("If-Match", seen));
            }
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_freed_seat_goes_down_the_line_as_each_offer_runs_out(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await OthersTake(town, 20);
        var (hanako, taro) = (town.Line.Person("花子"), town.Line.Person("太郎"));
        foreach (var person in new[] { hanako, taro })
        {
            await town.Enters(person);
            foreach (var words in new[] { "教室", "福祉編", "待ちます", "一人で", "待ちます" })
            {
                await person.Says(words);
                await town.Settles();
            }
        }

        await town.OthersDo(new Concierge.Transcripts.ScriptLine.Does("frees", 4));
        Assert.Contains("席が あきました", hanako.FromBot[^1].Text);
        Assert.DoesNotContain("席が あきました", taro.FromBot[^1].Text);
        Assert.Equal(Via.Push, hanako.FromBot[^1].Via);

        await town.Passes(TimeSpan.FromHours(24));
        await town.Settles();
        Assert.Contains("時間が すぎました", hanako.FromBot[^2].Text);
        Assert.Contains("席が あきました", taro.FromBot[^1].Text);
        await taro.Taps("参加する");
        await town.Settles();
        Assert.Contains(taro.FromBot, item => item.Text.Contains("予約しました", StringComparison.Ordinal));
        Assert.Equal(0, town.Seminar(4).Free(Attendance.OnSite));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Whoever_counted_the_seats_before_somebody_else_took_one_decides_again(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var hanako = "hanako";
        await test.Database.Writer.Write(unit =>
        {
            DemoData.Seed(unit, Some.Noon);
            unit.Members.AddAnonymous(Some.Noon, () => hanako);
        });
        await Assert.ThrowsAsync<Conflict>(() => test.Database.Writer.Write(unit =>
        {
            _ = unit.Db.Set<Seminar>().Single(s => s.Id == "demo-4");
            unit.Db.Set<Seminar>().Where(s => s.Id == "demo-4").ExecuteUpdate(set => set.SetProperty(s => s.OnSiteTaken, s => s.OnSiteTaken + 1));
            Rosters.Do(unit, hanako, new Effect.Reserve("demo-4", Attendance.OnSite, 1), Some.Noon);
        }));
        Assert.Equal(0, test.Database.Reader.Read(unit => unit.Db.Set<Reservation>().Count()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_database_itself_refuses_a_seat_too_many(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(unit => DemoData.Seed(unit, Some.Noon));
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => test.Database.Writer.Write(unit =>
            unit.Db.Set<Seminar>().Where(s => s.Id == "demo-4").ExecuteUpdate(set => set.SetProperty(s => s.OnSiteTaken, 21))));
        Assert.Contains("seminar_on_site_taken", refused.ToString());
    }

    private static async Task All(Town town, IEnumerable<Person> people, Func<Person, Task> act)
    {
        await Task.WhenAll(people.Select(act));
        await town.Settles();
    }

    private static Task OthersTake(Town town, int seats) => town.Database.Writer.Write(unit =>
    {
        for (var n = 1; n <= seats; n++)
            Rosters.Do(unit, unit.Members.AddAnonymous(Some.Noon, () => $"other-{n}"), new Effect.Reserve("demo-4", Attendance.OnSite, 1), town.Clock.GetUtcNow());
    });

    private static string Member(Town town, Person person) =>
        town.Database.Reader.Read(unit => unit.Db.LineUsers.Single(line => line.LineUserId == person.Id).MemberId);
}
