using Concierge.Bot.Board;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.Extensions.Options;

namespace Concierge.Bot.Turns;

/// <summary>Reads what a turn may know, on the writer's connection, so that it cannot be stale.</summary>
public sealed class FactsReader(IOptions<PrivacyOptions> privacy, IOptions<DeskOptions> desk, PostShelf shelf)
{
    public Facts Read(Unit unit, string memberId, MemberKey key, Channel channel, DateTimeOffset now)
    {
        // Only LINE's answers can be lost on the way; the page reads them from the conversation.
        var unheard = channel == Channel.Line && unit.Outbox.HasHeld(memberId);
        if (unheard) unit.Outbox.ClearHeld(memberId);
        return new Facts(now, privacy.Value.PrivateQuestions, unit.Answers.Of(memberId, key), unheard, desk.Value.Contact)
        {
            Consents = new(() => unit.Consents.Of(memberId)),
            Receipt = new(() => Erasures.NextNumber(unit, now)),
            Joining = new(() => JoinCodes.Facts(unit, memberId, now)),
            Board = new(() => shelf.For(unit, memberId, now)),
            Seminars = new(() => Rosters.Facts(unit, memberId, now)),
            Troubles = new(() => Troubles.Of(unit, memberId, key)),
            Card = new(() => PointCards.Of(unit, memberId, key)),
            Handoff = new(() => Cases.Facts(unit, memberId, key)),
            StaffReplies = privacy.Value.StaffReplies,
            FollowUp = new(() => FollowUps.Facts(unit, memberId)),
            Findings = new(() => KeptFindings.Of(unit, memberId, key)),
        };
    }
}
