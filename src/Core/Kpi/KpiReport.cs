using System.Collections.Immutable;
using Concierge.Core.Calendar;

namespace Concierge.Core.Kpi;

/// <summary>One figure of the plan.</summary>
/// <param name="Target">Null where there is none, or none in numbers.</param>
/// <param name="Actual">Null where nobody knows: nothing was written down, or the period has not begun.</param>
/// <param name="Forecast">Of a year: see <see cref="Forecast"/>.</param>
public sealed record KpiRow(Indicator Indicator, FiscalYear Year, Period Period, decimal? Target, decimal? Actual, decimal? Forecast);

/// <summary>A count of the labour market, with the day it is of.</summary>
public sealed record LabourRow(Indicator Indicator, Happening Newest);

/// <summary>Target, reached and forecast of a fiscal year: a row per indicator and period.</summary>
public static class KpiReport
{
    /// <param name="happenings">Of that year at least; what is of another day than a period's does not count there.</param>
    public static ImmutableArray<KpiRow> Of(Plan plan, FiscalYear year, IEnumerable<Happening> happenings, DateTimeOffset now)
    {
        var bySource = happenings.Where(one => one.Day <= Tokyo.Day(now)).ToLookup(one => one.Source);
        return [.. plan.In(year).SelectMany(indicator => Rows(plan, indicator, year, [.. Counting(indicator, bySource)], now))];
    }

    /// <summary>What a figure is made of, the newest first.</summary>
    public static IEnumerable<Happening> Behind(Indicator indicator, FiscalYear year, Period period, IEnumerable<Happening> happenings, DateTimeOffset now) =>
        happenings.Where(one => indicator.Counts(one) && period.Holds(year, one.Day) && one.Day <= Tokyo.Day(now)).OrderByDescending(one => one.Day);

    /// <summary>Of each count of the labour market the newest that there was by the year's end, of whatever year; until somebody writes one down, the plan's own.</summary>
    public static ImmutableArray<LabourRow> Labour(FiscalYear year, IReadOnlyList<Happening> happenings, DateTimeOffset now) =>
    [
        .. from count in KpiSources.Embedded.Labour
           let known = happenings.Where(one => count.Indicator.Counts(one) && one.Day <= Tokyo.Day(now)).Append(count.Happening).Where(one => one.Day < Tokyo.Day(year.End))
           let newest = known.MaxBy(one => one.Day)
           where newest is not null
           select new LabourRow(count.Indicator, newest),
    ];

    private static IEnumerable<Happening> Counting(Indicator indicator, ILookup<KpiSource, Happening> bySource) =>
        new[] { indicator.Source, KpiSource.Entries }.Distinct().SelectMany(source => bySource[source]).Where(indicator.Counts);

    private static IEnumerable<KpiRow> Rows(Plan plan, Indicator indicator, FiscalYear year, IReadOnlyList<Happening> counting, DateTimeOffset now)
    {
        foreach (var period in Period.All)
        {
            var actual = now < period.Start(year) ? null : Actual(indicator, [.. counting.Where(one => period.Holds(year, one.Day))]);
            var forecast = period.Quarter is null ? Forecast.Of(plan, indicator, year, actual, now) : null;
            yield return new KpiRow(indicator, year, period, plan.TargetOf(indicator.Key, year, period)?.Number, actual, forecast);
        }
    }

    private static decimal? Actual(Indicator indicator, IReadOnlyList<Happening> counting) => indicator.Combine switch
    {
        Combine.Latest => counting.MaxBy(one => one.Day)?.Number,
        Combine.Share => counting.Sum(one => one.OutOf ?? 0) is > 0 and var asked ? Math.Round(100m * counting.Sum(one => one.Number) / asked, 1, MidpointRounding.AwayFromZero) : null,
        // What the system counts itself is known to be none; what nobody wrote down is not known, nor are the visits of a site that may stand elsewhere.
        _ => counting.Count == 0 && indicator.Source is (KpiSource.Entries or KpiSource.SiteVisits) ? null : counting.Sum(one => one.Number),
    };
}
