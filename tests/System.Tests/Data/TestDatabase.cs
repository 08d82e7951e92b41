using System.Security.Cryptography;
using Concierge.Data;
using Npgsql;
using Xunit;

namespace Concierge.SystemTests.Data;

/// <summary>
/// Which databases the tests run on. SQLite always; PostgreSQL too when <c>CONCIERGE_TEST_POSTGRES</c> holds a connection
/// string to a private server. <c>DATABASE=sqlite</c> or <c>postgres</c> picks one.
/// </summary>
public static class Databases
{
    public static TheoryData<DatabaseProvider> All => Environment.GetEnvironmentVariable("DATABASE") switch
    {
        "sqlite" => [DatabaseProvider.Sqlite],
        "postgres" => [DatabaseProvider.Postgres],
        null or "" => PostgresServer is null ? [DatabaseProvider.Sqlite] : [DatabaseProvider.Sqlite, DatabaseProvider.Postgres],
        var other => throw new InvalidOperationException($"DATABASE is {other}; it must be sqlite or postgres."),
    };

    internal static string? PostgresServer => Environment.GetEnvironmentVariable("CONCIERGE_TEST_POSTGRES");
}

/// <summary>
/// A fresh, migrated database that goes away with the test: <c>using var test = TestDatabase.Fresh(provider);</c>, then
/// <c>test.Database</c>, or hand <see cref="Options"/> to a host.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<TestDatabase> SqliteTemplate = new(() => Template(DatabaseProvider.Sqlite));
    private static readonly Lazy<TestDatabase> PostgresTemplate = new(() => Template(DatabaseProvider.Postgres));
    private static readonly byte[] MasterKey = RandomNumberGenerator.GetBytes(32);

    private readonly string name = "concierge_test_" + Guid.NewGuid().ToString("n");
    private readonly string folder;
    private Database? database;

    private TestDatabase(DatabaseProvider provider)
    {
        folder = Directory.CreateTempSubdirectory("concierge-").FullName;
        var key = Path.Combine(folder, "master.key");
        File.WriteAllBytes(key, MasterKey);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(key, UnixFileMode.UserRead);
        Options = new DatabaseOptions
        {
            Provider = provider,
            ConnectionString = provider == DatabaseProvider.Sqlite ? $"Data Source={SqliteFile}" : PostgresAddress(name),
            MasterKeyFile = key,
        };
    }

    public DatabaseOptions Options { get; }

    public Database Database => database ??= Database.Open(Options);

    public string SqliteFile => Path.Combine(folder, "concierge.db");

    /// <summary>Migrated, with nothing in it but the posts of the town.</summary>
    public static TestDatabase Fresh(DatabaseProvider provider)
    {
        var test = new TestDatabase(provider);
        if (provider == DatabaseProvider.Sqlite) File.Copy(SqliteTemplate.Value.SqliteFile, test.SqliteFile);
        else OnServer($"CREATE DATABASE {test.name} TEMPLATE {PostgresTemplate.Value.name}");
        return test;
    }

    /// <summary>Without any table yet.</summary>
    public static TestDatabase Empty(DatabaseProvider provider)
    {
        var test = new TestDatabase(provider);
        if (provider == DatabaseProvider.Postgres) OnServer($"CREATE DATABASE {test.name}");
        return test;
    }

    /// <summary>As after a restart of the process.</summary>
    public Database Reopen()
    {
        Close();
        return Database;
    }

    public void Close()
    {
        database?.Dispose();
        database = null;
    }

    public void Dispose()
    {
        Close();
        if (Options.Provider == DatabaseProvider.Postgres) OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Directory.Delete(folder, recursive: true);
    }

    private static TestDatabase Template(DatabaseProvider provider)
    {
        var template = Empty(provider);
        template.Database.Migrate();
        template.Database.Writer.Write(unit => DemoData.Seed(unit, Some.Noon)).GetAwaiter().GetResult();
        template.Close();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.Dispose();
        return template;
    }

    private static string PostgresAddress(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString;

    private static string Server => Databases.PostgresServer
        ?? throw new InvalidOperationException("DATABASE=postgres needs CONCIERGE_TEST_POSTGRES: a connection string to a private PostgreSQL server.");

    private static void OnServer(string command)
    {
        using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false });
        using var run = source.CreateCommand(command);
        run.ExecuteNonQuery();
    }
}
