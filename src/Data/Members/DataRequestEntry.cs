using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What somebody may ask of us by law. Stored by name.</summary>
public enum DataRequestKind
{
    /// <summary>開示: everything that is stored of them.</summary>
    Export,

    /// <summary>消去: everything is erased.</summary>
    Erasure,
}

/// <summary>How staff made sure that it is the person who asks. Stored by name.</summary>
public enum IdentityProof { IdCard, TwoLetters, CalledBack, FromTheirLine }

/// <summary>A person's request about their own data. It outlives them: that it was asked and done must be shown later.</summary>
public sealed class DataRequestEntry
{
    public required string Id { get; init; }

    /// <summary>Null when they have been erased.</summary>
    public string? MemberId { get; set; }
    public required DataRequestKind Kind { get; init; }
    public required IdentityProof IdentityCheckedBy { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the member of staff.</summary>
    public required string TakenBy { get; init; }
    public DateTimeOffset? CompletedAt { get; set; }
    public string? CompletedBy { get; set; }

    /// <summary>Number of the receipt of an erasure.</summary>
    public string? Receipt { get; set; }

    /// <summary>Grows with every change; whoever changes an older state is refused.</summary>
    public required int Revision { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var request = model.Entity<DataRequestEntry>().ToTable("data_request");
        request.HasKey(r => r.Id);
        request.HasIndex(r => r.At);
        request.Property(r => r.Kind).HasConversion<string>();
        request.Property(r => r.IdentityCheckedBy).HasConversion<string>();
        request.Property(r => r.Revision).IsConcurrencyToken();
        Mapping.OfMember(request, nameof(MemberId));
    }
}
