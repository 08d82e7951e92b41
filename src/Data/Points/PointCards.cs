using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Points;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Cards that members have linked. Number and birth date are sealed, wherever they lie.</summary>
public static class PointCards
{
    public static CardStanding Of(Unit unit, string memberId, MemberKey key)
    {
        var entry = unit.Db.Set<PointCardEntry>().Find(memberId);
        var last4 = entry?.Card is { } card ? Open(unit, key, Fields.PointCard, card).Last4 : null;
        return new CardStanding(last4, entry?.Tries ?? 0, entry?.LockedUntil, unit.Db.Set<ErrandEntry>().Any(errand => errand.MemberId == memberId));
    }

    /// <summary>Puts a question to the operator down; it is asked once this is committed.</summary>
    /// <param name="card">To be tried; null for the linked one.</param>
    public static void Ask(Unit unit, string memberId, string errand, PointCard? card, Channel channel, DateTimeOffset now, MemberKey key)
    {
        if ((card ?? Linked(unit, memberId, key)) is not { } asked) return;
        unit.Db.Add(new ErrandEntry
        {
            MemberId = memberId,
            Key = errand,
            Card = Seal(unit, key, Fields.ErrandCard, asked),
            Links = card is not null,
            Channel = channel,
            AskedAt = now,
            NextAt = now,
        });
    }

    public static void Link(Unit unit, string memberId, string errand, DateTimeOffset now, MemberKey key)
    {
        if (unit.Db.Set<ErrandEntry>().Find(memberId, errand) is not { } asked) return;
        var entry = EntryOf(unit, memberId);
        entry.Card = Seal(unit, key, Fields.PointCard, Open(unit, key, Fields.ErrandCard, asked.Card));
        entry.LinkedAt = now;
        Note(unit, memberId, now, "linked");
    }

    public static void Unlink(Unit unit, string memberId, DateTimeOffset now)
    {
        var entry = EntryOf(unit, memberId);
        (entry.Card, entry.LinkedAt) = (null, null);
        Note(unit, memberId, now, "unlinked");
    }

    public static void CountTries(Unit unit, string memberId, int tries, DateTimeOffset? lockedUntil)
    {
        var entry = EntryOf(unit, memberId);
        (entry.Tries, entry.LockedUntil) = (tries, lockedUntil);
    }

    /// <summary>The answer is taken: the question goes, a row for the audit stays.</summary>
    public static void End(Unit unit, string memberId, string errand, string outcome, DateTimeOffset now)
    {
        if (unit.Db.Set<ErrandEntry>().Find(memberId, errand) is not { } asked) return;
        unit.Db.Remove(asked);
        Note(unit, memberId, now, outcome);
    }

    /// <summary>To another member: a card that is linked there stays. Neither lock is shortened.</summary>
    public static void Move(Unit unit, MemberKey from, MemberKey to)
    {
        if (unit.Db.Set<PointCardEntry>().Find(from.MemberId) is not { } entry) return;
        var kept = EntryOf(unit, to.MemberId);
        if (kept.Card is null && entry.Card is { } card) (kept.Card, kept.LinkedAt) = (unit.Vault.Seal(to, Fields.PointCard, unit.Vault.Open(from, Fields.PointCard, card)), entry.LinkedAt);
        kept.Tries = Math.Max(kept.Tries, entry.Tries);
        if (entry.LockedUntil is { } until && !(kept.LockedUntil >= until)) kept.LockedUntil = until;
        unit.Db.Remove(entry);
    }

    internal static PointCard Open(Unit unit, MemberKey key, string field, Sealed card) => JsonSerializer.Deserialize<PointCard>(unit.Vault.Open(key, field, card))!;

    private static PointCard? Linked(Unit unit, string memberId, MemberKey key) =>
        unit.Db.Set<PointCardEntry>().Find(memberId)?.Card is { } card ? Open(unit, key, Fields.PointCard, card) : null;

    private static PointCardEntry EntryOf(Unit unit, string memberId)
    {
        if (unit.Db.Set<PointCardEntry>().Find(memberId) is { } known) return known;
        var entry = new PointCardEntry { MemberId = memberId };
        unit.Db.Add(entry);
        return entry;
    }

    private static void Note(Unit unit, string memberId, DateTimeOffset now, string outcome) =>
        unit.Db.Add(new LookUpEntry { MemberId = memberId, At = now, Outcome = outcome });

    private static Sealed Seal(Unit unit, MemberKey key, string field, PointCard card) => unit.Vault.Seal(key, field, JsonSerializer.SerializeToUtf8Bytes(card));
}
