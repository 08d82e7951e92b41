using Concierge.Core.Conversations;

namespace Concierge.Data;

/// <summary>Stored by name.</summary>
public enum InboxState { New, Done, Parked }

/// <summary>Stored by name. Pending and Sending are open; all others are final.</summary>
public enum OutboxState { Pending, Sending, Sent, AssumedSent, Held, Review, Refused, Expired, Superseded, Blocked }

public enum Speaker { Person, Bot, Staff }

/// <summary>An event as it came in.</summary>
/// <param name="Channel">Whose ids <paramref name="EventId"/> is one of; the two together are unique.</param>
/// <param name="MemberId">Null when nobody could be made out; such a row is parked.</param>
/// <param name="At">The sender's own time, which decides the order.</param>
/// <param name="Raw">The event's bytes; sealed here.</param>
/// <param name="ParkedBecause">An error code when it cannot be read, else null.</param>
public sealed record InboxEvent(
    string Channel,
    string EventId,
    string? MemberId,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt,
    byte[] Raw,
    bool Redelivery,
    string? ParkedBecause = null);

/// <summary>An event to be worked on.</summary>
/// <param name="Attempts">How often it was tried in vain.</param>
public sealed record InboxRow(
    long Seq,
    string Channel,
    string EventId,
    string MemberId,
    DateTimeOffset At,
    DateTimeOffset ReceivedAt,
    byte[] Raw,
    bool Redelivery,
    int Attempts);

/// <summary>Something that was said.</summary>
/// <param name="Seq">The cursor; 0 for a new one.</param>
/// <param name="EventId">The event that caused it, with <paramref name="Place"/> in its turn: unique per member.</param>
/// <param name="Body">Sealed as <see cref="Fields.MessageBody"/>; null when it was taken back.</param>
public sealed record MessageRow(
    long Seq,
    string MemberId,
    DateTimeOffset At,
    Speaker From,
    Channel Channel,
    string EventId,
    int Place,
    string? LineMessageId,
    int Epoch,
    Sealed? Body);

/// <summary>Something to be said over LINE.</summary>
/// <param name="DedupeKey">Names the effect: a turn taken again makes the same one.</param>
/// <param name="RetryKey">From <see cref="RetryKeys"/>.</param>
/// <param name="Kind"><see cref="OutboxKind"/>.</param>
/// <param name="TokenAt">When the reply token was made (LINE's event time); for a push the time of the turn.</param>
/// <param name="Epoch">The conversation's epoch under which it was decided.</param>
/// <param name="PushTo">LINE user id of somebody who was erased, for their receipt alone; sealed, and gone when the row is finished.</param>
public sealed record NewOutboxRow(
    string DedupeKey,
    Guid RetryKey,
    string MemberId,
    string Kind,
    string? ReplyToken,
    DateTimeOffset TokenAt,
    byte[] Body,
    int Epoch,
    bool Critical,
    DateTimeOffset Now,
    DateTimeOffset ExpiresAt,
    string? PushTo = null)
{
    /// <summary>In the place of an epoch: what staff said is said, also when they have let go of the conversation since.</summary>
    public const int OfStaff = int.MaxValue;
}

public static class OutboxKind
{
    public const string Reply = "reply";
    public const string Push = "push";
}

/// <summary>A row of the outbox, opened.</summary>
/// <param name="Attempts">Including the one under way.</param>
/// <param name="Ambiguous">An earlier try may have arrived.</param>
/// <param name="Fence">Grows with every claim: only its holder may finish the row.</param>
/// <param name="NextAt">When it may next be taken; while sending the end of the lease.</param>
public sealed record OutboxRow(
    long Seq,
    string DedupeKey,
    Guid RetryKey,
    string MemberId,
    string Kind,
    string? ReplyToken,
    DateTimeOffset TokenAt,
    byte[] Body,
    int Epoch,
    bool Critical,
    OutboxState State,
    int Attempts,
    bool Ambiguous,
    int Fence,
    DateTimeOffset? FirstTryAt,
    DateTimeOffset NextAt,
    DateTimeOffset ExpiresAt,
    string? LineRequestId,
    string? Reason,
    string? PushTo = null);

/// <summary>Something that staff may want to see live.</summary>
public sealed record FeedRow(long Seq, DateTimeOffset At, string Kind, string? MemberId, long? Reference);

/// <param name="FirstTime">False when the link had been opened before.</param>
public sealed record OpenedLink(string MemberId, string Page, bool FirstTime);
