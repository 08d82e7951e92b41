using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>One check that a member has done. The form's name says which questions were asked, not what was answered.</summary>
public sealed class FindingEntry
{
    public long Id { get; init; }
    public required string MemberId { get; init; }
    public required string Form { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Sealed Body { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var finding = model.Entity<FindingEntry>().ToTable("finding");
        finding.HasKey(f => f.Id);
        finding.HasIndex(f => new { f.MemberId, f.Id });
        Mapping.OfMember(finding, nameof(MemberId));
    }
}
