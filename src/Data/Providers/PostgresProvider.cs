using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Concierge.Data;

internal sealed class PostgresProvider : Provider
{
    internal const string Channel = "concierge";
    private const string Item = "item";

    private readonly NpgsqlDataSource source;
    private readonly string host;

    public PostgresProvider(string connectionString)
    {
        try
        {
            // Error details quote values of the row, and errors are logged.
            var address = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = false };
            host = $"{address.Database} on {address.Host}:{address.Port}";
            source = NpgsqlDataSource.Create(address);
        }
        catch (ArgumentException e)
        {
            throw new StartupRefused($"ConnectionStrings:Concierge is not one for PostgreSQL ({e.Message}); write e.g. Host=localhost;Database=concierge;Username=concierge.", e);
        }
    }

    // Not FOR UPDATE: that would hold up every insert of a row with this member as its foreign key.
    public override string TakeMember => " FOR NO KEY UPDATE OF m SKIP LOCKED";

    public override string Place => host;

    public override DbDataSource Server => source;

    public override IReadOnlyList<string> Check() => PostgresCheck.Run(this);

    // A node that stops in the middle of a group (suspended, cut off) must not hold its locks for long: not as long as the others wait for them.
    // A shared machine can stop a process for several seconds, and loses no work by that.
    public override DbConnection OpenForWriting() =>
        Open("SET idle_in_transaction_session_timeout = '10s'; SET lock_timeout = '15s'; SET synchronous_commit = on");

    public override DbConnection OpenForReading() => Open("SET default_transaction_read_only = on");

    public override DbTransaction BeginWriting(DbConnection connection)
    {
        var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        TakeTurn((NpgsqlConnection)connection);
        return transaction;
    }

    public override DbTransaction BeginReading(DbConnection connection) => connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override bool IsBusy(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected };

    // Savepoints travel with the next statement: no round trip of their own.
    public override void MarkItem(Unit unit) => unit.Transaction!.Save(Item);

    public override void KeepItem(Unit unit) { }

    public override void UndoItem(Unit unit) => unit.Transaction!.Rollback(Item);

    public override void Ring(Unit unit) => unit.Notify.Run();

    public override void TakeTime(Unit unit) => unit.Make("SET LOCAL idle_in_transaction_session_timeout = 0").Run();

    public override void CountOn(Unit unit, string table, string column)
    {
        using var command = unit.Connection.CreateCommand();
        (command.Transaction, command.CommandText) = (unit.Transaction, $"SELECT setval(pg_get_serial_sequence('{table}', '{column}'), (SELECT COALESCE(MAX({column}), 0) + 1 FROM {table}), false)");
        command.ExecuteNonQuery();
    }

    public override Bell NewBell() => new PostgresBell(this);

    public override Place TakePlace() => PostgresPlace.Take(this);

    public override IDisposable LockMigration() => new PostgresMigrationLock(this);

    public override DbContextOptions DbOptions(DbConnection? connection)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        if (connection is null) options.UseNpgsql(source);
        else options.UseNpgsql(connection);
        return options.Options;
    }

    public override ConciergeDb NewDb(DbContextOptions options) => new PostgresDb((DbContextOptions<PostgresDb>)options);

    public override void Dispose() => source.Dispose();

    internal NpgsqlConnection Open(string settings)
    {
        var connection = source.OpenConnection();
        try
        {
            using var command = new NpgsqlCommand(settings, connection);
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// One group at a time over all nodes, as on SQLite. Ids then become visible in the order in which they were given,
    /// so that a cursor over messages or the feed misses nothing, and groups cannot deadlock. Groups keep it fast.
    /// </summary>
    private static void TakeTurn(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(5550100)", connection);
        command.ExecuteNonQuery();
    }
}
