using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Seminars;

/// <summary>What came of gatherings, on the screen, on paper and as a table.</summary>
public static class SeminarResultPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/seminars/results", ShowYear).Needs(Right.RunSeminars);
        routes.MapGet("/seminars/results/table", Table).Needs(Right.RunSeminars);
        routes.MapGet("/seminars/{id}/results", Show).Needs(Right.RunSeminars);
    }

    private static IResult ShowYear(string? fiscalYear, Database database, TimeProvider time)
    {
        var year = FiscalYears.Read(fiscalYear, time.GetUtcNow());
        return PageView.Of<YearResultsPage>(("Year", year), ("Results", SeminarResultsApi.Of(year, database, time)));
    }

    /// <summary>For people: a program takes it from the API.</summary>
    private static IResult Table(string? fiscalYear, Database database, TimeProvider time) => SeminarResultsApi.List(new Format(IsCsv: true), fiscalYear, database, time).Result;

    private static async Task<IResult> Show(string id, Actor actor, Database database, TimeProvider time)
    {
        var (result, comments) = await SeminarResultsApi.Read(id, actor, database, time);
        return PageView.Of<SeminarResultPage>(("Result", result), ("Comments", comments));
    }
}
