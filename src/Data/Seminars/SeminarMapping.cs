using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Seminars and reservations. Who comes is known by member id alone; what names or tells of somebody is sealed beside it.</summary>
internal static class SeminarMapping
{
    /// <summary>Names of those who hold a frailty check; what somebody wrote who came. Sealed, so they are not the entities' own.</summary>
    public const string Supporters = "Supporters", Comment = "Comment";

    public static void Map(ModelBuilder model)
    {
        var seminar = model.Entity<Seminar>().ToTable("seminar", table =>
        {
            table.HasCheckConstraint("seminar_on_site_taken", "on_site_taken BETWEEN 0 AND on_site_seats");
            table.HasCheckConstraint("seminar_online_taken", "online_taken BETWEEN 0 AND online_seats");
        });
        seminar.HasKey(s => s.Id);
        seminar.Property(s => s.State).HasConversion<string>();
        seminar.Property(s => s.Kind).HasConversion<string>();
        seminar.Property<Sealed?>(Supporters);
        // Whoever decided on other words than stand there now decides again.
        seminar.Property(s => s.Revision).IsConcurrencyToken();
        // The guard of the last seat: whoever saves on an older count has lost.
        seminar.Property(s => s.OnSiteTaken).IsConcurrencyToken();
        seminar.Property(s => s.OnlineTaken).IsConcurrencyToken();

        var kept = model.Entity<SeminarKept>().ToTable("seminar_kept");
        kept.HasKey(k => k.SeminarId);
        kept.HasOne<Seminar>().WithMany().HasForeignKey(k => k.SeminarId).OnDelete(DeleteBehavior.Restrict);
        BroadcastMapping.AsJson(kept.Property(k => k.Counts));

        var reservation = model.Entity<Reservation>().ToTable("reservation");
        reservation.HasKey(r => r.Id);
        reservation.Property(r => r.How).HasConversion<string>();
        reservation.Property(r => r.State).HasConversion<string>();
        reservation.Property(r => r.Rating).HasConversion<string>();
        reservation.Property<Sealed?>(Comment);
        reservation.HasOne<Seminar>().WithMany().HasForeignKey(r => r.SeminarId).OnDelete(DeleteBehavior.Restrict);
        Mapping.OfMember(reservation, nameof(Reservation.MemberId));
        reservation.HasIndex(r => r.MemberId);
        reservation.HasIndex(r => new { r.SeminarId, r.MemberId }, "reservation_live").IsUnique().HasFilter("state IN ('Reserved', 'Waiting', 'Offered', 'Attended')");
    }
}
