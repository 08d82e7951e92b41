using Concierge.Core.Conversations;
using Concierge.Core.Points;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Questions to the operator of the card, as whoever asks them sees them. Rows, so that no restart loses one.</summary>
public static class Errands
{
    /// <summary>Members of whom something is to be asked now, the longest waiting first.</summary>
    public static IReadOnlyList<string> MembersDue(Unit unit, DateTimeOffset now, int max) =>
        [.. unit.Db.Set<ErrandEntry>().Where(e => e.NextAt <= now).OrderBy(e => e.NextAt).Take(max).Select(e => e.MemberId).AsEnumerable().Distinct()];

    public static bool IsDue(Unit unit, string memberId, DateTimeOffset now) => unit.Db.Set<ErrandEntry>().Any(e => e.MemberId == memberId && e.NextAt <= now);

    /// <summary>Takes one in hand; when nothing comes of it, it is due again at <paramref name="leaseUntil"/>.</summary>
    public static Errand? Claim(Unit unit, string memberId, DateTimeOffset now, DateTimeOffset leaseUntil)
    {
        var entry = unit.Db.Set<ErrandEntry>().Where(e => e.MemberId == memberId && e.NextAt <= now).OrderBy(e => e.NextAt).FirstOrDefault();
        if (entry is null || unit.Members.KeyIfAny(memberId) is not { } key) return null;
        var card = PointCards.Open(unit, key, Fields.ErrandCard, entry.Card);
        var refused = entry is { Links: true, Attempts: 0 } && !CardTries.Take(unit, card.Number, now);
        // Not an attempt: should this process die now, the next one refuses it as well.
        if (!refused) entry.Attempts++;
        entry.NextAt = leaseUntil;
        return new Errand(memberId, entry.Key, card, entry.Links, entry.Channel, entry.AskedAt, entry.Attempts, refused);
    }

    public static void TryAgain(Unit unit, Errand errand, DateTimeOffset at)
    {
        if (unit.Db.Set<ErrandEntry>().Find(errand.MemberId, errand.Key) is { NextAt: not null } entry) entry.NextAt = at;
    }

    /// <returns>False when somebody else has brought an answer meanwhile.</returns>
    public static bool Answered(Unit unit, Errand errand)
    {
        if (unit.Db.Set<ErrandEntry>().Find(errand.MemberId, errand.Key) is not { NextAt: not null } entry) return false;
        entry.NextAt = null;
        return true;
    }
}

/// <param name="Attempts">Including the one under way.</param>
/// <param name="Refused">The card was tried too often, by whomever: the operator is not asked, and the answer is that of any card that does not match.</param>
public sealed record Errand(string MemberId, string Key, PointCard Card, bool Links, Channel Channel, DateTimeOffset AskedAt, int Attempts, bool Refused)
{
    public override string ToString() => $"{nameof(Errand)} {Key}";
}
