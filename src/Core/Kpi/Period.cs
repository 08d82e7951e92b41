using System.Globalization;
using Concierge.Core.Calendar;

namespace Concierge.Core.Kpi;

/// <summary>A fiscal year or one of its quarters: 1期 is April to June.</summary>
/// <param name="Quarter">Null for the whole year.</param>
public readonly record struct Period(int? Quarter)
{
    private const string WholeYear = "year";

    /// <summary>The year, then its quarters.</summary>
    public static IEnumerable<Period> All => [new(null), .. Enumerable.Range(1, 4).Select(quarter => new Period(quarter))];

    /// <summary>As the plan's table writes it: year, Q1 … Q4.</summary>
    public string Name => Quarter is { } quarter ? "Q" + quarter.ToString(CultureInfo.InvariantCulture) : WholeYear;

    /// <summary>Null when the text is none.</summary>
    public static Period? Parse(string? name) => All.Cast<Period?>().FirstOrDefault(period => period!.Value.Name == name);

    public DateTimeOffset Start(FiscalYear year) => year.StartOf(Quarter ?? 1);

    /// <summary>The first instant that is no longer in it.</summary>
    public DateTimeOffset End(FiscalYear year) => Quarter is { } quarter ? year.StartOf(quarter + 1) : year.End;

    public bool Holds(FiscalYear year, DateOnly day) => day >= Tokyo.Day(Start(year)) && day < Tokyo.Day(End(year));
}
