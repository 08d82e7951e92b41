using System.Globalization;
using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Calendar;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Seminars;

/// <summary>What came of gatherings: of one, with what people wrote, and of a fiscal year.</summary>
public static class SeminarResultsApi
{
    private static readonly string[] Heads =
    [
        "startsAt", "kind", "title", "seats", "taken", "filled", "attended", "noShows", "attendance", "onSiteSeats", "onSiteTaken", "onSiteAttended", "onSiteNoShows", "onlineSeats", "onlineTaken", "onlineAttended", "onlineNoShows", "cancelled", "came", "firstTimers", "satisfied", "rated", "satisfaction",
        "reservedAgain", "applied", "talkedToStaff", "anyOfThese",
    ];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/seminars/results", List).Needs(Right.RunSeminars).WithSummary("What came of the gatherings of a fiscal year; format=csv for a table");
        api.MapGet("/seminars/results/year", Together).Needs(Right.RunSeminars).WithSummary("What came of the gatherings of a fiscal year together: sums, and shares of the sums");
        api.MapGet("/seminars/{id}/results", One).Needs(Right.RunSeminars).WithSummary("What came of one gathering, and what people wrote");
    }

    internal static Results<Ok<Listed<SeminarResultShown>>, FileContentHttpResult> List(Format format, string? fiscalYear, Database database, TimeProvider time)
    {
        var found = Of(FiscalYears.Read(fiscalYear, time.GetUtcNow()), database, time);
        return format.Answer(new Listed<SeminarResultShown>([.. found.Select(result => SeminarResultShown.Of(result, null))], null), "seminars", Heads, Row);
    }

    private static YearResultShown Together(string? fiscalYear, Database database, TimeProvider time)
    {
        var year = FiscalYears.Read(fiscalYear, time.GetUtcNow());
        return YearResultShown.Of(year, new YearResult(Of(year, database, time)));
    }

    internal static IReadOnlyList<SeminarResult> Of(FiscalYear year, Database database, TimeProvider time) => database.Reader.Read(unit => SeminarResults.Of(unit, year, time.GetUtcNow()));

    private static async Task<SeminarResultShown> One(string id, Actor actor, Database database, TimeProvider time)
    {
        var (result, comments) = await Read(id, actor, database, time);
        return SeminarResultShown.Of(result, comments);
    }

    internal static Task<(SeminarResult Result, IReadOnlyList<string> Comments)> Read(string id, Actor actor, Database database, TimeProvider time) => database.Show(
        actor, time.GetUtcNow(), "seminar/" + id, "comments", unit => (SeminarResults.Of(unit, SeminarDesk.Find(unit, id), time.GetUtcNow()), Comments.Of(unit, id)));

    private static string?[] Row(SeminarResultShown of) =>
    [
        TokyoTime.Write(of.StartsAt), of.Kind, of.Title, Written(of.Seats), Written(of.Taken), Written(of.Filled), Written(of.Attended), Written(of.NoShows), Written(of.Attendance),
        .. Written(of.OnSite), .. Written(of.Online), Written(of.Cancelled), Written(of.Came), Written(of.FirstTimers), Written(of.Satisfied), Written(of.Rated), Written(of.Satisfaction), Written(of.Next.Reserved), Written(of.Next.Applied), Written(of.Next.Talked),
        Written(of.Next.Anything),
    ];

    private static string?[] Written(SeatsResult seats) => [Written(seats.Seats), Written(seats.Taken), Written(seats.Attended), Written(seats.NoShows)];

    private static string? Written(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Seats">In the hall and online together, as <paramref name="Taken"/> to <paramref name="Attendance"/>; companions count.</param>
/// <param name="OnSite">The same of the hall alone.</param>
/// <param name="Online">The same of those online alone.</param>
/// <param name="Filled">Of a hundred seats; null where there is nothing to divide by, as the other shares.</param>
/// <param name="Came">People who reserved and came.</param>
/// <param name="Satisfaction">Of a hundred who said how it was.</param>
/// <param name="Next">What those who came did within 90 days.</param>
/// <param name="Comments">Without who wrote them; null in a list.</param>
public sealed record SeminarResultShown(
    string Id, string Kind, string Title, DateTimeOffset StartsAt, int Seats, int Taken, decimal? Filled, int Attended, int NoShows, decimal? Attendance, SeatsResult OnSite, SeatsResult Online, int Cancelled,
    int Came, int FirstTimers, int Satisfied, int Rated, decimal? Satisfaction, NextSteps Next, IReadOnlyList<string>? Comments)
{
    public static SeminarResultShown Of(SeminarResult of, IReadOnlyList<string>? comments) => new(
        of.Seminar.Id, Names.Of(of.Seminar.Kind), of.Seminar.Title, of.Seminar.StartsAt, of.All.Seats, of.All.Taken, of.All.Filled, of.All.Attended, of.All.NoShows, of.All.Attendance, of.OnSite, of.Online, of.Cancelled,
        of.Came, of.FirstTimers, of.Satisfied, of.Rated, of.Satisfaction, of.Next, comments);
}

/// <param name="FiscalYear">e.g. R8.</param>
/// <param name="Gatherings">How many there were; whoever came to several is counted at each.</param>
/// <param name="Seats">In the hall and online together, as <paramref name="Taken"/> to <paramref name="Attendance"/>; companions count.</param>
/// <param name="OnSite">The same of the halls alone.</param>
/// <param name="Online">The same of those online alone.</param>
/// <param name="Filled">Of a hundred seats; null where there is nothing to divide by, as the other shares.</param>
/// <param name="Satisfaction">Of a hundred who said how it was.</param>
/// <param name="Next">What those who came did within 90 days.</param>
public sealed record YearResultShown(
    string FiscalYear, int Gatherings, int Seats, int Taken, decimal? Filled, int Attended, int NoShows, decimal? Attendance, SeatsResult OnSite, SeatsResult Online,
    int Came, int FirstTimers, int Satisfied, int Rated, decimal? Satisfaction, NextSteps Next)
{
    public static YearResultShown Of(FiscalYear year, YearResult of) => new(
        year.Name, of.Gatherings.Count, of.All.Seats, of.All.Taken, of.All.Filled, of.All.Attended, of.All.NoShows, of.All.Attendance, of.OnSite, of.Online,
        of.Came, of.FirstTimers, of.Satisfied, of.Rated, of.Satisfaction, of.Next);
}
