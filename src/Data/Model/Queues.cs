namespace Concierge.Data;

public sealed class InboxEntry
{
    public long Seq { get; init; }
    public required string Channel { get; init; }
    public required string EventId { get; init; }
    public string? MemberId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null when the event is done.</summary>
    public Sealed? Raw { get; set; }
    public required bool Redelivery { get; init; }
    public required InboxState State { get; set; }
    public required int Attempts { get; set; }
    public required DateTimeOffset NextAt { get; set; }
    public string? ErrorCode { get; set; }
}

public sealed class OutboxEntry
{
    public long Seq { get; init; }
    public required string DedupeKey { get; init; }
    public required Guid RetryKey { get; init; }
    public required string MemberId { get; init; }
    public required string Kind { get; set; }

    /// <summary>Null when there was none, or when the row is finished.</summary>
    public Sealed? ReplyToken { get; set; }
    public required DateTimeOffset TokenAt { get; init; }

    /// <summary>Where to push when the member is gone: only the receipt of an erasure has one. Null when the row is finished.</summary>
    public Sealed? PushTo { get; set; }
    /// <summary>Empty when the row is finished: what was said stands in the messages. Only what LINE refused keeps it.</summary>
    public required Sealed Body { get; init; }
    public required int Epoch { get; init; }
    public required bool Critical { get; init; }
    public required OutboxState State { get; set; }
    public required int Attempts { get; set; }
    public required bool Ambiguous { get; set; }
    public required int Fence { get; set; }

    /// <summary>Whose lease it is while sending.</summary>
    public string? Node { get; set; }
    public DateTimeOffset? FirstTryAt { get; set; }

    /// <summary>When it may next be taken: the due time while pending, the end of the lease while sending.</summary>
    public required DateTimeOffset NextAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
    public string? LineRequestId { get; set; }
    public string? Reason { get; set; }
}
