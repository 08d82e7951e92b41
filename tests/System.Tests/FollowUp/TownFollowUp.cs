using Concierge.Bot.Jobs;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Handoff;
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

    /// <summary>Was led on to another body, which has taken them on.</summary>
    /// <param name="partner">Key in <c>data/partners.json</c>.</param>
    public static async Task IsTakenOnBy(this Town town, string partner)
    {
        await town.OfTheirs((unit, member, now) =>
        {
            var of = unit.Db.Set<HandoffCase>().FirstOrDefault();
            if (of is null) unit.Db.Add(of = HandoffCase.Request(member, 1, CaseTrigger.Asked, asksConsent: false, saidIn: null, OpeningHours.Embedded, now));
            unit.Db.SaveChanges();
            var referral = Referral.Propose(of.Id, member, partner, now);
            foreach (var on in new[] { Referral.On.Consent, Referral.On.PassOn, Referral.On.Accept }) Assert.IsType<Referring.Done>(referral.Move(on, now));
            unit.Db.Add(referral).Property<Sealed>("Slip").CurrentValue = unit.Vault.Seal(unit.Members.Key(member), Fields.ReferralSlip, "{}"u8);
            unit.Db.SaveChanges();
        });
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
