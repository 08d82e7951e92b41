using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Queues;

/// <summary>What we wanted to say over LINE and could not. Ids and reasons alone, no words.</summary>
public static class UnsentMessagesApi
{
    private const string BySeq = "seq";

    private static readonly OutboxState[] Unsent = [OutboxState.Review, OutboxState.Refused, OutboxState.Expired, OutboxState.Blocked, OutboxState.Held];

    /// <summary>As long as an answer in a chat is worth sending.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/unsent-messages", List).Needs(Right.MendQueues).WithSummary("What could not be sent, oldest first; filter: state");
        api.MapPut("/unsent-messages/{seq:long}/retry", Retry).Needs(Right.MendQueues).WithSummary("Send it once more, as a push; only what LINE refused, and within 23 hours of the first try");
        api.MapDelete("/unsent-messages/{seq:long}", Dismiss).Needs(Right.MendQueues).WithSummary("Take it off the list for good");
    }

    /// <param name="State">review: first tried 23 hours ago; refused: by LINE; expired: too late; blocked: by the person; held: it may have arrived, and the next turn says where we were.</param>
    /// <param name="Kind">reply or push.</param>
    /// <param name="Reason">A code.</param>
    /// <param name="LineRequestId">For LINE's support.</param>
    /// <param name="CanRetry">False for whatever could be said twice, or is too late.</param>
    public sealed record Shown(
        long Seq, string Member, string State, string Kind, string? Reason, int Attempts, DateTimeOffset? FirstTryAt, DateTimeOffset? FinishedAt, string? LineRequestId, bool CanRetry);

    internal static Listed<Shown> List(Paging paging, string? state, Database database, TimeProvider time)
    {
        var (sort, states) = ($"{BySeq}/{state}", StatesOf(state));
        var after = paging.After<LastSeq>(sort)?.Seq ?? 0;
        return database.Reader.Read(unit => paging.Part(
            sort,
            [.. unit.Db.Outbox.AsNoTracking().Where(o => states.Contains(o.State) && o.Seq > after).OrderBy(o => o.Seq).Take(paging.Limit + 1)],
            row => Show(row, time.GetUtcNow()),
            row => new LastSeq(row.Seq)));
    }

    /// <exception cref="Problem">There is none of that number, or it is mended.</exception>
    internal static Shown One(long seq, Database database, TimeProvider time) => database.Reader.Read(unit => Show(Find(unit, seq), time.GetUtcNow()));

    internal static async Task<NoContent> Retry(long seq, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        await database.Writer.Write(unit =>
        {
            var row = Find(unit, seq);
            if (IsTooOld(row, now)) throw Problem.Conflict("first-tried-too-long-ago");
            if (!unit.Outbox.Retry(seq, now, now + Fresh)) throw Problem.Conflict("not-to-be-retried");
            AuditTrail.Append(unit, now, actor.Id, "retry", $"unsent-message/{seq}");
        });
        return TypedResults.NoContent();
    }

    internal static async Task<NoContent> Dismiss(long seq, Actor actor, Database database, TimeProvider time)
    {
        await database.Writer.Write(unit =>
        {
            Find(unit, seq);
            if (!unit.Outbox.Dismiss(seq, time.GetUtcNow())) throw Problem.Conflict("held-for-the-next-turn");
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "dismiss", $"unsent-message/{seq}");
        });
        return TypedResults.NoContent();
    }

    private static OutboxState[] StatesOf(string? state) => Names.ReadIfAny<OutboxState>("state", state) is not { } one
        ? Unsent
        : Unsent.Contains(one) ? [one] : throw Names.NoneOf("state", Unsent.Select(known => Names.Of(known)));

    private static OutboxEntry Find(Unit unit, long seq) => unit.Db.Outbox.AsNoTracking().FirstOrDefault(o => o.Seq == seq && Unsent.Contains(o.State)) ?? throw Problem.NotFound();

    /// <summary>The key that keeps it from being said twice has run out, or is about to.</summary>
    private static bool IsTooOld(OutboxEntry row, DateTimeOffset now) => row.FirstTryAt is { } first && now - first >= RetryKeys.Life;

    private static Shown Show(OutboxEntry row, DateTimeOffset now) => new(
        row.Seq, row.MemberId, Names.Of(row.State), row.Kind, row.Reason, row.Attempts, row.FirstTryAt, row.FinishedAt, row.LineRequestId,
        row.State == OutboxState.Refused && row.Body.Bytes.Length > 0 && !IsTooOld(row, now));
}
