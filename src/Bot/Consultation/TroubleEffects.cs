using Concierge.Bot.Turns;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Consultation;

/// <summary>Does what a turn wished for about a こまりごと.</summary>
public static class TroubleEffects
{
    public static void Write(TurnContext turn, Effect.OfTrouble wished)
    {
        switch (wished)
        {
            case Effect.HandIn handed: Troubles.Keep(turn.Unit, turn.MemberId, handed.Trouble, turn.Key); break;
            case Effect.TakeBack taken: Troubles.TakeBack(turn.Unit, turn.MemberId, taken.Trouble, turn.Now); break;
            default: throw new InvalidOperationException($"TroubleEffects does not know {wished.GetType().Name}.");
        }
    }
}
