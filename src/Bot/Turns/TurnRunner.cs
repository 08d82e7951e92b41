using Concierge.Bot.Handoff;
using Concierge.Bot.Line;
using Concierge.Bot.Points;
using Concierge.Bot.Web;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Turns;

/// <summary>
/// One turn, inside one savepoint of the writer's transaction: read facts, let the engine decide, write what it wants,
/// mark the event done. All of it is committed or none.
/// </summary>
public sealed class TurnRunner(Engine engine, FactsReader facts, EffectWriter effects, TapTokens taps)
{
    /// <summary>Takes the member's next event; null when there is none to take now.</summary>
    /// <exception cref="TurnFailed">The event cannot be taken; it names the row, so that it can be tried again or parked.</exception>
    public TurnTaken? TakeNext(Unit unit, string memberId, DateTimeOffset now)
    {
        if (unit.Inbox.Next(memberId, now) is not { } row) return null;
        try
        {
            return Take(unit, row, memberId, now);
        }
        catch (Exception bug) when (bug is not Conflict)
        {
            throw new TurnFailed(row.Seq, row.Attempts + 1, bug);
        }
    }

    private TurnTaken Take(Unit unit, InboxRow row, string memberId, DateTimeOffset now)
    {
        unit.Inbox.Done(row.Seq, now);
        var key = unit.Members.Key(memberId);
        var heard = Read(unit, row, key, now);
        if (heard.Incoming is not { } incoming || WasUnsent(unit, memberId, incoming)) return new TurnTaken(null);

        var before = unit.Conversations.Read(memberId, key);
        var (next, wished) = engine.Take(before, incoming, facts.Read(unit, memberId, key, incoming.Channel, now));
        unit.Conversations.Save(memberId, next, before.Revision, key);

        var about = new TurnContext(unit, memberId, key, row, incoming, heard.ReplyToken, next, now) { TokenAt = heard.TokenAt };
        effects.Remember(about);
        return new TurnTaken(effects.Write(about, wished));
    }

    private Heard Read(Unit unit, InboxRow row, MemberKey key, DateTimeOffset now) => row.Channel switch
    {
        WebInbound.ChannelName => new Heard(WebInbound.Read(row.Raw, row.At, taps), null),
        CardAnswers.ChannelName => new Heard(CardAnswers.Read(row.Raw, row.At), null),
        DeskEvent.ChannelName => DeskHeard(unit, row, key, now),
        DueTimers.ChannelName => new Heard(DueTimers.Read(row.Raw, row.At), null),
        _ => LineHeard(row),
    };

    /// <summary>What staff say goes out with the newest token of the person's that nobody used.</summary>
    private static Heard DeskHeard(Unit unit, InboxRow row, MemberKey key, DateTimeOffset now)
    {
        if (DeskInbound.Read(unit, row, key) is not { } incoming) return new Heard(null, null);
        var kept = incoming.Channel == Channel.Line ? ReplyTokens.Take(unit, row.MemberId, now, key) : null;
        return new Heard(incoming, kept?.Token) { TokenAt = kept?.At };
    }

    private Heard LineHeard(InboxRow row)
    {
        var inbound = LineInbound.Read(row.Raw, taps);
        return new Heard(inbound.Incoming, inbound.ReplyToken);
    }

    /// <summary>A message that was taken back before it reached us is as if it had never been sent.</summary>
    private static bool WasUnsent(Unit unit, string memberId, Incoming incoming) =>
        MessageIds.Of(incoming) is { } messageId && unit.Messages.IsUnsent(memberId, messageId);

    private readonly record struct Heard(Incoming? Incoming, string? ReplyToken)
    {
        /// <summary>When the token was made; null: when the event came.</summary>
        public DateTimeOffset? TokenAt { get; init; }
    }
}

/// <summary>A turn that was taken; <paramref name="Outgoing"/> is the row that may be sent once it is committed.</summary>
public sealed record TurnTaken(OutboxRow? Outgoing);

/// <summary>What the parts of a turn share.</summary>
public sealed record TurnContext(
    Unit Unit, string MemberId, MemberKey Key, InboxRow Row, Incoming Incoming, string? ReplyToken, Conversation Next, DateTimeOffset Now)
{
    /// <summary>LINE user id of somebody who was erased in this turn, for the receipt alone.</summary>
    public string? PushTo { get; init; }

    /// <summary>When the reply token was made; null: when the event came.</summary>
    public DateTimeOffset? TokenAt { get; init; }
}

/// <summary>An event threw. The transaction is gone; the row is retried, then parked.</summary>
public sealed class TurnFailed(long seq, int attempts, Exception bug) : Exception($"Inbox row {seq} could not be taken.", bug)
{
    public long Seq => seq;

    public int Attempts => attempts;

    /// <summary>The type of the exception: its message may hold a person's words, so it goes nowhere.</summary>
    public string Code => InnerException!.GetType().Name;
}

/// <summary>LINE's id of the message an incoming came as, where there is one.</summary>
public static class MessageIds
{
    public static string? Of(Incoming incoming) => incoming switch
    {
        Incoming.Words words => words.MessageId,
        Incoming.Media media => media.MessageId,
        Incoming.Located place => place.MessageId,
        _ => null,
    };
}
