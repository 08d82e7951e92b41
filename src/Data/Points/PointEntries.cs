using Concierge.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>A member's point card, and how often one was tried in vain.</summary>
public sealed class PointCardEntry
{
    public required string MemberId { get; init; }

    /// <summary>Number and birth date; null when none is linked.</summary>
    public Sealed? Card { get; set; }
    public DateTimeOffset? LinkedAt { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var card = model.Entity<PointCardEntry>().ToTable("point_card");
        card.HasKey(c => c.MemberId);
        Mapping.OfMember(card, nameof(MemberId));
    }
}

/// <summary>A question to the operator of the card, until its answer has been taken.</summary>
public sealed class ErrandEntry
{
    public required string MemberId { get; init; }

    /// <summary>Unique among the member's.</summary>
    public required string Key { get; init; }

    /// <summary>Number and birth date to ask with.</summary>
    public required Sealed Card { get; init; }

    /// <summary>True: the card is tried for the first time.</summary>
    public required bool Links { get; init; }

    /// <summary>Where the person waits.</summary>
    public required Channel Channel { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public int Attempts { get; set; }

    /// <summary>When it may next be tried; null when the answer lies in the inbox.</summary>
    public DateTimeOffset? NextAt { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var errand = model.Entity<ErrandEntry>().ToTable("errand");
        errand.HasKey(e => new { e.MemberId, e.Key });
        errand.HasIndex(e => e.NextAt);
        Mapping.OfMember(errand, nameof(MemberId));
    }
}

/// <summary>Tries of a card that did not match, by whomever.</summary>
public sealed class CardTryEntry
{
    /// <summary>Its number, blinded.</summary>
    public required string Card { get; init; }
    public required int Tries { get; set; }

    /// <summary>A day after the last try that was let through.</summary>
    public required DateTimeOffset ForgetAt { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var tried = model.Entity<CardTryEntry>().ToTable("card_try");
        tried.HasKey(t => t.Card);
        tried.HasIndex(t => t.ForgetAt);
    }
}

/// <summary>That a card was asked about: who, when and what came of it; no number and no points.</summary>
public sealed class LookUpEntry
{
    public long Seq { get; init; }
    public required string MemberId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>found, no-match, silent, linked or unlinked.</summary>
    public required string Outcome { get; init; }

    internal static void Map(ModelBuilder model)
    {
        var lookUp = model.Entity<LookUpEntry>().ToTable("look_up");
        lookUp.HasKey(l => l.Seq);
        lookUp.HasIndex(l => new { l.MemberId, l.Seq });
        Mapping.OfMember(lookUp, nameof(MemberId));
    }
}
