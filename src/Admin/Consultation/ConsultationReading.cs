using Concierge.Core.Calendar;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Consultation;

/// <summary>The log of consultations.</summary>
public static class ConsultationReading
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<ConsultationShown> Find(Unit unit, ConsultationFilter filter, Last? after, int max)
    {
        var (from, until, way, member) = (filter.From, filter.Until, filter.Way, filter.Member);
        var found = unit.Db.Set<ConsultationEntry>().AsNoTracking()
            .Where(c => c.At >= from && c.At < until && (way == null || c.Way == way) && (member == null || c.MemberId == member))
            .Where(c => after == null || c.At < after.At || (c.At == after.At && c.Id.CompareTo(after.Id) < 0))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(max).ToList();
        return [.. found.Select(entry => ConsultationShown.Of(unit, entry))];
    }

    /// <summary>Every quarter and every way, also those with none.</summary>
    public static ConsultationCounts Count(Unit unit, FiscalYear year)
    {
        var (from, until) = (year.Start, year.End);
        var held = unit.Db.Set<ConsultationEntry>().AsNoTracking().Where(c => c.At >= from && c.At < until).Select(c => new { c.At, c.Way, c.Minutes }).AsEnumerable()
            .ToLookup(c => (Quarter: FiscalYear.QuarterOf(c.At), c.Way), c => c.Minutes);
        return new ConsultationCounts(year.Name,
        [
            .. from quarter in Enumerable.Range(1, 4)
               from way in Enum.GetValues<ConsultationWay>()
               select new ConsultationCount(quarter, Names.Of(way), held[(quarter, way)].Count(), held[(quarter, way)].Sum()),
        ], null);
    }
}

/// <param name="FiscalYear">e.g. R8.</param>
public sealed record ConsultationCounts(string FiscalYear, IReadOnlyList<ConsultationCount> Items, string? Next);

/// <param name="Quarter">1 is April to June.</param>
/// <param name="Way">walkIn, telephone or line.</param>
/// <param name="Minutes">All together.</param>
public sealed record ConsultationCount(int Quarter, string Way, int Times, int Minutes);
