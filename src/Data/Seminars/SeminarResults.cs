using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Core.Handoff;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What came of gatherings. Counts, and nothing of anybody.</summary>
public static class SeminarResults
{
    /// <summary>Of all that took place in the year, in the order of time.</summary>
    public static IReadOnlyList<SeminarResult> Of(Unit unit, FiscalYear year, DateTimeOffset now)
    {
        var (from, until) = (year.Start, year.End);
        var held = unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.State == SeminarState.Open && s.StartsAt >= from && s.StartsAt < until && s.EndsAt <= now)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToList();
        return [.. held.Select(seminar => Of(unit, seminar, now))];
    }

    public static SeminarResult Of(Unit unit, Seminar seminar, DateTimeOffset now)
    {
        var counted = Count(unit, seminar, unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.SeminarId == seminar.Id).ToList());
        var left = unit.Db.Set<SeminarKept>().AsNoTracking().SingleOrDefault(k => k.SeminarId == seminar.Id);
        return (left is null ? counted : counted + left.Counts).Of(seminar, now);
    }

    /// <summary>Somebody is being erased: what has been reported stays as it was.</summary>
    public static void Keep(Unit unit, string memberId)
    {
        foreach (var one in unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.MemberId == memberId).AsEnumerable().GroupBy(r => r.SeminarId).ToList())
        {
            var counts = Count(unit, unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == one.Key), [.. one]);
            if (unit.Db.Find<SeminarKept>(one.Key) is { } kept) kept.Counts += counts;
            else unit.Db.Add(new SeminarKept { SeminarId = one.Key, Counts = counts });
        }
        unit.Db.SaveChanges();
    }

    private static SeminarCounts Count(Unit unit, Seminar seminar, IReadOnlyCollection<Reservation> all)
    {
        var came = all.Where(r => r.State == ReservationState.Attended).ToList();
        var rated = came.Where(r => r.Rating is not null).ToList();
        var people = came.Select(r => r.MemberId).ToList();
        return new SeminarCounts(
            BothWays.Of(came), BothWays.Of(all.Where(r => r.State == ReservationState.Reserved)), all.Count(r => r.State == ReservationState.Cancelled), people.Count,
            people.Count - BeenBefore(unit, seminar, people), rated.Count(r => r.Rating is Satisfaction.VeryGood or Satisfaction.Good), rated.Count, Next(unit, seminar, people));
    }

    private static int BeenBefore(Unit unit, Seminar seminar, List<string> people) =>
        unit.Db.Set<Reservation>().Where(r => people.Contains(r.MemberId) && r.State == ReservationState.Attended)
            .Join(unit.Db.Set<Seminar>().Where(s => s.State == SeminarState.Open && s.StartsAt < seminar.StartsAt), r => r.SeminarId, s => s.Id, (r, s) => r.MemberId).Distinct().Count();

    private static NextSteps Next(Unit unit, Seminar seminar, List<string> people)
    {
        var (from, until) = (seminar.EndsAt, seminar.EndsAt.AddDays(NextSteps.Days));
        var reserved = unit.Db.Set<Reservation>().Where(r => people.Contains(r.MemberId) && r.SeminarId != seminar.Id && r.MadeAt > from && r.MadeAt <= until).Select(r => r.MemberId).ToHashSet();
        var applied = unit.Db.Set<PostMarkEntry>().Where(m => people.Contains(m.MemberId) && m.Mark == Mark.Applied && m.At > from && m.At <= until).Select(m => m.MemberId).ToHashSet();
        var talked = unit.Db.Set<HandoffCase>().Where(c => people.Contains(c.MemberId) && c.AskedAt > from && c.AskedAt <= until).Select(c => c.MemberId).ToHashSet();
        return new NextSteps(reserved.Count, applied.Count, talked.Count, reserved.Union(applied).Union(talked).Count());
    }
}

/// <summary>What whoever has left since had brought to the result of a gathering: counts, and nothing of anybody.</summary>
public sealed class SeminarKept
{
    public required string SeminarId { get; init; }
    public required SeminarCounts Counts { get; set; }
}
