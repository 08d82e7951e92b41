namespace Concierge.Data;

// What the tables hold, for reading and for cold features through EF. The hot path writes them by hand (Tables/).

public sealed class MemberEntry
{
    public required string Id { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>False after a block or an unfollow.</summary>
    public bool Reachable { get; set; } = true;
    public required DateTimeOffset ReachableAt { get; set; }
}

/// <summary>LINE user ids live here and nowhere else.</summary>
public sealed class LineUserEntry
{
    public required string LineUserId { get; init; }
    public required string MemberId { get; init; }
}

public sealed class MemberKeyEntry
{
    public required string MemberId { get; init; }
    public required Sealed Wrapped { get; init; }
}

/// <summary>A known text sealed with the system key: a wrong master key is noticed before anything is written.</summary>
public sealed class KeyCanaryEntry
{
    public required int Id { get; init; }
    public required Sealed Value { get; init; }
}

public sealed class ConversationEntry
{
    public required string MemberId { get; init; }
    public required int Revision { get; init; }
    public required Core.Conversations.Owner Owner { get; init; }
    public required int Epoch { get; init; }
    public required Sealed Body { get; init; }
}

public sealed class AnswerEntry
{
    public long Id { get; init; }
    public required string MemberId { get; init; }
    public required string Questionnaire { get; init; }
    public required string Question { get; init; }

    /// <summary>Null when it was taken back.</summary>
    public Sealed? Value { get; set; }
    public required DateTimeOffset At { get; init; }
    public long? Supersedes { get; init; }
    public string? LineMessageId { get; init; }
    public required string AnsweredBy { get; init; }
}

public sealed class MessageEntry
{
    public long Seq { get; init; }
    public required string MemberId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Speaker Sender { get; init; }
    public required Core.Conversations.Channel Channel { get; init; }
    public required string EventId { get; init; }
    public required int Place { get; init; }
    public string? LineMessageId { get; init; }
    public required int Epoch { get; init; }

    /// <summary>Null when it was unsent.</summary>
    public Sealed? Body { get; set; }
}

/// <summary>A message that was unsent, perhaps before it arrived.</summary>
public sealed class TombstoneEntry
{
    public required string MemberId { get; init; }
    public required string LineMessageId { get; init; }
    public required DateTimeOffset At { get; init; }
}

public sealed class FeedEntry
{
    public long Seq { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    public string? MemberId { get; init; }
    public long? Reference { get; init; }
}

public sealed class TimerEntry
{
    public required string MemberId { get; init; }
    public required string Key { get; init; }
    public required string Flow { get; init; }
    public required string Kind { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset DueAt { get; init; }
}

public sealed class PageLinkEntry
{
    public required byte[] TokenHash { get; init; }
    public required string MemberId { get; init; }
    public required string Page { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

public sealed class PageSessionEntry
{
    public required byte[] CookieHash { get; init; }
    public required string MemberId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}
