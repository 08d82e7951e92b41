using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What is to be reached in a period after the plan that the program came with.</summary>
public sealed class KpiTargetEntry
{
    /// <summary>Key of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>E.g. R8.</summary>
    public required string FiscalYear { get; init; }

    /// <summary>year, Q1 … Q4.</summary>
    public required string Period { get; init; }
    public required long Number { get; set; }

    /// <summary>Id of the member of staff.</summary>
    public required string WrittenBy { get; set; }
}

/// <summary>Something that a later plan counts and the first did not; staff write its numbers down.</summary>
public sealed class KpiIndicatorEntry
{
    public required string Key { get; init; }
    public required string Programme { get; set; }
    public required string Measure { get; set; }
    public required IndicatorKind Kind { get; set; }
    public required string Unit { get; set; }

    /// <summary>Id of the member of staff.</summary>
    public required string WrittenBy { get; set; }
}

/// <summary>The plan as it is now: what the program came with, and what staff have added for the years after it.</summary>
public static class Plans
{
    public static Plan Of(Unit unit) => Plan.Embedded.With(
        unit.Db.Set<KpiIndicatorEntry>().AsNoTracking().OrderBy(one => one.Key).AsEnumerable().Select(one => Indicator.ByHand(one.Key, one.Programme, one.Measure, one.Kind, one.Unit)),
        unit.Db.Set<KpiTargetEntry>().AsNoTracking().AsEnumerable().Select(one => new Target(one.Indicator, FiscalYear.Parse(one.FiscalYear)!.Value, Period.Parse(one.Period)!.Value, one.Number)));

    /// <param name="number">Null: none any more.</param>
    public static void Aim(Unit unit, string indicator, FiscalYear year, Period period, long? number, string by)
    {
        var known = unit.Db.Set<KpiTargetEntry>().Find(indicator, year.Name, period.Name);
        if (number is not { } wanted)
        {
            if (known is not null) unit.Db.Remove(known);
        }
        else if (known is null) unit.Db.Add(new KpiTargetEntry { Indicator = indicator, FiscalYear = year.Name, Period = period.Name, Number = wanted, WrittenBy = by });
        else (known.Number, known.WrittenBy) = (wanted, by);
    }

    /// <summary>A new one, or other words for one that staff have added.</summary>
    public static void Add(Unit unit, Indicator indicator, string by)
    {
        if (unit.Db.Set<KpiIndicatorEntry>().Find(indicator.Key) is { } known)
            (known.Programme, known.Measure, known.Kind, known.Unit, known.WrittenBy) = (indicator.Programme, indicator.Measure, indicator.Kind, indicator.Unit, by);
        else
            unit.Db.Add(new KpiIndicatorEntry { Key = indicator.Key, Programme = indicator.Programme, Measure = indicator.Measure, Kind = indicator.Kind, Unit = indicator.Unit, WrittenBy = by });
    }
}
