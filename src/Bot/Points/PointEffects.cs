using Concierge.Bot.Turns;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Points;

/// <summary>Does what a turn wished for about the point card. Nobody is asked here: that comes after the commit.</summary>
public static class PointEffects
{
    public static void Write(TurnContext turn, Effect.OfPoints wished)
    {
        var (unit, member, now) = (turn.Unit, turn.MemberId, turn.Now);
        switch (wished)
        {
            case Effect.AskCard ask: PointCards.Ask(unit, member, ask.Errand, ask.Card, turn.Incoming.Channel, now, turn.Key); break;
            case Effect.LinkCard link: PointCards.Link(unit, member, link.Errand, now, turn.Key); break;
            case Effect.UnlinkCard: PointCards.Unlink(unit, member, now); break;
            case Effect.CountTries count: PointCards.CountTries(unit, member, count.Tries, count.LockedUntil); break;
            case Effect.EndErrand end: PointCards.End(unit, member, end.Errand, end.Outcome, now); break;
            default: throw new InvalidOperationException($"PointEffects does not know {wished.GetType().Name}.");
        }
    }
}
