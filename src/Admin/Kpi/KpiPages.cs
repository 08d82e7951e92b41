using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Kpi;

/// <summary>The plan's figures on the screen and on paper, and what stands behind each.</summary>
public static class KpiPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/kpi", Show).Needs(Right.SeeFigures);
        routes.MapGet("/kpi/table", Table).Needs(Right.SeeFigures);
        routes.MapGet("/kpi/{indicator}", ShowCounted).Needs(Right.SeeFigures);
    }

    private static IResult Show(string? fiscalYear, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var year = FiscalYears.Read(fiscalYear, now);
        var (plan, happenings, labour) = database.Reader.Read(unit => (Plans.Of(unit), Happenings.Of(unit, year, now), Happenings.Labour(unit, year)));
        return PageView.Of<KpiPage>(
            ("Year", year), ("Years", Years(now)), ("Rows", KpiReport.Of(plan, year, happenings, now)), ("Labour", KpiReport.Labour(year, labour, now)), ("Now", now),
            ("MayWrite", actor.Role.Has(Right.KeepFigures)));
    }

    /// <summary>For people: a program takes it from the API.</summary>
    private static IResult Table(string? fiscalYear, Database database, TimeProvider time) => KpiApi.List(new Format(IsCsv: true), fiscalYear, database, time).Result;

    private static IResult ShowCounted(string indicator, string? fiscalYear, string? period, bool? done, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var (asked, counted, entries) = database.Reader.Read(unit =>
        {
            var of = FigureAsked.Read(Plans.Of(unit), indicator, fiscalYear, period, now);
            var all = of.Counted(unit, actor.Role, now);
            return (of, all, KpiEntryLine.Of(unit, all, actor.Role));
        });
        return PageView.Of<CountedPage>(("Asked", asked), ("Counted", counted), ("Entries", entries), ("Role", actor.Role), ("IsDone", done == true));
    }

    /// <summary>From the plan's first to the one that runs, the newest first.</summary>
    private static FiscalYear[] Years(DateTimeOffset now)
    {
        var first = Plan.Embedded.Targets.Min(target => target.Year.Begins);
        return [.. Enumerable.Range(first, Math.Max(1, FiscalYear.Of(now).Begins - first + 1)).Reverse().Select(year => new FiscalYear(year))];
    }
}
