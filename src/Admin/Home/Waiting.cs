using Concierge.Admin.Staff;
using Concierge.Core.Broadcasts;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Home;

/// <summary>Something of which there is so much to look at.</summary>
/// <param name="Name">The key of what it is called.</param>
/// <param name="Path">Where it is looked at.</param>
public sealed record Waiting(string Name, int Count, string Path)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>In the order of the day; what there is none of is told too, for that is what one wants to know.</summary>
    public static IReadOnlyList<Waiting> For(Actor actor, Unit unit, DateTimeOffset now) => [.. Counted(actor, unit, now)];

    private static IEnumerable<Waiting> Counted(Actor actor, Unit unit, DateTimeOffset now)
    {
        var role = actor.Role;
        if (role.Has(Right.WorkCases)) yield return new("console_wait_cases", Cases.Queue(unit).Count(one => !one.IsHeld), "/inbox");
        if (role.Has(Right.RunSeminars))
            yield return new("console_wait_seminars", unit.Db.Set<Seminar>().Count(s => s.State == SeminarState.Open && s.StartsAt > now && s.StartsAt <= now + Soon), "/seminars");
        if (role.Has(Right.ApproveBroadcasts))
            yield return new("console_wait_broadcasts", unit.Db.Set<Broadcast>().Where(b => b.State == BroadcastState.Submitted).AsEnumerable().Count(b => !b.WroteIn(actor.Id)), "/broadcasts?state=submitted");
        if (role.Has(Right.MendQueues))
        {
            yield return new("console_wait_unsent", unit.Db.Outbox.Count(o => o.State == OutboxState.Review), "/unsent");
            yield return new("console_wait_parked", unit.Db.Inbox.Count(i => i.State == InboxState.Parked), "/unsent");
            var runs = JobBook.Runs(unit);
            yield return new("console_wait_jobs", JobBook.All(unit).Count(job => job.NeedsLooking(runs[job.Name], now)), "/schedule");
        }
        if (!role.Has(Right.RunAccounts)) yield break;
        yield return new("console_wait_locked", unit.Db.Set<StaffEntry>().Count(s => s.Enabled && s.LockedUntil > now), "/accounts");
        yield return new("console_wait_first", unit.Db.Set<StaffEntry>().Count(s => s.Enabled && s.MustChangePassword), "/accounts");
    }
}
