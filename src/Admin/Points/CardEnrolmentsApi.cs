using System.Globalization;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Calendar;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Points;

/// <summary>How many people without a card the desk has helped to one: counted by day, and nothing of anybody.</summary>
public static class CardEnrolmentsApi
{
    private const string Prefix = "card/";

    private static readonly string[] Heads = ["day", "kind", "times"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/card-enrolments", List).Needs(Right.KeepLog).WithSummary("How many were helped to a card, by day; filter: fiscalYear; format=csv for a table");
        api.MapPost("/card-enrolments", Count).Needs(Right.KeepLog).NeedsKey().WithSummary("Count one more");
    }

    public enum Enrolment { App, Counter }

    /// <param name="Kind">app: guided to the app; counter: enrolled at the counter.</param>
    public sealed record Counted(string? Kind);

    public sealed record Shown(DateOnly Day, string Kind, long Times);

    private static Results<Ok<Listed<Shown>>, FileContentHttpResult> List(Format format, string? fiscalYear, Database database, TimeProvider time)
    {
        var list = Of(FiscalYears.Read(fiscalYear, time.GetUtcNow()), database);
        return format.Answer(list, "card-enrolments", Heads, row => [row.Day.ToString("O", CultureInfo.InvariantCulture), row.Kind, row.Times.ToString(CultureInfo.InvariantCulture)]);
    }

    internal static Listed<Shown> Of(FiscalYear year, Database database) => new([.. database.Reader.Read(unit => Find(unit, year))], null);

    internal static async Task<Created<Shown>> Count(Counted counted, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var (kind, now) = (Names.Of(Names.Read<Enrolment>("kind", counted.Kind)), time.GetUtcNow());
        var day = Tokyo.Day(now);
        var shown = await database.Writer.Write(unit => Once.Do(unit, http, actor, counted, now, () =>
        {
            Tally.Add(unit, Prefix + kind, now);
            AuditTrail.Append(unit, now, actor.Id, "count", "card-enrolment/" + kind);
            return new Shown(day, kind, Find(unit, FiscalYear.Of(now)).Single(row => row.Day == day && row.Kind == kind).Times);
        }));
        return TypedResults.Created("/api/v1/card-enrolments", shown);
    }

    private static List<Shown> Find(Unit unit, FiscalYear year)
    {
        var (from, until) = (Tokyo.Day(year.Start).ToString("O", CultureInfo.InvariantCulture), Tokyo.Day(year.End).ToString("O", CultureInfo.InvariantCulture));
        return
        [
            .. unit.Db.Set<TallyEntry>().AsNoTracking().Where(t => t.Kind.StartsWith(Prefix) && t.Day.CompareTo(from) >= 0 && t.Day.CompareTo(until) < 0)
                .OrderBy(t => t.Day).ThenBy(t => t.Kind).AsEnumerable()
                .Select(t => new Shown(DateOnly.Parse(t.Day, CultureInfo.InvariantCulture), t.Kind[Prefix.Length..], t.Times)),
        ];
    }
}
