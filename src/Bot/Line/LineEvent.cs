using System.Collections.Immutable;

namespace Concierge.Bot.Line;

/// <summary>One event of a webhook body, read as far as storing it needs.</summary>
/// <param name="EventId">LINE's <c>webhookEventId</c>: the only thing to tell a duplicate by. Without a usable one,
/// <c>sha256-</c> and a hash of the bytes.</param>
/// <param name="UserId">Null when the event has no user (a group member who hid it, a failed account link).</param>
/// <param name="At">LINE's <c>timestamp</c>; the same in a redelivery. The epoch when it has none.</param>
/// <param name="Redelivery">LINE says that it sends this again. Not to be relied on: duplicates also come without it.</param>
/// <param name="Standby">Another channel has the chat: store, say nothing.</param>
/// <param name="InGroup">Said in a group or a room. Those people did not turn to us: nothing of it is kept.</param>
/// <param name="Raw">The event's own bytes, as they came.</param>
/// <param name="Problem">Null when it can be handled; otherwise one of <see cref="LineFault"/>: store it, park it.</param>
public sealed record LineEvent(
    string EventId,
    string? UserId,
    DateTimeOffset At,
    bool Redelivery,
    bool Standby,
    byte[] Raw,
    string? Problem = null,
    bool InGroup = false);

/// <summary>What came of reading a signed body.</summary>
public abstract record LineBody
{
    private LineBody() { }

    /// <param name="Destination">User id of the bot that the events are for; null when missing.</param>
    /// <param name="All">In the order of the body; empty for the console's "Verify".</param>
    public sealed record Events(string? Destination, ImmutableArray<LineEvent> All) : LineBody;

    /// <summary>No event can be told apart. <paramref name="Reason"/> is one of <see cref="LineFault"/>.</summary>
    public sealed record Unreadable(string Reason) : LineBody;
}

/// <summary>Why a body or an event cannot be read: codes that are stored, so they never change.</summary>
public static class LineFault
{
    public const string Empty = "empty";
    public const string Truncated = "truncated";
    public const string NotJson = "not_json";
    public const string TooDeep = "too_deep";
    public const string NotAnObject = "not_an_object";
    public const string NoEvents = "no_events";
    public const string NoId = "no_id";
    public const string NoTime = "no_time";
    public const string BadUser = "bad_user";
    public const string NoUser = "no_user";

    /// <summary>Addressed to another account than ours.</summary>
    public const string Misrouted = "misrouted";

    /// <summary>Older than our memory of what has been handled.</summary>
    public const string Stale = "stale";
    public const string FromTheFuture = "from_the_future";

    /// <summary>The rest of a body with too many events, kept as one body of its own.</summary>
    public const string TooMany = "too_many";
}
