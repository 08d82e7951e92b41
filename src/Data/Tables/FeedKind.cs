namespace Concierge.Data;

/// <summary>What the shell itself tells staff in the feed, beside the notices of the engine.</summary>
public static class FeedKind
{
    /// <summary>An event could not be handled and lies in the inbox with its reason.</summary>
    public const string Parked = "parked";
}
