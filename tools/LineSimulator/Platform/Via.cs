namespace Concierge.LineSimulator;

/// <summary>The ways in which a bot's message comes to a phone.</summary>
public static class Via
{
    /// <summary>Answer to a webhook; free.</summary>
    public const string Reply = "reply";

    /// <summary>To one person; counted.</summary>
    public const string Push = "push";

    /// <summary>To up to 500 people; counted for each.</summary>
    public const string Multicast = "multicast";

    /// <summary>To an audience; counted for each.</summary>
    public const string Narrowcast = "narrowcast";

    /// <summary>To every follower; counted for each.</summary>
    public const string Broadcast = "broadcast";
}
