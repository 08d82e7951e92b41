using System.Collections.Immutable;
using System.Security.Cryptography;
using Concierge.Bot.Workers;
using Concierge.Data;

namespace Concierge.Bot.Line;

/// <summary>
/// Keeps what a signed webhook brought: one inbox row per event, durable before anybody is told 200. What cannot be handled is
/// kept too, parked and shown to staff.
/// </summary>
public sealed partial class LineArrivals(
    Database database, InboxWorker inbox, LineAccount account, TimeProvider time, NewId newId, ILogger<LineArrivals> log)
{
    /// <summary>
    /// The ids of events are kept at least this long. A signature carries no time, so an older event may be a copy of one whose
    /// id we have forgotten.
    /// </summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <summary>Clocks differ by seconds. An event from tomorrow would wait behind all of today's.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Events in one transaction: a body full of them must not keep everybody else's waiting.</summary>
    private const int Together = 500;

    private const string Channel = "line";

    /// <summary>False when the database could not take them all: then LINE must send them again.</summary>
    public async Task<bool> Keep(ReadOnlyMemory<byte> body)
    {
        var (destination, events) = LineEvents.Read(body) switch
        {
            LineBody.Events some => (some.Destination, some.All),
            LineBody.Unreadable why => (null, [Whole(body, why.Reason)]),
            var other => throw new InvalidOperationException($"LineArrivals does not know {other.GetType().Name}."),
        };
        try
        {
            foreach (var some in events.Where(received => !received.InGroup).Chunk(Together))
                foreach (var member in await database.Writer.Write(unit => Accept(unit, some, destination))) _ = inbox.Ring(member);
            return true;
        }
        catch (Exception world)
        {
            LogNotStored(events.Length, world.GetType().Name);
            return false;
        }
    }

    /// <summary>A signed body that cannot be read is kept as one parked event, for staff to look at.</summary>
    private LineEvent Whole(ReadOnlyMemory<byte> body, string reason) =>
        new("sha256-" + Convert.ToHexStringLower(SHA256.HashData(body.Span)), null, time.GetUtcNow(), false, false, body.ToArray(), reason);

    private List<string> Accept(Unit unit, LineEvent[] events, string? destination)
    {
        var now = time.GetUtcNow();
        var members = new List<string>(events.Length);
        foreach (var received in events)
        {
            var parked = Problem(received, destination, now);
            string? member = null;
            if (parked is null && !Whose.Known(unit, received, Channel, now, newId, out member)) continue;
            var isNew = unit.Inbox.Accept(new InboxEvent(
                Channel, received.EventId, member, received.At, now, received.Raw, received.Redelivery, parked));
            if (isNew && member is not null) members.Add(member);
            if (isNew && parked is not null) unit.Feed.Add(now, FeedKind.Parked, null, null);
        }
        return members;
    }

    /// <summary>Why it cannot be handled; null when it can.</summary>
    private string? Problem(LineEvent received, string? destination, DateTimeOffset now)
    {
        if (received.Problem is { } unreadable) return unreadable;
        if (account.IsOther(destination)) return LineFault.Misrouted;
        if (received.At < now - Remembered) return LineFault.Stale;
        if (received.At > now + Ahead) return LineFault.FromTheFuture;
        // Nobody to speak with, e.g. a failed account link.
        return received.UserId is null ? LineFault.NoUser : null;
    }

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "{Count} events could not be stored: {Code}")]
    private partial void LogNotStored(int count, string code);
}
