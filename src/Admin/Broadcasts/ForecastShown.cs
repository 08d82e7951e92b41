using Concierge.Core.Broadcasts;
using Concierge.Core.Calendar;
using Concierge.Core.Seminars;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>A month against the plan of the LINE account, from what we have sent and mean to send. What others send from the same account is not known here.</summary>
/// <param name="Used">Messages that count and were sent in the month: pushes and broadcasts, by people.</param>
/// <param name="Planned">Of broadcasts that are submitted, approved or under way.</param>
/// <param name="Included">In the plan.</param>
/// <param name="Over">More than that.</param>
/// <param name="Yen">For the whole month, at most.</param>
/// <param name="Fits">False: the plan allows no more, and some will not be sent.</param>
/// <param name="PlanChecked">As of when the plan's figures are.</param>
public sealed record ForecastShown(string Month, long Used, long Planned, long Included, long Over, long Yen, bool Fits, string Plan, DateOnly PlanChecked)
{
    /// <param name="with">A draft that is looked at as if it were handed in; null: only what is.</param>
    public static ForecastShown Of(Unit unit, DateOnly month, long? with, DateTimeOffset now)
    {
        var (from, until) = (Tokyo.At(month, TimeOnly.MinValue), Tokyo.At(month.AddMonths(1), TimeOnly.MinValue));
        var plan = BroadcastRules.Embedded.Ours;
        var forecast = plan.Of(Sent(unit, from, until), ToBeSent(unit, from, until, with, now));
        return new ForecastShown(month.ToString("yyyy-MM", null), forecast.Used, forecast.Planned, forecast.Included, forecast.Over, forecast.Yen, forecast.Fits, plan.Title, plan.Checked);
    }

    private static long Sent(Unit unit, DateTimeOffset from, DateTimeOffset until) =>
        unit.Db.Outbox.Count(o => o.Kind == OutboxKind.Push && o.State == OutboxState.Sent && o.FinishedAt >= from && o.FinishedAt < until)
        + unit.Db.Set<BroadcastChunk>().Where(c => c.SentAt >= from && c.SentAt < until).Sum(c => (long)c.SentTo);

    /// <summary>What is frozen has its list; of all others the town is read once.</summary>
    private static long ToBeSent(Unit unit, DateTimeOffset from, DateTimeOffset until, long? with, DateTimeOffset now)
    {
        var seminars = unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.StartsAt > now).ToList();
        var planned = unit.Db.Set<Broadcast>().AsNoTracking()
            .Where(b => b.Id == with || b.State == BroadcastState.Submitted || b.State == BroadcastState.Approved || b.State == BroadcastState.Sending || b.State == BroadcastState.Paused).AsEnumerable()
            .Select(b => (Broadcast: b, Times: Times(b, from, until, now, seminars))).Where(one => one.Times > 0).ToLookup(one => one.Broadcast.DueAt is not null);
        var frozen = planned[true].Select(one => one.Broadcast.Id).ToList();
        var open = planned[false].ToList();
        return unit.Db.Set<BroadcastRecipient>().Count(r => frozen.Contains(r.BroadcastId) && r.State == RecipientState.Waiting)
            + AudienceReading.Count(unit, [.. open.Select(one => one.Broadcast.Audience)]).Zip(open, (people, one) => (long)people * one.Times).Sum();
    }

    /// <summary>When it goes out; of one that repeats, from now on.</summary>
    public static DateTimeOffset DueAt(Broadcast broadcast, DateTimeOffset now)
    {
        var due = broadcast.DueAt ?? (broadcast.Timing as Timing.Once)?.At ?? now;
        return due < now ? now : due;
    }

    /// <summary>How often it goes out in the month.</summary>
    private static int Times(Broadcast broadcast, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, IReadOnlyCollection<Seminar> seminars)
    {
        if (broadcast.Timing.Repeats) return broadcast.Timing.Coming(now, Tokyo.Day(until), seminars).Count(time => time.At >= from && time.At < until);
        var due = DueAt(broadcast, now);
        return due >= from && due < until ? 1 : 0;
    }
}
