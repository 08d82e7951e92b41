using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Kpi;

/// <summary>The plan's figures: target, reached, forecast. Counts, and nothing of anybody.</summary>
public static class KpiApi
{
    private static readonly string[] Heads = ["programme", "measure", "kind", "fiscalYear", "period", "unit", "target", "actual", "forecast", "source"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/kpi", List).Needs(Right.SeeFigures).WithSummary("The plan's figures of a fiscal year: a row per indicator and period; format=csv for a table");
        api.MapGet("/kpi/{indicator}", Behind).Needs(Right.SeeFigures).WithSummary("What one figure was counted from, the newest first");
    }

    internal static Results<Ok<Listed<KpiShown>>, FileContentHttpResult> List(Format format, string? fiscalYear, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var year = FiscalYears.Read(fiscalYear, now);
        var rows = database.Reader.Read(unit => KpiReport.Of(Plans.Of(unit), year, Happenings.Of(unit, year, now), now));
        return format.Answer(new Listed<KpiShown>([.. rows.Select(KpiShown.Of)], null), "kpi", Heads, Row);
    }

    private static Listed<CountedShown> Behind(string indicator, string? fiscalYear, string? period, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return database.Reader.Read(unit => new Listed<CountedShown>([.. FigureAsked.Read(Plans.Of(unit), indicator, fiscalYear, period, now).Counted(unit, actor.Role, now).Select(CountedShown.Of)], null));
    }

    private static string?[] Row(KpiShown of) =>
        [of.Programme, of.Measure, of.Kind, of.FiscalYear, of.Period, of.Unit, Written(of.Target), Written(of.Actual), Written(of.Forecast), of.Source];

    private static string? Written(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Indicator">Key, for entries.</param>
/// <param name="Programme">ア to キ; 5 for the funding.</param>
/// <param name="Kind">output or outcome.</param>
/// <param name="Period">year, or Q1 (April to June) to Q4.</param>
/// <param name="Target">Null where the plan names none.</param>
/// <param name="Actual">Null where nobody knows.</param>
/// <param name="Forecast">Of the year, once its first quarter is over.</param>
/// <param name="Source">Where the actual comes from besides what staff wrote down; entries: from that alone.</param>
/// <param name="Counted">Where the list behind the figure is.</param>
public sealed record KpiShown(
    string Indicator, string Programme, string Measure, string Kind, string FiscalYear, string Period, string Unit, decimal? Target, decimal? Actual, decimal? Forecast, string Source,
    string Counted)
{
    public static KpiShown Of(KpiRow row) => new(
        row.Indicator.Key, row.Indicator.Programme, row.Indicator.Measure, Names.Of(row.Indicator.Kind), row.Year.Name, row.Period.Name, row.Indicator.Unit, row.Target, row.Actual,
        row.Forecast, Names.Of(row.Indicator.Source), "/api/v1" + FigureAsked.Of(row).Page);
}

/// <summary>One thing that a figure was counted from; nothing of anybody.</summary>
/// <param name="Day">By the clocks of Tokyo.</param>
/// <param name="Source">What it is; entries: staff wrote it down.</param>
/// <param name="OutOf">Of a share: how many were asked.</param>
/// <param name="Title">Null where there is none, or nothing is left but the count.</param>
/// <param name="Id">In its own list.</param>
public sealed record CountedShown(DateOnly Day, string Source, long Number, long? OutOf, string? Title, string? Id)
{
    public static CountedShown Of(Happening happening) => new(happening.Day, Names.Of(happening.Source), happening.Number, happening.OutOf, happening.Title, happening.Id);
}
