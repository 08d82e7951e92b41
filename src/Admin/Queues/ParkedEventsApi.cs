using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Queues;

/// <summary>Events that could not be handled. Ids and reasons alone: what was said in them is nobody's business here.</summary>
public static class ParkedEventsApi
{
    private const string BySeq = "seq";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/parked-events", List).Needs(Right.MendQueues).WithSummary("Events that could not be handled, oldest first");
        api.MapPut("/parked-events/{seq:long}/retry", Retry).Needs(Right.MendQueues).WithSummary("Let the bot take it once more");
        api.MapDelete("/parked-events/{seq:long}", Drop).Needs(Right.MendQueues).WithSummary("Give it up: what was said in it is erased");
    }

    /// <param name="Channel">line, web …: whose <paramref name="EventId"/> it is.</param>
    /// <param name="Member">Null when it could not be made out whose it is; such an event cannot be tried again.</param>
    /// <param name="Attempts">How often it was tried in vain.</param>
    /// <param name="Reason">A code.</param>
    public sealed record Shown(long Seq, string Channel, string EventId, string? Member, DateTimeOffset At, DateTimeOffset ReceivedAt, int Attempts, string? Reason);

    internal static Listed<Shown> List(Paging paging, Database database)
    {
        var after = paging.After<LastSeq>(BySeq)?.Seq ?? 0;
        return database.Reader.Read(unit => paging.Part(
            BySeq,
            [.. unit.Db.Inbox.AsNoTracking().Where(e => e.State == InboxState.Parked && e.Seq > after).OrderBy(e => e.Seq).Take(paging.Limit + 1)],
            Show,
            e => new LastSeq(e.Seq)));
    }

    /// <exception cref="Problem">There is none of that number, or it is mended.</exception>
    internal static Shown One(long seq, Database database) => database.Reader.Read(unit => Show(Find(unit, seq)));

    internal static async Task<NoContent> Retry(long seq, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Write(unit =>
        {
            Find(unit, seq);
            if (!unit.Inbox.Replay(seq, time.GetUtcNow())) throw Problem.Conflict("nobodys-event");
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "retry", $"parked-event/{seq}");
        });
        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> Drop(long seq, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Write(unit =>
        {
            Find(unit, seq);
            unit.Inbox.Done(seq, time.GetUtcNow());
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "drop", $"parked-event/{seq}");
        });
        return TypedResults.NoContent();
    }

    private static InboxEntry Find(Unit unit, long seq) => unit.Db.Inbox.AsNoTracking().FirstOrDefault(e => e.Seq == seq && e.State == InboxState.Parked) ?? throw Problem.NotFound();

    private static Shown Show(InboxEntry e) => new(e.Seq, e.Channel, e.EventId, e.MemberId, e.At, e.ReceivedAt, e.Attempts, e.ErrorCode);
}
