using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

internal sealed class SqliteProvider : Provider
{
    private const int SqliteBusy = 5, SqliteLocked = 6;
    private static readonly SqliteSettings Settings = new();

    private readonly SqliteConnectionStringBuilder address;

    public SqliteProvider(string connectionString)
    {
        address = SqliteCheck.Address(connectionString);
        File = Path.GetFullPath(address.DataSource);
    }

    public string File { get; }

    public override string TakeMember => "";

    public override string Place => File;

    public override IReadOnlyList<string> Check() => SqliteCheck.Run(this);

    public override DbConnection OpenForWriting() => Open(readOnly: false);

    public override DbConnection OpenForReading() => Open(readOnly: true);

    public override DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    public override DbTransaction BeginReading(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    public override Place TakePlace()
    {
        var path = File + ".bot";
        try { return new Place(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), Alone: true); }
        catch (IOException e)
        {
            throw new StartupRefused($"Another bot already works with {File} (it holds {path}); end it, or use PostgreSQL for several.", e);
        }
    }

    public override bool IsBusy(Exception failure) => failure is SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked };

    public override void MarkItem(Unit unit) => unit.Mark.Run();

    public override void KeepItem(Unit unit) => unit.Keep.Run();

    public override void UndoItem(Unit unit)
    {
        unit.Undo.Run();
        unit.Keep.Run();
    }

    // It looks at the highest by itself.
    public override void CountOn(Unit unit, string table, string column) { }

    // The file itself tells: see SqliteBell.
    public override void Ring(Unit unit) { }

    public override Bell NewBell() => new SqliteBell(this);

    public override IDisposable LockMigration() => new SqliteMigrationLock(this);

    public override DbContextOptions DbOptions(DbConnection? connection)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        if (connection is null) options.UseSqlite(address.ConnectionString).AddInterceptors(Settings);
        else options.UseSqlite(connection);
        return options.Options;
    }

    public override ConciergeDb NewDb(DbContextOptions options) => new SqliteDb((DbContextOptions<SqliteDb>)options);

    public override void Dispose()
    {
        using var connection = new SqliteConnection(address.ConnectionString);
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open(bool readOnly)
    {
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            SqliteSettings.Apply(connection, readOnly);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
