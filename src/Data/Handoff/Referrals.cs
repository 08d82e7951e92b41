using System.Globalization;
using System.Text;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>People who are led on to a partner body: within one transaction of whoever asks.</summary>
public static class Referrals
{
    /// <summary>Asks the person whether exactly this may be passed on. The question is asked on the city's own page.</summary>
    /// <param name="partner">Key in <c>data/partners.json</c>.</param>
    /// <param name="slip">What the partner would read.</param>
    /// <returns>Its id; null when there is no such case, or it is over.</returns>
    public static long? Propose(Unit unit, long caseId, string staff, string partner, string slip, DateTimeOffset now)
    {
        if (Cases.Find(unit, caseId) is not { IsOpen: true } one) return null;
        var referral = Referral.Propose(caseId, one.MemberId, partner, now);
        unit.Db.Add(referral).Property(HandoffMapping.Slip).CurrentValue = Seal(unit, one.MemberId, Fields.ReferralSlip, slip);
        unit.Db.SaveChanges();
        Tell(unit, referral, "Propose", staff, now);
        DeskEvent.Put(unit, one.MemberId, string.Create(CultureInfo.InvariantCulture, $"referral/{referral.Id}"), new DeskEvent(DeskEvent.Proposed, one.Number), now);
        return referral.Id;
    }

    /// <summary>Passed on, accepted, declined or closed; the person's own yes or no comes from the conversation.</summary>
    /// <exception cref="ArgumentException">It is the person's to say.</exception>
    /// <param name="outcome">What came of it, in a few words; kept sealed. Null: nothing is written down.</param>
    public static Referring Move(Unit unit, long id, Referral.On on, string staff, string? outcome, int expectedRevision, DateTimeOffset now)
    {
        if (on is Referral.On.Consent or Referral.On.Refuse) throw new ArgumentException("Only the person agrees or refuses.", nameof(on));
        if (unit.Db.Set<Referral>().SingleOrDefault(r => r.Id == id) is not { } referral) return new Referring.Unknown();
        if (referral.Revision != expectedRevision) return new Referring.Changed(referral.Revision);
        var done = referral.Move(on, now);
        if (done is not Referring.Done) return done;
        if (outcome is not null) unit.Db.Entry(referral).Property(HandoffMapping.Outcome).CurrentValue = Seal(unit, referral.MemberId, Fields.ReferralOutcome, outcome);
        Save(unit, referral);
        Tell(unit, referral, on.ToString(), staff, now);
        return done;
    }

    /// <summary>Of one case, oldest first, opened.</summary>
    public static IReadOnlyList<OpenedReferral> Of(Unit unit, long caseId) =>
        [.. unit.Db.Set<Referral>().Where(r => r.CaseId == caseId).OrderBy(r => r.Id).AsEnumerable().Select(r => Open(unit, r))];

    /// <param name="referral">As it was read here, tracked: what is sealed lies beside it.</param>
    public static OpenedReferral Open(Unit unit, Referral referral) => Opened(unit, referral, unit.Members.Key(referral.MemberId));

    internal static Proposal? Proposed(Unit unit, string memberId, MemberKey key) =>
        unit.Db.Set<Referral>().Where(r => r.MemberId == memberId && r.State == ReferralState.Proposed).OrderBy(r => r.Id).FirstOrDefault() is { } referral
            ? new Proposal(referral.Id, referral.Partner, Opened(unit, referral, key).Slip)
            : null;

    internal static void Answer(Unit unit, string memberId, Effect.AnswerReferral answer, DateTimeOffset now)
    {
        if (unit.Db.Set<Referral>().SingleOrDefault(r => r.Id == answer.Referral && r.MemberId == memberId) is not { } referral) return;
        var on = answer.Given ? Referral.On.Consent : Referral.On.Refuse;
        if (referral.Move(on, now) is not Referring.Done) return;
        Save(unit, referral);
        Tell(unit, referral, on.ToString(), null, now);
    }

    private static void Save(Unit unit, Referral referral)
    {
        try
        {
            unit.Db.SaveChanges();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Conflict($"Referral {referral.Id} has been changed meanwhile.");
        }
    }

    private static void Tell(Unit unit, Referral referral, string what, string? staff, DateTimeOffset now)
    {
        unit.Db.Add(new CaseEventEntry { CaseId = referral.CaseId, MemberId = referral.MemberId, At = now, What = "Referral" + what, Staff = staff });
        unit.Feed.Add(now, $"referral-{what.ToLowerInvariant()}", referral.MemberId, referral.CaseId);
    }

    private static OpenedReferral Opened(Unit unit, Referral referral, MemberKey key)
    {
        var entry = unit.Db.Entry(referral);
        var outcome = (Sealed?)entry.Property(HandoffMapping.Outcome).CurrentValue;
        return new OpenedReferral(
            referral,
            Encoding.UTF8.GetString(unit.Vault.Open(key, Fields.ReferralSlip, (Sealed)entry.Property(HandoffMapping.Slip).CurrentValue!)),
            outcome is { } known ? Encoding.UTF8.GetString(unit.Vault.Open(key, Fields.ReferralOutcome, known)) : null);
    }

    private static Sealed Seal(Unit unit, string memberId, string field, string text) => unit.Vault.Seal(unit.Members.Key(memberId), field, Encoding.UTF8.GetBytes(text));
}

/// <summary>A referral with what is sealed beside it.</summary>
public sealed record OpenedReferral(Referral Referral, string Slip, string? Outcome)
{
    // Records print themselves, and a slip must reach no log.
    public override string ToString() => $"{nameof(OpenedReferral)} {Referral.Id}";
}
