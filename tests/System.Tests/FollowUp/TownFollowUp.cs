using Concierge.Bot.Jobs;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Concierge.Core.Seminars;
using Concierge.Data;
using Concierge.SystemTests.Road;
using Concierge.SystemTests.Seminars;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.FollowUp;

/// <summary>What the town's only person on LINE agrees to and does, without the talk that leads there.</summary>
public static class TownFollowUp
{
    public static Task AgreesToResearch(this Town town, bool given = true, Purpose purpose = Purpose.Research) => town.OfTheirs((unit, member, now) =>
        unit.Consents.Add(member, new Consent(purpose, "counter/" + Consents.KeyOf(purpose), given, now, "sato")));

    /// <summary>Did something from the board.</summary>
    public static async Task Works(this Town town)
    {
        await town.OfTheirs((unit, member, now) => new Posts(unit).Mark(member, 3, "serve", Mark.Did, now));
        await town.PlansFollowUps();
    }

    /// <summary>Was at a seminar, which is on the day that the calendar says.</summary>
    public static async Task Attends(this Town town, int number)
    {
        var seminar = town.Seminar(number);
        await town.OfTheirs((unit, member, now) =>
        {
            Rosters.Do(unit, member, new Effect.Reserve(seminar.Id, Attendance.OnSite, 1), now);
            Rosters.Do(unit, member, new Effect.CheckIn(seminar.Id), now);
        });
        await town.PlansFollowUps();
    }

    public static IReadOnlyList<Wave> Waves(this Town town) => town.Database.Reader.Read(unit => FollowUps.Waves(unit, Member(unit)));

    public static IReadOnlyList<TimerEntry> Timers(this Town town) =>
        town.Database.Reader.Read(unit => unit.Db.Set<TimerEntry>().AsNoTracking().Where(timer => timer.Flow == AnswerWave.Id).ToList());

    private static async Task PlansFollowUps(this Town town)
    {
        await town.Part<PlanFollowUps>().Plan(TestContext.Current.CancellationToken);
        await town.Settles();
    }

    private static Task OfTheirs(this Town town, Action<Unit, string, DateTimeOffset> act) =>
        town.Database.Writer.Write(unit => act(unit, Member(unit), town.Clock.GetUtcNow()));

    private static string Member(Unit unit) => unit.Db.LineUsers.Single().MemberId;
}
