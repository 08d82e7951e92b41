using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Concierge.Data;

/// <summary>Whether tables and program fit together, and whether the key fits both.</summary>
internal static class Schema
{
    private const int TheCanary = 1;

    public static void RefuseNewer(ConciergeDb db, string place)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var newer = Applied(db).FirstOrDefault(id => !known.Contains(id));
        if (newer is not null)
            throw new StartupRefused($"{place} was migrated by a newer version of this program ({newer}); start that version, or restore a backup from before.");
    }

    public static bool IsBehind(ConciergeDb db) => Missing(db) is not null;

    public static void RefuseOlder(ConciergeDb db, string place)
    {
        if (Missing(db) is { } missing)
            throw new StartupRefused($"{place} has not been brought up to this version ({missing} is missing); start the bot first, it does that.");
    }

    /// <summary>Null before the first migration.</summary>
    public static Sealed? Canary(ConciergeDb db) =>
        Applied(db).Any() ? db.Set<KeyCanaryEntry>().AsNoTracking().Where(c => c.Id == TheCanary).Select(c => (Sealed?)c.Value).FirstOrDefault() : null;

    public static void PlantCanary(ConciergeDb db, Vault vault)
    {
        if (Canary(db) is not null) return;
        db.Add(new KeyCanaryEntry { Id = TheCanary, Value = vault.NewCanary() });
        db.SaveChanges();
    }

    public static string Newest(ConciergeDb db) => db.Database.GetMigrations().Last();

    /// <summary>Without the moment at which it was made.</summary>
    public static string NameOf(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static string? Missing(ConciergeDb db)
    {
        var applied = Applied(db).ToHashSet(StringComparer.Ordinal);
        return db.Database.GetMigrations().FirstOrDefault(id => !applied.Contains(id));
    }

    private static IEnumerable<string> Applied(ConciergeDb db)
    {
        var history = db.GetService<IHistoryRepository>();
        return history.Exists() ? history.GetAppliedMigrations().Select(row => row.MigrationId) : [];
    }
}
