using Concierge.Core.Members;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>One entry of a person's ledger of consents. Append-only.</summary>
public sealed class ConsentEntry
{
    public long Id { get; init; }
    public required string MemberId { get; init; }
    public required Purpose Purpose { get; init; }

    /// <summary>Version of the words that were read.</summary>
    public required string Text { get; init; }
    public required bool Given { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The person, or staff who wrote it down for them.</summary>
    public required string GivenBy { get; init; }
}

/// <summary>How often something happened on a day. Names nobody.</summary>
public sealed class TallyEntry
{
    /// <summary>By the clocks of Tokyo: 2026-11-24.</summary>
    public required string Day { get; init; }
    public required string Kind { get; init; }
    public required long Times { get; set; }
}

/// <summary>
/// That somebody was erased. Nothing of them is in it: the hash finds them again in a backup, so that they are erased there too.
/// </summary>
public sealed class ErasureEntry
{
    /// <summary>Of the receipt.</summary>
    public required string Number { get; init; }

    /// <summary>SHA-256 of the member's id.</summary>
    public required byte[] MemberHash { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>True when it stands in the file outside the database, too.</summary>
    public required bool Kept { get; set; }
}

internal static class MemberTables
{
    public static void Map(ModelBuilder model)
    {
        var consent = model.Entity<ConsentEntry>().ToTable("consent");
        consent.HasKey(c => c.Id);
        consent.HasIndex(c => new { c.MemberId, c.Id });
        consent.Property(c => c.Purpose).HasConversion<string>();
        Mapping.OfMember(consent, nameof(ConsentEntry.MemberId));

        model.Entity<TallyEntry>().ToTable("tally").HasKey(t => new { t.Day, t.Kind });
        model.Entity<ErasureEntry>().ToTable("erasure").HasKey(e => e.Number);
    }
}
