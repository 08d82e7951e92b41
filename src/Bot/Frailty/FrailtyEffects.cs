using Concierge.Bot.Turns;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Frailty;

/// <summary>Does what からだチェック wished for.</summary>
public static class FrailtyEffects
{
    public static void Write(TurnContext turn, Effect.OfFrailty wished)
    {
        switch (wished)
        {
            case Effect.KeepFinding keep: KeptFindings.Keep(turn.Unit, turn.MemberId, keep.Finding, turn.Key); break;
            default: throw new InvalidOperationException($"FrailtyEffects does not know {wished.GetType().Name}.");
        }
    }
}
