using Concierge.Core.FollowUp;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>When somebody is asked. What was answered stands sealed with all answers.</summary>
internal static class FollowUpMapping
{
    public static void Map(ModelBuilder model)
    {
        var wave = model.Entity<Wave>().ToTable("wave");
        wave.HasKey(w => new { w.MemberId, w.Series, w.Weeks });
        wave.Property(w => w.Occasion).HasConversion<string>();
        wave.Property(w => w.State).HasConversion<string>();
        wave.HasIndex(w => w.State, "wave_to_ring").HasFilter("state = 'ToRing'");
        Mapping.OfMember(wave, nameof(Wave.MemberId));
    }
}
