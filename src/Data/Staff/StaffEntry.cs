using Concierge.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Somebody who works here. Their name is no secret: citizens are told it.</summary>
public sealed class StaffEntry
{
    public required string Id { get; init; }

    /// <summary>What they sign in with, in small letters.</summary>
    public required string Login { get; set; }
    public required string Name { get; set; }
    public required Role Role { get; set; }

    /// <summary>Of a partner: the area or body it is for, as posts name it; null for all others.</summary>
    public string? Scope { get; set; }
    public string? PasswordHash { get; set; }

    /// <summary>Changes with every change of password, role or device: whoever is signed in with an older one is signed out.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Of the one-time codes; sealed with the system key. Null until a device is set up.</summary>
    public Sealed? AuthenticatorKey { get; set; }
    public required bool TwoFactor { get; set; }

    /// <summary>The first password was made by somebody else and is to be changed.</summary>
    public required bool MustChangePassword { get; set; }
    public required int FailedTries { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public required bool Enabled { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Grows with every change; whoever changes an older state is refused.</summary>
    public required int Revision { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var staff = model.Entity<StaffEntry>().ToTable("staff");
        staff.HasKey(s => s.Id);
        staff.HasIndex(s => s.Login).IsUnique();
        staff.Property(s => s.Role).HasConversion<string>();
        staff.Property(s => s.Revision).IsConcurrencyToken();
    }
}
