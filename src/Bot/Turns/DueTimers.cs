using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Bot.Workers;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Turns;

/// <summary>
/// Brings times that are due to their conversations: by the same door as everything else. Whoever rings twice, or on two
/// nodes at once, brings each of them once: the row goes in the transaction that puts it into the inbox.
/// </summary>
public sealed class DueTimers(Database database, InboxWorker inbox, TimeProvider time)
{
    public const string ChannelName = "timer";

    private const int AtOnce = 500;

    /// <returns>How many it were.</returns>
    public async Task<int> Ring()
    {
        var moved = 0;
        while (await Move() is { Count: > 0 } members)
        {
            moved += members.Count;
            foreach (var member in members) _ = inbox.Ring(member);
        }
        return moved;
    }

    public static Incoming? Read(byte[] raw, DateTimeOffset at)
    {
        var timer = JsonSerializer.Deserialize(raw, TimerJson.Default.TimerEvent)!;
        return new Incoming.TimeCame(timer.Flow, timer.Kind, timer.Subject) { At = at, Channel = timer.Channel };
    }

    private Task<List<string>> Move() => database.Writer.Write(unit =>
    {
        var now = time.GetUtcNow();
        var members = new List<string>();
        foreach (var timer in unit.Timers.Due(now, AtOnce))
        {
            if (!unit.Timers.Drop(timer.MemberId, timer.Key)) continue;
            unit.Inbox.Accept(Event(unit, timer, now));
            members.Add(timer.MemberId);
        }
        return members;
    });

    private static InboxEvent Event(Unit unit, TimerRow timer, DateTimeOffset now)
    {
        // Somebody without LINE finds it on the page.
        var channel = unit.Members.LineUserId(timer.MemberId) is null ? Channel.Web : Channel.Line;
        var raw = JsonSerializer.SerializeToUtf8Bytes(new TimerEvent(timer.Flow, timer.Kind, timer.Subject, channel), TimerJson.Default.TimerEvent);
        return new InboxEvent(ChannelName, $"{timer.MemberId}/{timer.Key}/{timer.DueAt.UtcTicks}", timer.MemberId, timer.DueAt, now, raw, Redelivery: false);
    }
}

/// <summary>A timer as it lies in the inbox.</summary>
public sealed record TimerEvent(string Flow, string Kind, string Subject, Channel Channel);

[JsonSerializable(typeof(TimerEvent))]
internal sealed partial class TimerJson : JsonSerializerContext;
