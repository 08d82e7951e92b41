using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Concierge.Data;

/// <summary>Refuses to start on a file that could lose or already lost something.</summary>
internal static class SqliteCheck
{
    private const long QuickCheckUpTo = 512L * 1024 * 1024;

    public static SqliteConnectionStringBuilder Address(string connectionString)
    {
        SqliteConnectionStringBuilder address;
        try { address = new SqliteConnectionStringBuilder(connectionString); }
        catch (ArgumentException e) { throw new StartupRefused($"ConnectionStrings:Concierge is not one for SQLite ({e.Message}); write e.g. Data Source=var/concierge.db.", e); }
        if (address.DataSource is "" or ":memory:" || address.Mode is SqliteOpenMode.Memory or SqliteOpenMode.ReadOnly)
            throw new StartupRefused("ConnectionStrings:Concierge must name a file that can be written; write e.g. Data Source=var/concierge.db.");
        address.DefaultTimeout = 5;
        return address;
    }

    public static IReadOnlyList<string> Run(SqliteProvider provider)
    {
        try
        {
            Prepare(provider.File);
            using var connection = provider.OpenForWriting();
            SqliteVersion.Require(Ask(connection, "SELECT sqlite_version()"));
            RequireDurability(connection, provider.File);
            RequireWritable(connection);
            RequireWhole(connection, provider.File);
            return [];
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartupRefused($"The database file {provider.File} cannot be used ({e.Message}); {Cure(e)}.", e);
        }
    }

    // Made by us so that it is private from its first byte; SQLite gives -wal and -shm the same mode.
    private static void Prepare(string file)
    {
        if (File.Exists(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var how = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var made = new FileStream(file, how);
    }

    private static void RequireDurability(DbConnection connection, string file)
    {
        Require("journal_mode", "wal");
        Require("synchronous", "2");
        Require("foreign_keys", "1");

        void Require(string setting, string expected)
        {
            var actual = Ask(connection, "PRAGMA " + setting);
            if (actual != expected)
                throw new StartupRefused($"SQLite keeps {setting}={actual} for {file}, {expected} is needed; put the file on a local disk (network shares cannot do it).");
        }
    }

    private static void RequireWritable(DbConnection connection)
    {
        using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = "CREATE TABLE start_up_write_probe (x); DROP TABLE start_up_write_probe";
        command.ExecuteNonQuery();
        transaction.Rollback();
    }

    private static void RequireWhole(DbConnection connection, string file)
    {
        // Reads every page: fine for a second or two, not for minutes.
        if (new FileInfo(file).Length > QuickCheckUpTo) return;
        var found = Ask(connection, "PRAGMA quick_check(1)");
        if (found != "ok") throw new StartupRefused($"The database file {file} is damaged ({found}); restore it from a backup.");
    }

    private static string Ask(DbConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }

    private static string Cure(Exception e) => e is SqliteException { SqliteErrorCode: 11 or 26 }
        ? "it is damaged or not a database: restore it from a backup"
        : "see that the folder exists, that the service's account may write there and that the disk is not full";
}
