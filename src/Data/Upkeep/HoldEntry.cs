using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Since then nothing is sent, until somebody of the staff has looked and released it: after a restore what waits may long have been said.</summary>
public sealed class HoldEntry
{
    public required int Id { get; init; }
    public required DateTimeOffset Since { get; set; }

    /// <summary>Of the backup that was restored: what came after it is not known here.</summary>
    public required DateTimeOffset BackupAt { get; set; }

    internal static void Map(ModelBuilder model)
    {
        var hold = model.Entity<HoldEntry>().ToTable("hold");
        hold.HasKey(h => h.Id);
        hold.Property(h => h.Id).ValueGeneratedNever();
    }
}

public static class Holds
{
    private const int TheHold = 1;

    /// <summary>Null when everything is sent as usual.</summary>
    public static HoldEntry? Now(Unit unit) => unit.Db.Set<HoldEntry>().AsNoTracking().SingleOrDefault();

    public static void Begin(Unit unit, DateTimeOffset now, DateTimeOffset backupAt) => unit.Db.Add(new HoldEntry { Id = TheHold, Since = now, BackupAt = backupAt });

    /// <summary>False when nothing was held.</summary>
    public static bool Release(Unit unit) => unit.Db.Set<HoldEntry>().ExecuteDelete() > 0;
}
