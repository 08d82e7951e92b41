using System.Collections.Immutable;
using Concierge.Core.Calendar;

namespace Concierge.Core.Kpi;

/// <summary>What the plan wants to be reached.</summary>
/// <param name="Number">Null where it says so in words alone.</param>
public sealed record Target(string Indicator, FiscalYear Year, Period Period, decimal? Number);

/// <summary>All indicators and targets of the city's plan (R5 to R7, and what staff have added for later years).</summary>
/// <param name="Indicators">In the plan's order; those of the labour market last.</param>
public sealed record Plan(ImmutableArray<Indicator> Indicators, ImmutableArray<Target> Targets)
{
    /// <summary>The city's plan, as it comes with the program.</summary>
    public static Plan Embedded { get; } = KpiFile.Read(Resource.Text("kpi.csv"), KpiSources.Embedded);

    /// <summary>The first year that staff write targets for; what the plan says of its own years stays.</summary>
    public static FiscalYear FirstAfter { get; } = new(Embedded.Targets.Max(target => target.Year.Begins) + 1);

    /// <summary>With what staff have added; of those years alone that come after the plan's.</summary>
    public Plan With(IEnumerable<Indicator> indicators, IEnumerable<Target> targets)
    {
        var known = Indicators.Select(indicator => indicator.Key).ToHashSet();
        return new Plan(
            [.. Indicators.Concat(indicators.Where(indicator => !known.Contains(indicator.Key))).OrderBy(indicator => indicator.Kind == IndicatorKind.Labour)],
            [.. Targets, .. targets.Where(target => target.Year.Begins >= FirstAfter.Begins)]);
    }

    public Indicator? Find(string key) => Indicators.FirstOrDefault(indicator => indicator.Key == key);

    public Target? TargetOf(string indicator, FiscalYear year, Period period) => Targets.FirstOrDefault(target => (target.Indicator, target.Year, target.Period) == (indicator, year, period));

    /// <summary>
    /// Those that the year has targets for. After the plan's end what its last year counted is counted on, and what staff have added, whether
    /// or not there is a target.
    /// </summary>
    public IEnumerable<Indicator> In(FiscalYear year)
    {
        var since = Math.Min(year.Begins, FirstAfter.Begins - 1);
        var keys = Targets.Where(target => target.Year.Begins >= since && target.Year.Begins <= year.Begins).Select(target => target.Indicator).ToHashSet();
        return Indicators.Where(indicator => keys.Contains(indicator.Key) || (year.Begins >= FirstAfter.Begins && Embedded.Find(indicator.Key) is null));
    }
}
