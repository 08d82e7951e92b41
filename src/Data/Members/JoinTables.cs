using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>The code that a visitor sees on their page; at most one each.</summary>
public sealed class JoinCodeEntry
{
    public required string MemberId { get; init; }
    public required byte[] CodeHash { get; init; }
    public required byte[] Nonce { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>That a member sent a code in vain. Not which.</summary>
public sealed class JoinTryEntry
{
    public long Id { get; init; }
    public required string MemberId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>That a visitor's record has become this member's.</summary>
public sealed class JoinedEntry
{
    public long Id { get; init; }
    public required string MemberId { get; init; }

    /// <summary>SHA-256 of the visitor's id: in a backup of before, what belongs to the member stands under it.</summary>
    public required byte[] VisitorHash { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal static class JoinTables
{
    public static void Map(ModelBuilder model)
    {
        var code = model.Entity<JoinCodeEntry>().ToTable("join_code");
        code.HasKey(c => c.MemberId);
        code.HasIndex(c => c.CodeHash).IsUnique();
        Mapping.OfMember(code, nameof(JoinCodeEntry.MemberId));

        var tried = model.Entity<JoinTryEntry>().ToTable("join_try");
        tried.HasKey(t => t.Id);
        tried.HasIndex(t => new { t.MemberId, t.At });
        Mapping.OfMember(tried, nameof(JoinTryEntry.MemberId));

        var joined = model.Entity<JoinedEntry>().ToTable("joined");
        joined.HasKey(j => j.Id);
        joined.HasIndex(j => j.MemberId);
        Mapping.OfMember(joined, nameof(JoinedEntry.MemberId));
    }
}
