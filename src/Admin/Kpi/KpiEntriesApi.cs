using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Calendar;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Kpi;

/// <summary>What happened elsewhere and counts in the plan's figures. A wrong number is corrected, if need be to 0; nothing is deleted.</summary>
public static class KpiEntriesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/kpi-entries", List).Needs(Right.KeepFigures).WithSummary("Numbers that staff wrote down in a fiscal year, the newest first");
        api.MapPost("/kpi-entries", Add).Needs(Right.KeepFigures).NeedsKey().WithSummary("Write down a number that counts in the plan's figures");
        api.MapGet("/kpi-entries/{id}", One).Needs(Right.KeepFigures).WithSummary("One number that staff wrote down");
        api.MapPut("/kpi-entries/{id}", Change).Needs(Right.KeepFigures).NeedsIfMatch().WithSummary("Correct a number that was written down");
    }

    public sealed record Added(string Id);

    private static Listed<KpiEntryShown> List(string? fiscalYear, Database database, TimeProvider time)
    {
        var year = FiscalYears.Read(fiscalYear, time.GetUtcNow());
        var (from, until) = (Tokyo.Day(year.Start), Tokyo.Day(year.End));
        return database.Reader.Read(unit => new Listed<KpiEntryShown>(
            [.. unit.Db.Set<KpiEntry>().AsNoTracking().Where(e => e.Day >= from && e.Day < until).OrderByDescending(e => e.Day).ThenByDescending(e => e.Id).AsEnumerable().Select(e => KpiEntryShown.Of(unit, e))], null));
    }

    private static async Task<Created<Added>> Add(KpiWish wish, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var (id, now) = (newId(), time.GetUtcNow());
        var added = await database.Writer.Write(unit => Once.Do(unit, http, actor, wish, now, () =>
        {
            unit.Db.Add(wish.Make(unit, id, actor.Id, now));
            AuditTrail.Append(unit, now, actor.Id, "write", "kpi-entry/" + id);
            return new Added(id);
        }));
        return TypedResults.Created($"/api/v1/kpi-entries/{added.Id}", added);
    }

    private static KpiEntryShown One(string id, HttpContext http, Database database)
    {
        var shown = database.Reader.Read(unit => KpiEntryShown.Of(unit, Find(unit, id)));
        Revision.Show(http, shown.Revision);
        return shown;
    }

    private static async Task<KpiEntryShown> Change(string id, KpiWish wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var shown = await database.Writer.Write(unit =>
        {
            var entry = Find(unit, id);
            Revision.Check(http, entry.Revision);
            wish.Write(unit, entry, now);
            AuditTrail.Append(unit, now, actor.Id, "change", "kpi-entry/" + id);
            return KpiEntryShown.Of(unit, entry);
        });
        Revision.Show(http, shown.Revision);
        return shown;
    }

    private static KpiEntry Find(Unit unit, string id) => unit.Db.Set<KpiEntry>().FirstOrDefault(e => e.Id == id) ?? throw Problem.NotFound();
}
