using Concierge.Core.Handoff;

namespace Concierge.Admin;

/// <summary>Settings under <c>Privacy:</c> that the desk needs too.</summary>
public sealed class DeskPrivacy
{
    /// <summary>Where what staff write is read, unless they choose.</summary>
    public StaffReplies StaffReplies { get; set; } = StaffReplies.Private;

    public IEnumerable<string> Wrong()
    {
        if (!Enum.IsDefined(StaffReplies)) yield return $"Privacy:StaffReplies is \"{StaffReplies}\"; it must be {string.Join(" or ", Enum.GetNames<StaffReplies>())}.";
    }
}

/// <summary>Settings under <c>Admin:</c>.</summary>
public sealed class AdminOptions
{
    /// <summary>How many calls of the API one caller may make in a minute; a burst may use a minute's at once.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    public IEnumerable<string> Wrong()
    {
        if (RequestsPerMinute < 1) yield return $"Admin:RequestsPerMinute is {RequestsPerMinute}; it must be at least 1.";
    }
}
