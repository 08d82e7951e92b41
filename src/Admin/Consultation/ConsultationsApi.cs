using System.Globalization;
using Concierge.Admin.Audit;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Consultation;

/// <summary>相談記録: who came to the desk or telephoned, and what about.</summary>
public static class ConsultationsApi
{
    private static readonly string[] Heads = ["at", "way", "theme", "minutes", "note", "member", "takenBy"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/consultations", List).Needs(Right.KeepLog).WithSummary("The log, the newest first; filters: fiscalYear, quarter, way, member; format=csv for a table");
        api.MapPost("/consultations", Add).Needs(Right.KeepLog).WithSummary("Write down a consultation");
        api.MapGet("/consultations/counts", Counts).Needs(Right.KeepLog).WithSummary("How many in each quarter of a fiscal year, by way");
        api.MapGet("/consultations/{id}", One).Needs(Right.KeepLog).WithSummary("One consultation");
        api.MapPut("/consultations/{id}", Change).Needs(Right.KeepLog).NeedsIfMatch().WithSummary("Correct what was written down");
    }

    public sealed record Added(string Id);

    private static async Task<Results<Ok<Listed<ConsultationShown>>, FileContentHttpResult>> List(
        Paging paging, Format format, string? fiscalYear, int? quarter, string? way, string? member, Actor actor, Database database, TimeProvider time) =>
        format.Answer(await Find(format.Of(paging), ConsultationFilter.Read(fiscalYear, quarter, way, member, time.GetUtcNow()), actor, database, time), "consultations", Heads, Row);

    internal static Task<Listed<ConsultationShown>> Find(Paging paging, ConsultationFilter filter, Actor actor, Database database, TimeProvider time)
    {
        var after = paging.After<Last>(filter.Sort);
        return database.Show(actor, time.GetUtcNow(), "consultations", "note", unit =>
            paging.Part(filter.Sort, ConsultationReading.Find(unit, filter, after, paging.Limit + 1), one => one, one => new Last(one.At, one.Id)));
    }

    private static async Task<Created<Added>> Add(ConsultationWish wish, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var added = await database.Writer.Write(unit => Write(unit, wish, newId(), actor, time.GetUtcNow()));
        return TypedResults.Created($"/api/v1/consultations/{added.Id}", added);
    }

    internal static Added Write(Unit unit, ConsultationWish wish, string id, Actor actor, DateTimeOffset now)
    {
        unit.Db.Add(wish.Make(unit, id, actor.Id, now));
        AuditTrail.Append(unit, now, actor.Id, "write", "consultation/" + id);
        return new Added(id);
    }

    internal static ConsultationCounts Counts(string? fiscalYear, Database database, TimeProvider time)
    {
        var year = FiscalYears.Read(fiscalYear, time.GetUtcNow());
        return database.Reader.Read(unit => ConsultationReading.Count(unit, year));
    }

    internal static async Task<ConsultationShown> One(string id, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var shown = await database.Show(actor, time.GetUtcNow(), "consultation/" + id, "note", unit => ConsultationShown.Of(unit, Find(unit, id)));
        Revision.Show(http, shown.Revision);
        return shown;
    }

    internal static async Task<ConsultationShown> Change(string id, ConsultationWish wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var shown = await database.Writer.Write(unit =>
        {
            var entry = Find(unit, id);
            Revision.Check(http, entry.Revision);
            wish.Write(unit, entry, now);
            AuditTrail.Append(unit, now, actor.Id, "change", "consultation/" + id);
            return ConsultationShown.Of(unit, entry);
        });
        Revision.Show(http, shown.Revision);
        return shown;
    }

    private static ConsultationEntry Find(Unit unit, string id) => unit.Db.Set<ConsultationEntry>().FirstOrDefault(c => c.Id == id) ?? throw Problem.NotFound();

    private static string?[] Row(ConsultationShown of) =>
        [TokyoTime.Write(of.At), of.Way, of.Theme, of.Minutes.ToString(CultureInfo.InvariantCulture), of.Note, of.Member, of.TakenBy];
}
