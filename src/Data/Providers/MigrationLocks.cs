using System.Data.Common;
using System.Diagnostics;
using Npgsql;

namespace Concierge.Data;

/// <summary>
/// A lock of the operating system on a file next to the database. EF's own lock on SQLite is a row, which a killed
/// process leaves behind and every later start then waits for, for ever. Whoever holds this one knows that such a row
/// is a left-over.
/// </summary>
internal sealed class SqliteMigrationLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly FileStream file;

    public SqliteMigrationLock(SqliteProvider provider)
    {
        file = Take(provider.File + ".migrating");
        using var connection = provider.OpenForWriting();
        RemoveLeftOver(connection);
    }

    public void Dispose() => file.Dispose();

    private static FileStream Take(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try { return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
            catch (IOException e) when (waited.Elapsed > Patience)
            {
                throw new StartupRefused($"Another process has been migrating for more than {Patience.TotalSeconds:0} s (it holds {path}); wait for it, or end it, and start again.", e);
            }
            catch (IOException) { Thread.Sleep(100); }
        }
    }

    private static void RemoveLeftOver(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (command.ExecuteScalar() is 0L) return;
        command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
        command.ExecuteNonQuery();
    }
}

/// <summary>A lock of the server that ends with its session.</summary>
internal sealed class PostgresMigrationLock(PostgresProvider provider) : IDisposable
{
    private readonly NpgsqlConnection session = provider.Open("SELECT pg_advisory_lock(5550101)");

    public void Dispose()
    {
        using (var command = new NpgsqlCommand("SELECT pg_advisory_unlock(5550101)", session)) command.ExecuteNonQuery();
        session.Dispose();
    }
}
