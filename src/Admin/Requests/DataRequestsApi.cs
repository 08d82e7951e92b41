using Concierge.Admin.Audit;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Requests;

/// <summary>開示と消去: what people ask of us about their own data, and that it was done.</summary>
public static class DataRequestsApi
{
    private const string Newest = "-at";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/data-requests", List).Needs(Right.AnswerRequests).WithSummary("Requests of people about their own data, the newest first");
        api.MapPost("/data-requests", Add).Needs(Right.AnswerRequests).WithSummary("Take a request, once it is sure that it is the person who asks");
        api.MapGet("/data-requests/{id}", One).Needs(Right.AnswerRequests).WithSummary("One request");
        api.MapGet("/data-requests/{id}/export", Export).Needs(Right.AnswerRequests).WithSummary("Everything that is stored of the person, opened, for them alone");
        api.MapPut("/data-requests/{id}/completion", Complete).Needs(Right.AnswerRequests).NeedsIfMatch().WithSummary("It is done; of an erasure: erase everything now");
    }

    /// <param name="Kind">export or erasure.</param>
    /// <param name="IdentityCheckedBy">idCard, twoLetters, calledBack or fromTheirLine.</param>
    public sealed record Wish(string? Member, string? Kind, string? IdentityCheckedBy);

    /// <param name="Member">Null when they have been erased.</param>
    /// <param name="Receipt">Number of the receipt of an erasure, to be given to the person.</param>
    /// <param name="Revision">For If-Match.</param>
    public sealed record Shown(
        string Id, string? Member, string Kind, string IdentityCheckedBy, DateTimeOffset At, string TakenBy, DateTimeOffset? CompletedAt, string? CompletedBy, string? Receipt, int Revision);

    /// <summary>Rows by table, each value by its column.</summary>
    public sealed record Exported(string Member, DateTimeOffset At, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Tables);

    internal static Listed<Shown> List(Paging paging, Database database)
    {
        var after = paging.After<Last>(Newest);
        return database.Reader.Read(unit => paging.Part(
            Newest,
            [.. unit.Db.Set<DataRequestEntry>().AsNoTracking()
                .Where(r => after == null || r.At < after.At || (r.At == after.At && r.Id.CompareTo(after.Id) < 0))
                .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(paging.Limit + 1)],
            Show,
            request => new Last(request.At, request.Id)));
    }

    internal static Shown One(string id, HttpContext http, Database database)
    {
        var shown = database.Reader.Read(unit => Show(Find(unit, id)));
        Revision.Show(http, shown.Revision);
        return shown;
    }

    private static async Task<Created<Shown>> Add(Wish wish, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var taken = await database.Writer.Write(unit => Take(unit, wish, newId(), actor, time.GetUtcNow()));
        return TypedResults.Created("/api/v1/data-requests/" + taken.Id, taken);
    }

    /// <exception cref="Problem">A part is missing or wrong, or there is nobody of that id.</exception>
    internal static Shown Take(Unit unit, Wish wish, string id, Actor actor, DateTimeOffset now)
    {
        var (kind, proof) = (Names.Read<DataRequestKind>("kind", wish.Kind), Names.Read<IdentityProof>("identityCheckedBy", wish.IdentityCheckedBy));
        var member = wish.Member ?? throw Problem.Missing("member");
        if (!unit.Members.Exists(member)) throw Problem.Invalid("member", Words.Say("problem_no_such_member"));
        var entry = new DataRequestEntry { Id = id, MemberId = member, Kind = kind, IdentityCheckedBy = proof, At = now, TakenBy = actor.Id, Revision = 1 };
        unit.Db.Add(entry);
        AuditTrail.Append(unit, now, actor.Id, "take", "data-request/" + id, wish.Kind!);
        return Show(entry);
    }

    internal static Task<Exported> Export(string id, Actor actor, Database database, TimeProvider time) => database.Show(actor, time.GetUtcNow(), "data-request/" + id, "everything", unit =>
    {
        var request = Find(unit, id);
        if (request.Kind != DataRequestKind.Export) throw Problem.Conflict("not-an-export");
        if (request is not { CompletedAt: null, MemberId: { } member }) throw Problem.Conflict("already-completed");
        return new Exported(member, time.GetUtcNow(), MemberRecord.Of(unit, member).ToDictionary(table => table.Name, table => table.Rows));
    });

    internal static async Task<Shown> Complete(string id, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var shown = await database.Writer.Decide(unit =>
        {
            var request = Find(unit, id);
            Revision.Check(http, request.Revision);
            if (request is not { CompletedAt: null, MemberId: { } member }) throw Problem.Conflict("already-completed");
            var receipt = request.Kind == DataRequestKind.Erasure ? Departure.Of(unit, member, now) : null;
            // Read anew: an erasure has taken the member out of it.
            var done = Find(unit, id);
            (done.CompletedAt, done.CompletedBy, done.Receipt, done.Revision) = (now, actor.Id, receipt, done.Revision + 1);
            AuditTrail.Append(unit, now, actor.Id, "complete", "data-request/" + id, Names.Of(done.Kind));
            return Show(done);
        });
        Revision.Show(http, shown.Revision);
        return shown;
    }

    private static DataRequestEntry Find(Unit unit, string id) => unit.Db.Set<DataRequestEntry>().FirstOrDefault(r => r.Id == id) ?? throw Problem.NotFound();

    private static Shown Show(DataRequestEntry request) => new(
        request.Id, request.MemberId, Names.Of(request.Kind), Names.Of(request.IdentityCheckedBy), request.At, request.TakenBy, request.CompletedAt, request.CompletedBy, request.Receipt, request.Revision);
}
