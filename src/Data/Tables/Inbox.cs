using System.Data.Common;

namespace Concierge.Data;

/// <summary>What came in, until it is done. Each member's events are worked on one at a time, in order of their own time.</summary>
public sealed class Inbox
{
    /// <summary>Of all open rows only each member's oldest counts: a later one never overtakes it.</summary>
    private const string Heads = """
        FROM inbox i WHERE i.state = 'New' AND NOT EXISTS (
            SELECT 1 FROM inbox o WHERE o.state = 'New' AND o.member_id = i.member_id
            AND (o.at < i.at OR (o.at = i.at AND o.seq < i.seq)))
        """;

    private readonly Unit unit;
    private readonly Statement accept, next, done, tryAgain, park, replay, waiting, nextDue, parked, knows;

    internal Inbox(Unit unit, string takeMember)
    {
        this.unit = unit;
        accept = unit.Make(
            """
            INSERT INTO inbox (channel, event_id, member_id, at, received_at, raw, redelivery, state, attempts, next_at, error_code)
            VALUES (@channel, @event, @member, @at, @received, @raw, @redelivery, @state, 0, @received, @error)
            ON CONFLICT (channel, event_id) DO NOTHING
            """,
            "channel text, event text, member text, at long, received long, raw bytes, redelivery flag, state text, error text");
        next = unit.Make(
            """
            SELECT i.seq, i.channel, i.event_id, i.member_id, i.at, i.received_at, i.raw, i.redelivery, i.attempts, i.next_at
            FROM inbox i JOIN member m ON m.id = i.member_id
            WHERE i.state = 'New' AND i.member_id = @member ORDER BY i.at, i.seq LIMIT 1
            """ + takeMember,
            "member text");
        done = unit.Make("UPDATE inbox SET state = 'Done', raw = NULL, error_code = NULL, next_at = @now WHERE seq = @seq", "seq long, now long");
        tryAgain = unit.Make(
            "UPDATE inbox SET attempts = @attempts, next_at = @next, error_code = @error WHERE seq = @seq",
            "seq long, attempts int, next long, error text");
        park = unit.Make("UPDATE inbox SET state = 'Parked', error_code = @error WHERE seq = @seq", "seq long, error text");
        replay = unit.Make(
            "UPDATE inbox SET state = 'New', attempts = 0, next_at = @now WHERE seq = @seq AND state = 'Parked' AND member_id IS NOT NULL",
            "seq long, now long");
        waiting = unit.Make($"SELECT i.member_id {Heads} AND i.next_at <= @now ORDER BY i.next_at, i.seq LIMIT @max", "now long, max long");
        nextDue = unit.Make($"SELECT MIN(i.next_at) {Heads}");
        parked = unit.Make(
            """
            SELECT seq, channel, event_id, member_id, at, received_at, raw, redelivery, attempts, next_at
            FROM inbox WHERE state = 'Parked' AND member_id = @member AND raw IS NOT NULL ORDER BY seq
            """,
            "member text");
        knows = unit.Make("SELECT 1 FROM inbox WHERE channel = @channel AND event_id = @event", "channel text, event text");
    }

    /// <summary>Stores an event; durable when the write completes.</summary>
    /// <returns>False when it was there already.</returns>
    public bool Accept(InboxEvent e)
    {
        var because = e.ParkedBecause ?? (e.MemberId is null ? "no-member" : null);
        var state = because is null ? nameof(InboxState.New) : nameof(InboxState.Parked);
        var raw = unit.Vault.SealForSystem(Fields.InboxRaw, e.Raw);
        return accept.Run(e.Channel, e.EventId, e.MemberId, e.At, e.ReceivedAt, raw, e.Redelivery, state, because) > 0;
    }

    /// <summary>Whether this event came before.</summary>
    public bool Knows(string channel, string eventId) => knows.Value(channel, eventId) is not null;

    /// <summary>
    /// The member's oldest open event. Null when there is none, when it is not due yet, or when another node has this
    /// member in hand.
    /// </summary>
    public InboxRow? Next(string memberId, DateTimeOffset now)
    {
        var head = next.First(Head, memberId);
        return head is null || head.NextAt > now ? null : Opened(head);
    }

    /// <summary>Finished: what was said stands in the messages, the raw event is blanked.</summary>
    public void Done(long seq, DateTimeOffset now) => done.Run(seq, now);

    public void TryAgain(long seq, int attempts, DateTimeOffset nextAt, string errorCode) => tryAgain.Run(seq, attempts, nextAt, errorCode);

    /// <summary>Gives up for now: the next event goes on, this one keeps its sealed words and can be replayed.</summary>
    public void Park(long seq, string errorCode) => park.Run(seq, errorCode);

    /// <returns>False when it is not parked, or belongs to nobody.</returns>
    public bool Replay(long seq, DateTimeOffset now) => replay.Run(seq, now) > 0;

    /// <summary>The member's events that were given up, oldest first.</summary>
    public IReadOnlyList<InboxRow> Parked(string memberId) => [.. parked.All(Head, memberId).Select(Opened)];

    /// <summary>Members whose oldest open event is due, the longest waiting first.</summary>
    public IReadOnlyList<string> MembersWaiting(DateTimeOffset now, int max) => waiting.All(static row => row.GetString(0), now, (long)max);

    /// <summary>When the next event is due; in the past when one is due already; null when none is open.</summary>
    public DateTimeOffset? NextDue() => nextDue.Value().AsInstant();

    private static Stored Head(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        row.Instant(4),
        row.Instant(5),
        row.Sealed(6),
        row.GetBoolean(7),
        row.GetInt32(8),
        row.Instant(9));

    private InboxRow Opened(Stored row) => new(
        row.Seq,
        row.Channel,
        row.EventId,
        row.MemberId,
        row.At,
        row.ReceivedAt,
        unit.Vault.OpenForSystem(Fields.InboxRaw, row.Raw),
        row.Redelivery,
        row.Attempts);

    private sealed record Stored(
        long Seq,
        string Channel,
        string EventId,
        string MemberId,
        DateTimeOffset At,
        DateTimeOffset ReceivedAt,
        Sealed Raw,
        bool Redelivery,
        int Attempts,
        DateTimeOffset NextAt);
}
