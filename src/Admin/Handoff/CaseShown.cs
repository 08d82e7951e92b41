using Concierge.Core.Handoff;
using Concierge.Data;

namespace Concierge.Admin.Handoff;

/// <summary>A case, as staff see it.</summary>
/// <param name="Number">Counted for each person, from 1.</param>
/// <param name="State">requested, queued, offered, accepted, active, waitingForCitizen, resolved, returned, declined, expired or withdrawn.</param>
/// <param name="Trigger">asked, safety, unclear or offer.</param>
/// <param name="Level">desk or council.</param>
/// <param name="Holder">Id of the member of staff who has it, or to whom it is offered.</param>
/// <param name="AnswerBy">By when the person was told that somebody answers.</param>
/// <param name="CitizenWaits">The person spoke last, or nobody has answered yet.</param>
/// <param name="Rating">good, fair or poor; null: not said.</param>
public sealed record CaseShown(
    long Id, string Member, int Number, string State, string Trigger, string Level, bool Urgent, string? Holder, string? HolderName,
    DateTimeOffset AskedAt, DateTimeOffset AnswerBy, DateTimeOffset? AnsweredAt, DateTimeOffset? EndedAt, bool CitizenWaits, string? Rating, int Revision)
{
    public static CaseShown Of(HandoffCase one, string? holderName) => new(
        one.Id, one.MemberId, one.Number, Names.Of(one.State), Names.Of(one.Trigger), Names.Of(one.Level), one.Urgent, one.Holder, holderName,
        one.AskedAt, one.AnswerBy, one.AnsweredAt, one.EndedAt, one.CitizenWaits, one.Rating is { } rating ? Names.Of(rating) : null, one.Revision);
}
