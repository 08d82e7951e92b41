using Concierge.Bot.Jobs;
using Concierge.Core.Broadcasts;
using Concierge.Core.Calendar;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>When it goes out, and when not any more. The town's clock begins on Tuesday, 24 November 2026, at ten.</summary>
public sealed class DueTests
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_waits_for_its_time_and_for_the_end_of_the_quiet_hours(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(2);
        await town.Approved(TownBroadcasts.Draft(timing: new Timing.Once(Today(21, 0)), window: 13 * 60));
        foreach (var (at, said) in new[] { (Today(20, 59), 0), (Today(21, 0), 0), (Today(31, 59), 0), (Today(32, 0), 1) })
        {
            await town.PassesTo(at);
            Assert.All(people, person => Assert.Equal(said, person.FromBot.Count));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_three_hours_of_outage_what_is_too_late_is_not_sent_and_staff_see_it(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(2);
        var late = await town.Approved(TownBroadcasts.Draft(timing: new Timing.Once(Today(11, 0)), window: 60));
        var inTime = await town.Approved(TownBroadcasts.Draft("もうひとつ", timing: new Timing.Once(Today(11, 0)), window: 240));
        await town.IsDownFor(TimeSpan.FromHours(3));
        await town.Rings();
        Assert.Equal((BroadcastState.Expired, BroadcastState.Sent), (town.State(late), town.State(inTime)));
        Assert.Equal(["broadcast-expired", "broadcast-sent"], town.Told().Order(StringComparer.Ordinal));
        Assert.All(people, person => Assert.Contains("もうひとつ", Assert.Single(person.FromBot).Text, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Half_way_at_its_latest_time_the_rest_is_not_sent(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Friends(600);
        town.Line.MonthlyQuota = 500;
        var id = await town.Approved();
        await town.Rings();
        town.Clock.Advance(TimeSpan.FromHours(1));
        await town.Rings();
        Assert.Equal(BroadcastState.Expired, town.State(id));
        Assert.Equal([ChunkState.Sent, ChunkState.Unsent], town.ChunksOf(id).Select(chunk => chunk.State));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Fifty_clicks_at_once_approve_it_once(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(3);
        var id = await town.Submitted(TownBroadcasts.Draft());
        var moves = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => town.Approve(id))));
        Assert.Single(moves, move => move is BroadcastMove.Done);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(town.Rings)));
        Assert.All(people, person => Assert.Single(person.FromBot));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_same_words_do_not_go_to_the_same_people_within_a_day(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(3);
        var first = await town.Approved();
        var second = await town.Submitted(TownBroadcasts.Draft());
        Assert.Equal(new BroadcastMove.Same(first), await town.Approve(second));
        await town.Rings();
        town.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(new BroadcastMove.Same(first), await town.Approve(second));
        await town.Approved(TownBroadcasts.Draft("ほかの ご案内"));

        town.Clock.Advance(TimeSpan.FromHours(1));
        Assert.IsType<BroadcastMove.Done>(await town.Approve(second));
        await town.Rings();
        Assert.All(people, person => Assert.Equal(2, person.FromBot.Count(item => item.Text.Contains("教室のご案内", StringComparison.Ordinal))));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task One_that_repeats_goes_out_once_each_time_also_when_the_clock_is_set_back(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(3);
        var series = await town.Approved(TownBroadcasts.Draft(timing: new Timing.Weekly(DayOfWeek.Friday, Nine, new DateOnly(2026, 12, 4))));
        await town.PassesTo(Tokyo.At(new DateOnly(2026, 11, 27), Nine));
        town.Clock.AdjustTime(town.Clock.GetUtcNow().AddHours(-1));
        await town.Rings();
        town.Clock.AdjustTime(town.Clock.GetUtcNow().AddHours(1));
        await town.Rings();
        Assert.All(people, person => Assert.Single(person.FromBot));

        await town.PassesTo(Tokyo.At(new DateOnly(2026, 12, 4), Nine));
        Assert.All(people, person => Assert.Equal(2, person.FromBot.Count));
        await town.PassesTo(Tokyo.At(new DateOnly(2026, 12, 5), Nine));
        Assert.Equal(BroadcastState.Sent, town.State(series));
        Assert.Equal(["2026-11-27", "2026-12-04"], town.Database.Reader.Read(unit => unit.Db.Set<Broadcast>().Where(b => b.Series == series).OrderBy(b => b.Id).Select(b => b.Occurrence).ToList()));
    }

    /// <summary>What staff say of one that repeats holds for the time of it that waits for the morning, too.</summary>
    [Theory]
    [InlineData("stop", 0)]
    [InlineData("edit", 0)]
    [InlineData("pause", 0)]
    [InlineData("pause and resume", 1)]
    [InlineData("", 1)]
    public async Task What_is_taken_back_of_a_series_is_taken_back_of_its_time_that_waits(string act, int said)
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        var people = await town.Friends(2);
        var series = await town.Approved(TownBroadcasts.Draft(timing: new Timing.Weekly(DayOfWeek.Tuesday, new TimeOnly(21, 0), new DateOnly(2026, 12, 31)), window: 13 * 60));
        await town.PassesTo(Today(21, 0));
        await town.MoveAll(series, (unit, one) => act switch
        {
            "stop" => BroadcastBook.Stop(unit, one, town.Clock.GetUtcNow()),
            "edit" => BroadcastBook.Edit(unit, one, TownBroadcasts.Sato, one.Content with { Text = "別の文" }, one.Audience, one.Timing, one.WindowMinutes, one.Cap, town.Clock.GetUtcNow()),
            "" => new BroadcastMove.Done(),
            _ => BroadcastBook.Pause(unit, one),
        });
        if (act == "pause and resume") await town.MoveAll(series, (unit, one) => BroadcastBook.Resume(unit, one, town.Clock.GetUtcNow()));
        await town.PassesTo(Today(32, 0));
        Assert.All(people, person => Assert.Equal(said, person.FromBot.Count));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_comes_due_just_before_the_quiet_hours_begins_in_the_morning(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(1);
        var id = await town.Approved(TownBroadcasts.Draft(timing: new Timing.Once(Today(19, 55)), window: 14 * 60));
        await town.PassesTo(Today(19, 55));
        Assert.Equal((BroadcastState.Approved, 0), (town.State(id), people[0].FromBot.Count));
        await town.PassesTo(Today(32, 0));
        Assert.Single(people[0].FromBot);
    }

    [Fact]
    public async Task Two_bots_that_ring_at_once_make_and_send_one()
    {
        Assert.SkipUnless(Databases.All.Any(row => row.Data == DatabaseProvider.Postgres), "PostgreSQL is not there.");
        await using var town = await Town.Start(DatabaseProvider.Postgres);
        var people = await town.Friends(1_200);
        await town.Approved(TownBroadcasts.Draft(timing: new Timing.Weekly(DayOfWeek.Friday, Nine, new DateOnly(2026, 12, 31))));
        await using var another = await town.AnotherBot();
        town.Clock.AdvanceTo(Tokyo.At(new DateOnly(2026, 11, 27), Nine));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => i % 2 == 0 ? town.Rings() : another.Rings())));
        Assert.All(people, person => Assert.Single(person.FromBot));
        Assert.Equal(3, town.Multicasts().Count);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_restore_nothing_goes_out_and_what_was_due_is_not_sent_again(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.Friends(3);
        await town.Database.Writer.Write(unit => Holds.Begin(unit, town.Clock.GetUtcNow(), town.Clock.GetUtcNow()));
        var due = await town.Approved();
        var later = await town.Approved(TownBroadcasts.Draft("あした", timing: new Timing.Once(Today(34, 0))));
        var series = await town.Approved(TownBroadcasts.Draft("毎週", timing: new Timing.Weekly(DayOfWeek.Friday, Nine, new DateOnly(2026, 12, 31))));
        await town.Database.Writer.Write(unit => BroadcastRounds.Restored(unit, town.Clock.GetUtcNow()));
        await town.PassesTo(Today(34, 0));
        Assert.Empty(town.Multicasts());
        Assert.Equal((BroadcastState.Stopped, BroadcastState.Paused, BroadcastState.Paused), (town.State(due), town.State(later), town.State(series)));

        // It may have been taken back since the backup: somebody has to look.
        await town.Database.Writer.Write(Holds.Release);
        await town.Rings();
        Assert.Empty(town.Multicasts());
        await town.MoveAll(later, (unit, one) => BroadcastBook.Resume(unit, one, town.Clock.GetUtcNow()));
        await town.Rings();
        Assert.Equal(BroadcastState.Sent, town.State(later));
        Assert.Single(town.Multicasts());
    }

    private static DateTimeOffset Today(int hour, int minute) => Tokyo.At(new DateOnly(2026, 11, 24), TimeOnly.MinValue).AddHours(hour).AddMinutes(minute);
}
