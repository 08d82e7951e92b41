using System.Text.Json;
using Concierge.Data;

namespace Concierge.Bot.Line;

/// <summary>Whose event it is. Whoever left must not become a member again by an echo of the time before.</summary>
public static class Whose
{
    /// <summary>False: an echo. Nothing is to be done, and nothing to be kept.</summary>
    /// <param name="member">Null when the event is nobody's.</param>
    public static bool Known(Unit unit, LineEvent received, string channel, DateTimeOffset now, NewId newId, out string? member)
    {
        member = null;
        if (received is not { UserId: { } user, Problem: null }) return true;
        member = unit.Members.FindByLine(user);
        if (member is null && IsEcho(unit, received, channel)) return false;
        member ??= unit.Members.FindOrAddByLine(user, now, () => newId());
        return true;
    }

    /// <summary>Of somebody unknown: a late double of an event that was taken, a block, words taken back.</summary>
    private static bool IsEcho(Unit unit, LineEvent received, string channel) =>
        unit.Inbox.Knows(channel, received.EventId) || JsonElement.Parse(received.Raw).Name("type") is "unfollow" or "unsend";
}
