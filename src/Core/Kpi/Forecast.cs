using Concierge.Core.Calendar;

namespace Concierge.Core.Kpi;

/// <summary>
/// What a year will come to if it goes on like this: what was reached, divided by the part of the year that is over. That part is of
/// days; where the plan divides the year into quarters, a quarter weighs what was planned for it, so that a course which is held in
/// summer is not counted on for winter too. None before the first quarter is over, and none before anything was planned. A share and a
/// state do not grow with time: their forecast is what they are.
/// </summary>
public static class Forecast
{
    public static decimal? Of(Plan plan, Indicator indicator, FiscalYear year, decimal? actual, DateTimeOffset now)
    {
        if (actual is not { } reached || now < year.StartOf(2)) return null;
        if (indicator.Combine != Combine.Sum || now >= year.End) return reached;
        var over = PartOver(Weights(plan, indicator, year), year, now);
        return over > 0 ? Math.Round(reached / over, MidpointRounding.AwayFromZero) : null;
    }

    /// <summary>Of the four quarters: as planned, or their days.</summary>
    private static decimal[] Weights(Plan plan, Indicator indicator, FiscalYear year)
    {
        var planned = Enumerable.Range(1, 4).Select(quarter => plan.TargetOf(indicator.Key, year, new Period(quarter))?.Number).ToArray();
        return planned.Any(number => number > 0)
            ? [.. planned.Select(number => number ?? 0)]
            : [.. Enumerable.Range(1, 4).Select(quarter => (decimal)(year.StartOf(quarter + 1) - year.StartOf(quarter)).TotalDays)];
    }

    private static decimal PartOver(decimal[] weights, FiscalYear year, DateTimeOffset now) =>
        weights.Select((weight, at) => weight * PartOver(year.StartOf(at + 1), year.StartOf(at + 2), now)).Sum() / weights.Sum();

    private static decimal PartOver(DateTimeOffset start, DateTimeOffset end, DateTimeOffset now) =>
        Math.Clamp((decimal)(now - start).Ticks / (end - start).Ticks, 0, 1);
}
