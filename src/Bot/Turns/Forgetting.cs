using Concierge.Bot.Line;
using Concierge.Data;

namespace Concierge.Bot.Turns;

/// <summary>
/// A message was taken back: its words go, and what we made of them. Acts that were completed meanwhile stay.
/// Source: Messaging API reference, "Unsend event": the message must not be seen or used in the future.
/// </summary>
internal static class Forgetting
{
    public static void Of(TurnContext turn, string messageId, TapTokens taps)
    {
        var (unit, member) = (turn.Unit, turn.MemberId);
        unit.Messages.Tombstone(member, messageId, turn.Now);
        Troubles.Blank(unit, member, messageId, turn.Key);
        KeptFindings.Blank(unit, member, messageId, turn.Key);
        unit.Messages.Blank(member, messageId);
        ForgetParked(turn, messageId, taps);

        // We quote nothing but answers. Where one was taken from the message, anything that we said since may quote it.
        var quoted = unit.Answers.BlankFrom(member, messageId) > 0;
        if (unit.Messages.EventOf(member, messageId) is not { } eventId) return;
        unit.Messages.BlankReplies(member, eventId, later: quoted);
        unit.Outbox.Recall(member, Arrival.Keys(turn.Row.Channel, eventId), all: quoted, turn.Now);
    }

    /// <summary>The message may lie in an event that could not be handled.</summary>
    private static void ForgetParked(TurnContext turn, string messageId, TapTokens taps)
    {
        foreach (var row in turn.Unit.Inbox.Parked(turn.MemberId))
            if (row.Channel == turn.Row.Channel && LineInbound.Read(row.Raw, taps).Incoming is { } said && MessageIds.Of(said) == messageId)
                turn.Unit.Inbox.Done(row.Seq, turn.Now);
    }
}
