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
    public static ForecastShown Of(Unit unit, DateOnly month, DateTimeOffset now)
    {
        var (from, until) = (Tokyo.At(month, TimeOnly.MinValue), Tokyo.At(month.AddMonths(1), TimeOnly.MinValue));
        var plan = BroadcastRules.Embedded.Ours;
        var forecast = plan.Of(Sent(unit, from, until), ToBeSent(unit, from, until, now));
        return new ForecastShown(month.ToString("yyyy-MM", null), forecast.Used, forecast.Planned, forecast.Included, forecast.Over, forecast.Yen, forecast.Fits, plan.Title, plan.Checked);
    }

    private static long Sent(Unit unit, DateTimeOffset from, DateTimeOffset until) =>
        unit.Db.Outbox.Count(o => o.Kind == OutboxKind.Push && o.State == OutboxState.Sent && o.FinishedAt >= from && o.FinishedAt < until)
        + unit.Db.Set<BroadcastChunk>().Where(c => c.SentAt >= from && c.SentAt < until).Sum(c => (long)c.SentTo);

    private static long ToBeSent(Unit unit, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var seminars = unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.StartsAt > now).ToList();
        return unit.Db.Set<Broadcast>().AsNoTracking()
            .Where(b => b.State == BroadcastState.Submitted || b.State == BroadcastState.Approved || b.State == BroadcastState.Sending || b.State == BroadcastState.Paused).ToList()
            .Sum(b => b.Timing.Repeats ? Repeated(unit, b, from, until, now, seminars) : Once(unit, b, from, until, now));
    }

    private static long Once(Unit unit, Broadcast broadcast, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now)
    {
        var due = broadcast.DueAt ?? ((Timing.Once)broadcast.Timing).At ?? now;
        if (due < now) due = now;
        if (due < from || due >= until) return 0;
        return broadcast.DueAt is null
            ? AudienceReading.People(unit, broadcast.Audience).Count
            : unit.Db.Set<BroadcastRecipient>().Count(r => r.BroadcastId == broadcast.Id && r.State == RecipientState.Waiting);
    }

    private static long Repeated(Unit unit, Broadcast broadcast, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, IReadOnlyCollection<Seminar> seminars)
    {
        var times = broadcast.Timing.Coming(now, Tokyo.Day(until), seminars).Count(time => time.At >= from && time.At < until);
        return times == 0 ? 0 : times * (long)AudienceReading.People(unit, broadcast.Audience).Count;
    }
}
