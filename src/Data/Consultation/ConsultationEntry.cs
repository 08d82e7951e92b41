using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>How somebody came to the desk. Stored by name.</summary>
public enum ConsultationWay { WalkIn, Telephone, Line }

/// <summary>What it was about, in the first place. Stored by name.</summary>
public enum ConsultationTheme { Work, Volunteering, Seminar, Health, PointCard, Phone, Other }

/// <summary>One consultation in the desk's log. It outlives the member whom it was held with: then nothing of them is left in it.</summary>
public sealed class ConsultationEntry
{
    public required string Id { get; init; }
    public required DateTimeOffset At { get; set; }
    public required ConsultationWay Way { get; set; }
    public required ConsultationTheme Theme { get; set; }
    public required int Minutes { get; set; }

    /// <summary>Sealed with the key of the member, so that it goes with them; of nobody in particular with the system's.</summary>
    public Sealed? Note { get; set; }
    public string? MemberId { get; set; }

    /// <summary>Id of the member of staff.</summary>
    public required string TakenBy { get; init; }

    /// <summary>Grows with every change; whoever changes an older state is refused.</summary>
    public required int Revision { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var consultation = model.Entity<ConsultationEntry>().ToTable("consultation");
        consultation.HasKey(c => c.Id);
        consultation.HasIndex(c => c.At);
        consultation.Property(c => c.Way).HasConversion<string>();
        consultation.Property(c => c.Theme).HasConversion<string>();
        consultation.Property(c => c.Revision).IsConcurrencyToken();
        Mapping.OfMember(consultation, nameof(MemberId));
    }
}
