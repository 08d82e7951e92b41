using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>The one place where SQLite and PostgreSQL differ.</summary>
internal abstract class Provider : IDisposable
{
    /// <summary>Ends a query that joins member as m: takes the member for this transaction, or finds nothing.</summary>
    public abstract string TakeMember { get; }

    /// <summary>Where the data is, for messages; without a password.</summary>
    public abstract string Place { get; }

    public static Provider For(DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteProvider(options.ConnectionString),
        DatabaseProvider.Postgres => new PostgresProvider(options.ConnectionString),
        _ => throw new StartupRefused($"Database:Provider is {options.Provider}; it must be Sqlite or Postgres."),
    };

    /// <summary>Reachable, writable, whole and new enough.</summary>
    /// <returns>Warnings: what works, but not as safely as it should.</returns>
    /// <exception cref="StartupRefused">It is not.</exception>
    public abstract IReadOnlyList<string> Check();

    /// <summary>The server's pool of connections; null where there is no server.</summary>
    public virtual DbDataSource? Server => null;

    public abstract DbConnection OpenForWriting();

    public abstract DbConnection OpenForReading();

    public abstract DbTransaction BeginWriting(DbConnection connection);

    public abstract DbTransaction BeginReading(DbConnection connection);

    /// <summary>Somebody else is writing: nothing was done yet, so begin again.</summary>
    public abstract bool IsBusy(Exception failure);

    public abstract void MarkItem(Unit unit);

    public abstract void KeepItem(Unit unit);

    public abstract void UndoItem(Unit unit);

    /// <summary>Numbers that the database gives out by itself go on behind the highest that there is.</summary>
    public abstract void CountOn(Unit unit, string table, string column);

    /// <summary>This transaction alone may stop in the middle for as long as it likes: nobody else is at work meanwhile.</summary>
    public virtual void TakeTime(Unit unit) { }

    /// <summary>Tells other processes that this transaction changed something.</summary>
    public abstract void Ring(Unit unit);

    public abstract Bell NewBell();

    /// <summary>One process at a time; released by the operating system or the server when its holder dies.</summary>
    public abstract IDisposable LockMigration();

    /// <summary>A place among those that send, released by the operating system or the server when its holder dies.</summary>
    /// <exception cref="StartupRefused">There is only one, and another process has it.</exception>
    public abstract Place TakePlace();

    /// <param name="connection">The connection to use, or null for one of its own.</param>
    public abstract DbContextOptions DbOptions(DbConnection? connection);

    public abstract ConciergeDb NewDb(DbContextOptions options);

    public abstract void Dispose();
}
