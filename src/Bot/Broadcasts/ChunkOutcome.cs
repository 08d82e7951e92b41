using Concierge.Bot.Line;
using Concierge.Data;

namespace Concierge.Bot.Broadcasts;

/// <summary>What becomes of a chunk after one try: a closed set.</summary>
public abstract record ChunkOutcome
{
    private const int Persistent = 5;

    private ChunkOutcome() { }

    public sealed record Sent(string? RequestId) : ChunkOutcome;

    /// <param name="Ambiguous">This try may have arrived: the next is the same to the byte.</param>
    public sealed record Again(DateTimeOffset At, bool Ambiguous, string Reason) : ChunkOutcome;

    /// <summary>LINE takes nothing of it because of somebody in it.</summary>
    public sealed record Divide(string Reason) : ChunkOutcome;

    /// <summary>The month's messages are used up: nothing of it was accepted, and no other chunk would be.</summary>
    public sealed record UsedUp : ChunkOutcome;

    /// <summary>LINE does not take the message itself.</summary>
    public sealed record NoUse(string Reason) : ChunkOutcome;

    public static ChunkOutcome Of(ChunkToSend chunk, Sending outcome, DateTimeOffset now) => outcome switch
    {
        Sending.Delivered sent => new Sent(sent.RequestId),
        // What LINE counts may lag behind what it allows: said again and again, it is so.
        Sending.TryAgain { Reason: "429 monthly_limit" } when chunk.Attempts >= Persistent => new UsedUp(),
        Sending.TryAgain wait => new Again(now + Max(wait.After, Backoff(chunk)), Ambiguous: !wait.CertainlyNotAccepted, wait.Reason),
        Sending.Unknown lost => new Again(now + Backoff(chunk), Ambiguous: true, lost.Reason),
        Sending.Refused { Reason: "quota" } => new UsedUp(),
        // A property of the messages is everybody's; anything else that is wrong is wrong with somebody.
        Sending.Refused no when no.Reason.StartsWith("400", StringComparison.Ordinal) && !IsOfTheWords(no.Reason) => new Divide(no.Reason),
        Sending.Refused no => new NoUse(no.Reason),
        _ => throw new InvalidOperationException($"ChunkOutcome does not know {outcome.GetType().Name}."),
    };

    /// <summary>LINE names a property: <c>messages[0].text</c>, or of a Flex card its place in the card, <c>/body/contents/0</c>.</summary>
    private static bool IsOfTheWords(string reason) => reason.StartsWith("400 messages", StringComparison.Ordinal) || reason.StartsWith("400 /", StringComparison.Ordinal);

    /// <summary>1, 2, 4 … seconds, at most a minute; no two chunks in step.</summary>
    private static TimeSpan Backoff(ChunkToSend chunk) => TimeSpan.FromSeconds(Math.Min(60, 1 << Math.Min(chunk.Attempts - 1, 6)) + chunk.Number % 10 / 10.0);

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
