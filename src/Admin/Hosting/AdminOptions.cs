namespace Concierge.Admin;

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
