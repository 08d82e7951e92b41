using Concierge.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>A key for programs. The token itself is shown once and stored nowhere: it has 256 bits, so a plain hash of it gives nothing away.</summary>
public sealed class TokenEntry
{
    public required string Id { get; init; }

    /// <summary>What it is for, e.g. 窓口の電話受付表.</summary>
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }
    public required Role Role { get; init; }
    public string? Scope { get; init; }

    /// <summary>Whose it is; null for a program's own.</summary>
    public string? StaffId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var token = model.Entity<TokenEntry>().ToTable("token");
        token.HasKey(t => t.Id);
        token.HasIndex(t => t.Hash).IsUnique();
        token.Property(t => t.Role).HasConversion<string>();
        token.HasOne<StaffEntry>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
