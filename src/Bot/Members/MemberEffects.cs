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
            case Effect.SuspendConsent apart:
                turn.Unit.Consents.Add(turn.MemberId, new Consent(apart.Purpose, apart.Text, Given: false, turn.Now, Consents.Joining));
                return turn;
            case Effect.Count count:
                Tally.Add(turn.Unit, count.Kind, turn.Now);
                return turn;
            case Effect.Erase erase:
                return Erase(turn, erase.Receipt);
            case Effect.CountJoinTry:
                JoinCodes.CountTry(turn.Unit, turn.MemberId, turn.Now);
                return turn;
            case Effect.Join join:
                return Join(turn, join.Code);
            default:
                throw new InvalidOperationException($"MemberEffects does not know {effect.GetType().Name}.");
        }
    }

    /// <summary>Staff who speak with the visitor speak with the person from now on.</summary>
    private static TurnContext Join(TurnContext turn, string code)
    {
        var (unit, next) = (turn.Unit, turn.Next);
        var visitor = JoinCodes.Find(unit, code, turn.Now) ?? throw new InvalidOperationException("The code leads nowhere, and it did when this turn was decided.");
        var owner = unit.Conversations.Read(visitor, unit.Members.Key(visitor)).Owner;
        Joining.Into(unit, visitor, turn.MemberId, turn.Now);
        if (owner == Owner.Bot || next.Owner != Owner.Bot) return turn;
        unit.Conversations.ChangeOwner(turn.MemberId, owner, next.Epoch);
        return turn with { Next = next with { Owner = owner, Epoch = next.Epoch + 1, Revision = next.Revision + 1 } };
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
        Erasures.Add(unit, receipt, turn.MemberId, turn.Now);
        Erasing.Everything(unit, turn.MemberId);
        unit.Feed.Add(turn.Now, "erased", null, null);
        return turn with { MemberId = bearer, Key = unit.Members.Key(bearer), Next = Conversation.New, PushTo = pushTo };
    }
}
