using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.FollowUp;
using Concierge.SystemTests.Road;
using Concierge.Transcripts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Seminars;

/// <summary>What has changed reaches whoever comes: once, by day, and by telephone where LINE does not reach.</summary>
public sealed class GatheringNewsTests
{
    private const string Changed = "ご案内が 変わりました";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Put_off_twice_in_the_night_it_is_told_once_in_the_morning(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Reserves(town, "花子");
        await town.Passes(TimeSpan.FromHours(13));
        await Staff(town, "moves");
        await Staff(town, "moves");
        Assert.DoesNotContain(hanako.FromBot, item => item.Text.Contains(Changed, StringComparison.Ordinal));
        await town.Passes(TimeSpan.FromHours(9));
        await town.Settles();
        var told = Assert.Single(hanako.FromBot, item => item.Text.Contains(Changed, StringComparison.Ordinal));
        Assert.Equal(Via.Push, told.Via);
        Assert.Contains("変わったところ：日時、会場", told.Text);
        Assert.Contains(SeminarTime.Spell(town.Seminar(4)), told.Text);
    }

    [Fact]
    public async Task Whoever_has_blocked_us_is_telephoned()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        var hanako = await Reserves(town, "花子");
        await hanako.Blocks();
        await town.Settles();
        await Staff(town, "cancels");
        var mine = Assert.Single(town.Reservations(4));
        Assert.True(town.Database.Reader.Read(unit => Gatherings.IsToRing(unit, town.Seminar(4), mine, town.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Who_reserves_after_the_change_has_seen_it_and_is_told_nothing()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await Staff(town, "moves");
        var hanako = await Reserves(town, "花子");
        await town.Passes(TimeSpan.FromHours(1));
        Assert.DoesNotContain(hanako.FromBot, item => item.Text.Contains(Changed, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_there_is_to_read_reaches_whoever_came_also_when_it_was_written_days_later_and_once(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        await town.Attends(1);
        await town.Passes(TimeSpan.FromDays(12));
        Assert.Equal(0, Read());
        await HandsOut("資料 https://example.jp/1");
        await HandsOut("資料 https://example.jp/2");
        await town.Passes(TimeSpan.FromDays(1));
        await HandsOut("資料 https://example.jp/3");
        await town.Passes(TimeSpan.FromDays(1));
        Assert.Equal(1, Read());

        int Read() => hanako.FromBot.Count(item => item.Text.Contains("お持ち帰りの 資料", StringComparison.Ordinal));
        Task HandsOut(string links) => town.Database.Writer.Write(unit => Gatherings.HandOut(unit, unit.Db.Set<Seminar>().Single(s => s.Id == "demo-1"), links, town.Clock.GetUtcNow()));
    }

    /// <summary>It is ten in the morning of a Tuesday.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task The_reminders_of_a_week_and_of_a_day_before_go_with_the_day(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await Reserves(town, "花子");
        var now = town.Clock.GetUtcNow();
        await Moves(20, [("week", 13), ("day", 19)]);
        await Moves(9, [("week", 2), ("day", 8)]);
        await Moves(5, [("day", 4)]);
        await Moves(1, []);
        await Moves(30, [("week", 23), ("day", 29)]);

        async Task Moves(int days, (string Kind, int Days)[] reminders)
        {
            await town.StaffMove(4, now.AddDays(days).AddHours(4));
            Assert.Equal(
                reminders.Select(one => (one.Kind, SeminarTime.Day(now).AddDays(one.Days).AddHours(10))),
                Timers(town).Where(timer => timer.Kind is "week" or "day").OrderBy(timer => timer.DueAt).Select(timer => (timer.Kind, timer.DueAt)));
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_seat_that_was_offered_is_kept_no_longer_than_until_it_begins_and_the_person_is_told(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        await town.OthersDo(new ScriptLine.Does("fills", 4));
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        foreach (var words in new[] { "教室", "福祉編", "待ちます", "一人で", "待ちます" })
        {
            await hanako.Says(words);
            await town.Settles();
        }
        await town.OthersDo(new ScriptLine.Does("frees", 4));
        var begins = town.Clock.GetUtcNow().AddHours(5);
        await town.StaffMove(4, begins);
        Assert.Equal(begins, Offer().OfferedUntil);
        Assert.Equal(begins, Timers(town).Single(timer => timer.Kind == ReserveSeminar.OfferOver).DueAt);
        await town.Passes(TimeSpan.FromMinutes(1));
        Assert.Contains($"{SeminarTime.Spell(begins)}まで お取りしています", hanako.FromBot[^1].Text);
        await town.Passes(TimeSpan.FromHours(5));
        await town.Settles();
        Assert.Equal(ReservationState.Expired, Offer().State);

        Reservation Offer() => town.Reservations(4).Single(r => r.OfferedUntil is not null);
    }

    /// <summary>Put off, a seat is kept as long as was promised.</summary>
    [Fact]
    public async Task An_offer_grows_no_longer_when_the_day_is_put_off()
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await town.OthersDo(new ScriptLine.Does("fills", 4));
        await town.OthersDo(new ScriptLine.Does("waits", 4));
        await town.OthersDo(new ScriptLine.Does("frees", 4));
        var until = town.Reservations(4).Single(r => r.State == ReservationState.Offered).OfferedUntil;
        await Staff(town, "moves");
        Assert.Equal(until, town.Reservations(4).Single(r => r.State == ReservationState.Offered).OfferedUntil);
    }

    private static List<TimerEntry> Timers(Town town) => town.Database.Reader.Read(unit => unit.Db.Set<TimerEntry>().AsNoTracking().Where(timer => timer.Flow == ReserveSeminar.Id).ToList());

    private static async Task<Person> Reserves(Town town, string name)
    {
        var person = town.Line.Person(name);
        await town.Enters(person);
        foreach (var words in new[] { "教室", "福祉編", "予約する", "一人で", "はい" })
        {
            await person.Says(words);
            await town.Settles();
        }
        Assert.Contains(person.FromBot, item => item.Text.Contains("予約しました", StringComparison.Ordinal));
        return person;
    }

    private static Task Staff(Town town, string what) => town.OthersDo(new ScriptLine.Does(what, 4));
}
