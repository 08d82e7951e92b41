using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Kpi;

/// <summary>Which figure somebody wants to see the list of.</summary>
public sealed record FigureAsked(Indicator Indicator, FiscalYear Year, Period Period)
{
    /// <summary>Where it is shown; the API has it under the same address.</summary>
    public string Page => $"/kpi/{Indicator.Key}?fiscalYear={Year.Name}&period={Period.Name}";

    public static FigureAsked Of(KpiRow row) => new(row.Indicator, row.Year, row.Period);

    /// <param name="period">Null for the whole year.</param>
    /// <exception cref="Problem">There is no such indicator, year or period.</exception>
    public static FigureAsked Read(Plan plan, string indicator, string? fiscalYear, string? period, DateTimeOffset now) => new(
        plan.Find(indicator) ?? throw Problem.NotFound(),
        FiscalYears.Read(fiscalYear, now),
        period is null ? new Period(null) : Period.Parse(period) ?? throw Names.NoneOf("period", Period.All.Select(one => one.Name)));

    /// <param name="role">Of whoever reads: see <see cref="InQuarters"/>.</param>
    public IReadOnlyList<Happening> Counted(Unit unit, Role role, DateTimeOffset now)
    {
        var counted = KpiReport.Behind(Indicator, Year, Period, Happenings.Of(unit, Year, now), now);
        return [.. role.Has(Right.KeepFigures) ? counted : InQuarters.Of(Year, counted)];
    }
}
