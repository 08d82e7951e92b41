namespace Concierge.Core.Broadcasts;

/// <summary>Stored by name. Sent, Stopped, Expired and Cancelled are over and stay as they are.</summary>
public enum BroadcastState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Waits for a second person.</summary>
    Submitted,

    /// <summary>Content and audience are frozen; it goes out when it is due. One that repeats stays so until its last day.</summary>
    Approved,

    /// <summary>Going out, chunk by chunk.</summary>
    Sending,

    /// <summary>Nothing goes out until somebody says so.</summary>
    Paused,

    /// <summary>Everybody has it who was to have it.</summary>
    Sent,

    /// <summary>Broken off by staff, or because what it tells of has changed.</summary>
    Stopped,

    /// <summary>Its latest time has passed.</summary>
    Expired,

    /// <summary>Taken back before anything went out.</summary>
    Cancelled,
}

/// <summary>Why it stands still. Stored by name.</summary>
public enum BroadcastReason
{
    /// <summary>A member of staff wanted it.</summary>
    Staff,

    /// <summary>The month's messages are used up.</summary>
    Quota,

    /// <summary>LINE refuses the message itself.</summary>
    Refused,

    /// <summary>The seminar or post on its card is no more as it was approved.</summary>
    Changed,

    /// <summary>More people than its cap.</summary>
    Cap,

    /// <summary>The same words went to the same audience within a day.</summary>
    Same,

    /// <summary>The database was restored from a backup: it may have been sent since.</summary>
    Restored,

    /// <summary>No public https address of ours is set, from where LINE would fetch its picture.</summary>
    Address,
}
