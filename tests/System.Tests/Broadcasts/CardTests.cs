using Concierge.Core.Broadcasts;
using Concierge.Core.Calendar;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Seminars;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Broadcasts;

/// <summary>What stands on its card leads on, and is as it was approved, or it does not go out.</summary>
public sealed class CardTests
{
    private static readonly TimeOnly Nine = new(9, 0);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Its_buttons_lead_to_the_seminar_and_to_a_person(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        var seminar = town.Seminar(1);
        await town.Approved(TownBroadcasts.Draft(content: new BroadcastContent("題", "本文", Seminar: seminar.Id)));
        await town.Rings();
        await hanako.Taps($"{seminar.Short}を見る");
        await town.Settles();
        Assert.Contains(seminar.Title, hanako.FromBot[^1].Text, StringComparison.Ordinal);

        await town.Approved(TownBroadcasts.Draft(content: new BroadcastContent("題", "別の本文", Post: 1)));
        await town.Rings();
        await hanako.Taps("職員と話す");
        await town.Settles();
        Assert.Contains("職員", hanako.FromBot[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE seminar SET state = 'CalledOff' WHERE id = 'demo-1'", BroadcastState.Stopped)]
    [InlineData("UPDATE seminar SET place = 'ほかの会場' WHERE id = 'demo-1'", BroadcastState.Paused)]
    [InlineData("UPDATE seminar SET on_site_taken = 1 WHERE id = 'demo-1'", BroadcastState.Sent)]
    public async Task What_is_not_as_it_was_approved_does_not_go_out(string change, BroadcastState then)
    {
        await using var town = await Town.Start(Databases.All.First().Data);
        await town.Friends(2);
        var id = await town.Approved(TownBroadcasts.Draft(timing: new Timing.Once(town.Clock.GetUtcNow().AddHours(1)), content: new BroadcastContent("題", "本文", Seminar: "demo-1")));
        await town.Database.Writer.Write(unit => unit.Db.Database.ExecuteSqlRaw(change));
        await town.PassesTo(town.Broadcast(id).DueAt!.Value);
        Assert.Equal((then, then == BroadcastState.Sent ? null : BroadcastReason.Changed), (town.State(id), town.Broadcast(id).Reason));
        Assert.Equal(then == BroadcastState.Sent ? 1 : 0, town.Multicasts().Count);
    }

    /// <summary>Also between two chunks.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_called_off_while_it_goes_out_goes_to_nobody_more(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(501);
        town.Line.MonthlyQuota = 500;
        var id = await town.Approved(TownBroadcasts.Draft(window: 600, content: new BroadcastContent("題", "本文", Seminar: "demo-1")));
        await town.Rings();
        Assert.Equal(BroadcastReason.Quota, town.Broadcast(id).Reason);
        town.Line.MonthlyQuota = null;
        await town.Database.Writer.Write(unit => unit.Db.Database.ExecuteSqlRaw("UPDATE seminar SET state = 'CalledOff' WHERE id = 'demo-1'"));
        await town.Move(id, one => one.Resume(town.Clock.GetUtcNow()));
        await town.Rings();
        Assert.Equal((BroadcastState.Stopped, BroadcastReason.Changed, 500), (town.State(id), town.Broadcast(id).Reason!.Value, people.Count(person => person.FromBot.Count > 0)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Before_each_seminar_everybody_has_its_card_once_also_when_it_is_moved(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var people = await town.Friends(2);
        var (first, second) = (town.Seminar(1), town.Seminar(2));
        await town.Approved(TownBroadcasts.Draft(timing: new Timing.BeforeSeminar(null, 1, Nine, new DateOnly(2027, 3, 31))));
        await town.PassesTo(Tokyo.At(Tokyo.Day(first.StartsAt).AddDays(-1), Nine));
        Assert.All(people, person => Assert.Contains(person.FromBot, item => item.Text.Contains(first.Title, StringComparison.Ordinal)));

        var said = people[0].FromBot.Count;
        await town.Database.Writer.Write(unit => unit.Db.Database.ExecuteSql($"UPDATE seminar SET starts_at = {first.StartsAt.AddDays(3).UtcTicks}, ends_at = {first.EndsAt.AddDays(3).UtcTicks} WHERE id = {first.Id}"));
        await town.PassesTo(Tokyo.At(Tokyo.Day(first.StartsAt).AddDays(2), Nine));
        Assert.Equal(said, people[0].FromBot.Count);
        await town.PassesTo(Tokyo.At(Tokyo.Day(second.StartsAt).AddDays(-1), Nine));
        Assert.All(people, person => Assert.Contains(second.Title, person.FromBot[^1].Text, StringComparison.Ordinal));
    }
}
