namespace Concierge.Data;

/// <summary>A time in which staff had somebody's conversation: what was said then was said to them.</summary>
/// <param name="Until">Null while they have it.</param>
public sealed record HeldTime(DateTimeOffset From, DateTimeOffset? Until)
{
    public bool Holds(DateTimeOffset at) => From <= at && (Until is not { } until || at <= until);
}
