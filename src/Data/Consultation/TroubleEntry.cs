using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>A こまりごと that was handed in. What it is about is sealed; that there is one, and since when, is not.</summary>
public sealed class TroubleEntry
{
    public required string MemberId { get; init; }

    /// <summary>Unique among the member's.</summary>
    public required string Key { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Null when it was taken back.</summary>
    public Sealed? Body { get; set; }
    public DateTimeOffset? TakenBackAt { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var trouble = model.Entity<TroubleEntry>().ToTable("trouble");
        trouble.HasKey(t => new { t.MemberId, t.Key });
        trouble.HasIndex(t => t.At);
        Mapping.OfMember(trouble, nameof(MemberId));
    }
}
