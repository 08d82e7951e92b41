using Concierge.Bot.Turns;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Data;

namespace Concierge.Bot.Members;

/// <summary>Consents, counts and leaving, in the turn's own transaction.</summary>
public sealed class MemberEffects(NewId newId)
{
    /// <returns>For whom the turn goes on: after an erasure somebody who has only the receipt.</returns>
    public TurnContext Write(TurnContext turn, Effect.OfMember effect)
    {
        switch (effect)
        {
            case Effect.RecordConsent given:
                turn.Unit.Consents.Add(turn.MemberId, new Consent(given.Purpose, given.Text, given.Given, turn.Now, Consents.Member));
                return turn;
            case Effect.Count count:
                Tally.Add(turn.Unit, count.Kind, turn.Now);
                return turn;
            case Effect.Erase erase:
                return Erase(turn, erase.Receipt);
            default:
                throw new InvalidOperationException($"MemberEffects does not know {effect.GetType().Name}.");
        }
    }

    /// <summary>
    /// The receipt must still arrive when nobody is left to send it to: a nameless bearer holds it, and on LINE goes with
    /// it. On the page the bearer is whoever goes on there: a stranger.
    /// </summary>
    private TurnContext Erase(TurnContext turn, string receipt)
    {
        var unit = turn.Unit;
        var pushTo = turn.Incoming.Channel == Channel.Line ? unit.Members.LineUserId(turn.MemberId) : null;
        var bearer = unit.Members.AddAnonymous(turn.Now, () => newId());
        if (turn.Incoming.Channel == Channel.Web) unit.PageSessions.Move(turn.MemberId, bearer);
        Erasures.Add(unit, receipt, Erasures.HashOf(turn.MemberId), turn.Now);
        Erasing.Everything(unit, turn.MemberId);
        unit.Feed.Add(turn.Now, "erased", null, null);
        return turn with { MemberId = bearer, Key = unit.Members.Key(bearer), Next = Conversation.New, PushTo = pushTo };
    }
}
