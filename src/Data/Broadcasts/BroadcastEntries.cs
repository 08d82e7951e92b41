using Concierge.Core.Broadcasts;

namespace Concierge.Data;

/// <summary>Stored by name. All but Waiting are final.</summary>
public enum RecipientState
{
    Waiting,
    Sent,

    /// <summary>Took the consent back before it went out.</summary>
    Withdrawn,

    /// <summary>Said before it went out that they want no news.</summary>
    Declined,

    /// <summary>Blocked us before it went out.</summary>
    Blocked,

    /// <summary>LINE does not know them any more.</summary>
    Refused,
}

/// <summary>Somebody whom a broadcast is for, as it was frozen at the approval.</summary>
public sealed class BroadcastRecipient
{
    public required long BroadcastId { get; init; }
    public required string MemberId { get; init; }
    public required int Chunk { get; set; }
    public required RecipientState State { get; set; }
}

/// <summary>Stored by name. Waiting and Sending are open; all others are final.</summary>
public enum ChunkState
{
    Waiting,
    Sending,
    Sent,

    /// <summary>LINE refused it as a whole: its people stand in two new ones.</summary>
    Divided,

    /// <summary>Of one person, whom LINE refuses.</summary>
    Refused,

    /// <summary>May have arrived, and can be tried no more without risk of a second time.</summary>
    Review,

    /// <summary>Its broadcast ended before.</summary>
    Unsent,
}

/// <summary>Up to 500 people who get a broadcast in one request. Frozen at its first try, and the same to the byte until LINE has answered.</summary>
public sealed class BroadcastChunk
{
    public required long BroadcastId { get; init; }
    public required int Number { get; init; }

    /// <summary>For whom it was made; when it is divided, those who stay behind because they are to have nothing.</summary>
    public required int People { get; set; }
    public required ChunkState State { get; set; }

    /// <summary>LINE user ids of those who are in the request; null before a try, after one that was certainly not accepted, and when it is over.</summary>
    public Sealed? Addresses { get; set; }
    public Guid? RetryKey { get; set; }
    public byte[]? BodyHash { get; set; }
    public DateTimeOffset? FirstTryAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>An earlier try may have arrived.</summary>
    public bool Ambiguous { get; set; }

    /// <summary>Grows with every claim: only its holder may finish it.</summary>
    public int Fence { get; set; }
    public string? Node { get; set; }

    /// <summary>When it may next be taken: the due time while waiting, the end of the lease while sending.</summary>
    public required DateTimeOffset NextAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>How many it went to; stays when one of them is erased.</summary>
    public int SentTo { get; set; }
    public string? LineRequestId { get; set; }
    public string? Reason { get; set; }
}

/// <summary>The link of an approved broadcast, and how often it was followed. Not by whom.</summary>
public sealed class BroadcastLinkEntry
{
    public required string Code { get; init; }
    public required long BroadcastId { get; init; }
    public required string Address { get; init; }
    public required long Clicks { get; set; }
}

/// <summary>A picture that staff have uploaded for a broadcast: public, under an id that nobody guesses, and as it was given.</summary>
public sealed class BroadcastPicture
{
    /// <summary>128 bits by chance.</summary>
    public required string Id { get; init; }

    /// <summary>image/jpeg or image/png, told by its bytes.</summary>
    public required string Type { get; init; }
    public required byte[] Bytes { get; init; }
    public required string AddedBy { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>An audience that staff keep for the next time.</summary>
public sealed class SavedAudience
{
    public long Id { get; init; }
    public required string Name { get; set; }
    public required Audience Rule { get; set; }

    /// <summary>Id of the member of staff.</summary>
    public required string WrittenBy { get; set; }
    public required int Revision { get; set; }
}

/// <summary>A phone of the staff's own, where tests arrive.</summary>
public sealed class BroadcastPhone
{
    /// <summary>So few that a test cannot become a broadcast that nobody has approved.</summary>
    public const int Most = 10;

    public required string MemberId { get; init; }
    public required string AddedBy { get; init; }
    public required DateTimeOffset At { get; init; }
}
