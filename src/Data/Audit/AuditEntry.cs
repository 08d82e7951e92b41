using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Who did or saw what, and when: never a value. Each entry holds the hash of the one before it.</summary>
public sealed class AuditEntry
{
    /// <summary>Without a gap from 1.</summary>
    public required long Seq { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the member of staff or of the token; <c>command</c> for the command line.</summary>
    public required string Actor { get; init; }

    /// <summary>e.g. <c>read</c>, <c>claim</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: kind and id, e.g. <c>member/0193…</c>.</summary>
    public required string Target { get; init; }

    /// <summary>Which fields, by name, with commas; empty when that goes without saying.</summary>
    public required string Fields { get; init; }
    public required byte[] Previous { get; init; }
    public required byte[] Hash { get; init; }

    internal static void Map(ModelBuilder model)
    {
        // No foreign key: the trail outlives whom it tells of.
        var audit = model.Entity<AuditEntry>().ToTable("audit");
        audit.HasKey(a => a.Seq);
        audit.Property(a => a.Seq).ValueGeneratedNever();
        audit.HasIndex(a => a.Target);

        var head = model.Entity<AuditHeadEntry>().ToTable("audit_head");
        head.HasKey(h => h.Id);
        head.Property(h => h.Id).ValueGeneratedNever();
        head.HasData(new AuditHeadEntry { Id = 1, Seq = 0, Hash = [] });
    }
}

/// <summary>The end of the chain, in one row: its lock puts those who append in an order.</summary>
public sealed class AuditHeadEntry
{
    public required int Id { get; init; }
    public required long Seq { get; set; }
    public required byte[] Hash { get; set; }
}
