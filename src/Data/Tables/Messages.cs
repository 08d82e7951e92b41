using System.Data.Common;
using Concierge.Core.Conversations;

namespace Concierge.Data;

/// <summary>What was said, by whom, in order. A message that was unsent keeps its row and loses its words.</summary>
public sealed class Messages
{
    private readonly Statement add, after, newest, of, blank, blankReplies, eventOf, tombstone, isUnsent, forget;

    internal Messages(Unit unit)
    {
        add = unit.Make(
            """
            INSERT INTO message (member_id, at, sender, channel, event_id, place, line_message_id, epoch, body)
            VALUES (@member, @at, @sender, @channel, @event, @place, @line, @epoch, @body)
            """,
            "member text, at long, sender text, channel text, event text, place int, line text, epoch int, body bytes");
        after = unit.Make(
            """
            SELECT seq, member_id, at, sender, channel, event_id, place, line_message_id, epoch, body
            FROM message WHERE member_id = @member AND seq > @cursor ORDER BY seq LIMIT @max
            """,
            "member text, cursor long, max long");
        newest = unit.Make(
            """
            SELECT seq, member_id, at, sender, channel, event_id, place, line_message_id, epoch, body
            FROM message WHERE member_id = @member AND sender = @sender AND seq < @before ORDER BY seq DESC LIMIT 1
            """,
            "member text, sender text, before long");
        of = unit.Make(
            """
            SELECT seq, member_id, at, sender, channel, event_id, place, line_message_id, epoch, body
            FROM message WHERE member_id = @member AND event_id = @event AND place = 0
            """,
            "member text, event text");
        // What is blanked is this one and what came after it.
        forget = unit.Make(
            $"""
            UPDATE message_block SET stale = stale + 1 WHERE id IN (SELECT seq / {MessageBlockEntry.Size} FROM message WHERE member_id = @member
            AND seq >= (SELECT seq FROM message WHERE member_id = @member AND line_message_id = @line))
            """,
            "member text, line text");
        blank = unit.Make("UPDATE message SET body = NULL WHERE member_id = @member AND line_message_id = @line", "member text, line text");
        blankReplies = unit.Make(
            """
            UPDATE message SET body = NULL WHERE member_id = @member AND sender = 'Bot' AND (event_id = @event OR @later)
            AND seq > (SELECT seq FROM message WHERE member_id = @member AND event_id = @event AND place = 0)
            """,
            "member text, event text, later flag");
        eventOf = unit.Make("SELECT event_id FROM message WHERE member_id = @member AND line_message_id = @line", "member text, line text");
        tombstone = unit.Make(
            "INSERT INTO tombstone (member_id, line_message_id, at) VALUES (@member, @line, @at) ON CONFLICT (member_id, line_message_id) DO NOTHING",
            "member text, line text, at long");
        isUnsent = unit.Make("SELECT 1 FROM tombstone WHERE member_id = @member AND line_message_id = @line", "member text, line text");
    }

    public void Add(MessageRow message) => add.Run(
        message.MemberId,
        message.At,
        message.From.ToString(),
        message.Channel.ToString(),
        message.EventId,
        message.Place,
        message.LineMessageId,
        message.Epoch,
        message.Body);

    /// <summary>What came after the cursor, oldest first; 0 for all from the beginning.</summary>
    public IReadOnlyList<MessageRow> After(string memberId, long cursor, int max) => after.All(Row, memberId, cursor, (long)max);

    /// <summary>What this speaker said last, or last before that place; null when nothing.</summary>
    public MessageRow? Newest(string memberId, Speaker from, long before = long.MaxValue) => newest.First(Row, memberId, from.ToString(), before);

    /// <summary>What came first of this event; null when there is none.</summary>
    public MessageRow? Of(string memberId, string eventId) => of.First(Row, memberId, eventId);

    /// <summary>Takes the words away; the row stays, so that the order and the count stay. Its place in the search is taken out after that.</summary>
    /// <returns>How many messages it was.</returns>
    public int Blank(string memberId, string lineMessageId)
    {
        forget.Run(memberId, lineMessageId);
        return blank.Run(memberId, lineMessageId);
    }

    /// <summary>Takes away what we answered in the turn of this event, and if wanted everything that we said after it.</summary>
    public void BlankReplies(string memberId, string eventId, bool later) => blankReplies.Run(memberId, eventId, later);

    /// <summary>The event that brought this message; null when none has.</summary>
    public string? EventOf(string memberId, string lineMessageId) => (string?)eventOf.Value(memberId, lineMessageId);

    /// <summary>Remembers that it was unsent: an unsend may arrive before its message.</summary>
    public void Tombstone(string memberId, string lineMessageId, DateTimeOffset at) => tombstone.Run(memberId, lineMessageId, at);

    public bool IsUnsent(string memberId, string lineMessageId) => isUnsent.Value(memberId, lineMessageId) is not null;

    private static MessageRow Row(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.Instant(2),
        Enum.Parse<Speaker>(row.GetString(3)),
        Enum.Parse<Channel>(row.GetString(4)),
        row.GetString(5),
        row.GetInt32(6),
        row.TextOrNull(7),
        row.GetInt32(8),
        row.SealedOrNull(9));
}
