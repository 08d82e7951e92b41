using Concierge.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Whether what the bot decided to say over LINE has been said there: what was dropped or is still on its way stands in the messages too.</summary>
public static class Arrival
{
    /// <summary>Of whose events the bot speaks on LINE.</summary>
    private static readonly string[] Channels = ["line", "timer", "points", DeskEvent.ChannelName];

    /// <summary>How the dedupe keys of an event's effects begin.</summary>
    /// <param name="channel">Of the inbox row.</param>
    public static string Keys(string channel, string eventId) => $"{channel}/{eventId}/";

    /// <summary>The state in the outbox of what was not certainly said, by the message's seq.</summary>
    public static IReadOnlyDictionary<long, OutboxState> Missing(Unit unit, IEnumerable<MessageEntry> messages)
    {
        var byKey = messages.Where(m => m is { Sender: Speaker.Bot, Channel: Channel.Line })
            .SelectMany(m => Channels.Select(channel => (Key: Keys(channel, m.EventId) + m.Place, m.MemberId, m.Seq))).ToDictionary(of => of.Key);
        return unit.Db.Outbox.AsNoTracking().Where(o => byKey.Keys.Contains(o.DedupeKey) && o.State != OutboxState.Sent && o.State != OutboxState.AssumedSent)
            .Select(o => new { o.DedupeKey, o.MemberId, o.State }).AsEnumerable()
            .Where(o => byKey[o.DedupeKey].MemberId == o.MemberId).ToDictionary(o => byKey[o.DedupeKey].Seq, o => o.State);
    }
}
