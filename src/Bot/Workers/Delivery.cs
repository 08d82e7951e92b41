using Concierge.Bot.Line;
using Concierge.Data;

namespace Concierge.Bot.Workers;

/// <summary>What becomes of an outbox row after one try: a closed set.</summary>
public abstract record Delivery
{
    private Delivery() { }

    public sealed record Over(OutboxState State, string? RequestId, string? Reason) : Delivery;

    /// <param name="Kind">reply, or push when the reply token is certainly unusable.</param>
    /// <param name="Ambiguous">An earlier try may have arrived.</param>
    public sealed record Again(DateTimeOffset At, string Kind, bool Ambiguous, string Reason) : Delivery;

    public static readonly TimeSpan TokenLife = ReplyTokens.Life;

    /// <summary>What must be decided before anything is sent; null when the row may go out.</summary>
    public static Over? Before(OutboxRow row, DateTimeOffset now, int epoch, bool reachable)
    {
        if (row.ExpiresAt <= now) return row is { Kind: OutboxKind.Reply, Ambiguous: true } ? Held("expired") : new Over(OutboxState.Expired, null, "expired");
        if (row.Epoch < epoch && !row.Critical) return new Over(OutboxState.Superseded, null, "epoch");
        if (!reachable && row.Kind == OutboxKind.Push) return new Over(OutboxState.Blocked, null, "blocked");
        if (row.FirstTryAt is { } first && now - first >= RetryKeys.Life) return new Over(OutboxState.Review, null, "23 hours");
        return null;
    }

    public static Delivery After(OutboxRow row, Sending outcome, DateTimeOffset now) =>
        row.Kind == OutboxKind.Reply ? AfterReply(row, outcome, now) : AfterPush(row, outcome, now);

    private static Delivery AfterReply(OutboxRow row, Sending outcome, DateTimeOffset now) => outcome switch
    {
        Sending.Delivered sent => new Over(OutboxState.Sent, sent.RequestId, null),
        // A clean no on a token that was never tried before: nothing has been said, so a push cannot say it twice.
        Sending.Refused no when !row.Ambiguous => new Again(now, OutboxKind.Push, false, no.Reason),
        // A living token was used up by a try whose answer was lost: it has been said.
        Sending.Refused no when now < row.TokenAt + TokenLife => new Over(OutboxState.AssumedSent, null, no.Reason),
        // It may have run out as well, and LINE does not tell which.
        Sending.Refused no => ReplyAgain(row, now, now, true, no.Reason),
        Sending.TryAgain wait => ReplyAgain(row, now, now + wait.After, row.Ambiguous || !wait.CertainlyNotAccepted, wait.Reason),
        Sending.Unknown lost => ReplyAgain(row, now, now + Backoff(row), true, lost.Reason),
        _ => throw new InvalidOperationException($"Delivery does not know {outcome.GetType().Name}."),
    };

    private static Delivery ReplyAgain(OutboxRow row, DateTimeOffset now, DateTimeOffset at, bool ambiguous, string reason)
    {
        if (at < row.TokenAt + TokenLife) return new Again(at, OutboxKind.Reply, ambiguous, reason);
        // A timed-out reply may have arrived: pushing now could say it twice. Only what must arrive is worth that.
        if (ambiguous && !row.Critical) return Held(reason);
        return new Again(now, OutboxKind.Push, false, reason);
    }

    private static Delivery AfterPush(OutboxRow row, Sending outcome, DateTimeOffset now) => outcome switch
    {
        Sending.Delivered sent => new Over(OutboxState.Sent, sent.RequestId, null),
        Sending.Refused no => new Over(OutboxState.Refused, null, no.Reason),
        Sending.TryAgain wait => new Again(now + Max(wait.After, Backoff(row)), OutboxKind.Push, false, wait.Reason),
        // The retry key makes a second try harmless.
        Sending.Unknown lost => new Again(now + Backoff(row), OutboxKind.Push, false, lost.Reason),
        _ => throw new InvalidOperationException($"Delivery does not know {outcome.GetType().Name}."),
    };

    private static Over Held(string reason) => new(OutboxState.Held, null, reason);

    /// <summary>1, 2, 4 … seconds, at most ten minutes; no two rows in step.</summary>
    private static TimeSpan Backoff(OutboxRow row)
    {
        var seconds = Math.Min(600, 1 << Math.Min(row.Attempts - 1, 10));
        return TimeSpan.FromSeconds(seconds + row.Seq % 10 / 10.0);
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
