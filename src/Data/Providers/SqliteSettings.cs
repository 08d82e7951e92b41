using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Concierge.Data;

/// <summary>
/// What every connection needs, those of EF too: SQLite remembers only the journal mode, the rest is per connection.
/// FULL, not NORMAL: with NORMAL a power cut takes back commits that were already answered.
/// secure_delete: the bytes of a key that was destroyed are overwritten where they stood.
/// </summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    private const string Durable = """
        PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
        PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=FAST;
        """;

    // The writer meets the ends of all indexes in every group: 32 MiB keep them in memory.
    private const string Writing = " PRAGMA query_only=OFF; PRAGMA cache_size=-32768;";
    private const string Reading = " PRAGMA query_only=ON; PRAGMA cache_size=-4096;";

    public static void Apply(DbConnection connection, bool readOnly)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Durable + (readOnly ? Reading : Writing);
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection, readOnly: false);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection, readOnly: false);
        return Task.CompletedTask;
    }
}
