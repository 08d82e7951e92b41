using System.Security.Cryptography;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Data;

/// <summary>A program that must not start says what is wrong, where, and what to do.</summary>
public sealed class StartTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public void Of_hosts_that_start_at_once_on_nothing_each_finds_the_tables(DatabaseProvider provider)
    {
        using var test = TestDatabase.Empty(provider);
        var hosts = new Database[2];
        Parallel.For(0, 2, i => hosts[i] = Database.Open(test.Options));
        using var first = hosts[0];
        using var second = hosts[1];
        Assert.Contains("start the bot first", Assert.Throws<StartupRefused>(first.RequireSchema).Message);
        Parallel.Invoke(first.Migrate, second.Migrate);
        second.RequireSchema();
        Assert.Equal(0, second.Reader.Read(u => u.Feed.Last()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public void Another_master_key_is_refused(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var other = test.Options.MasterKeyFile + ".other";
        WriteKey(other, RandomNumberGenerator.GetBytes(32));
        var refused = Assert.Throws<StartupRefused>(() => Database.Open(test.Options with { MasterKeyFile = other }));
        Assert.Contains("is not the one", refused.Message);
    }

    [Fact]
    public void A_lost_master_key_is_never_replaced_by_a_new_one()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        var lost = test.Options.MasterKeyFile + ".lost";
        Assert.Contains("put that file back", Assert.Throws<StartupRefused>(() => Database.Open(test.Options with { MasterKeyFile = lost, Development = true })).Message);
        Assert.False(File.Exists(lost));
    }

    [Fact]
    public void In_development_a_key_is_made_for_us_alone()
    {
        using var test = TestDatabase.Empty(DatabaseProvider.Sqlite);
        var options = test.Options with { MasterKeyFile = test.Options.MasterKeyFile + ".made", Development = true };
        Assert.Contains("is missing", Assert.Throws<StartupRefused>(() => Database.Open(options with { Development = false })).Message);
        using (Database.Open(options)) Assert.Equal(32, new FileInfo(options.MasterKeyFile).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(options.MasterKeyFile));
    }

    [Fact]
    public void A_key_that_others_can_read_or_that_is_too_short_is_refused()
    {
        using var test = TestDatabase.Empty(DatabaseProvider.Sqlite);
        var open = test.Options.MasterKeyFile + ".open";
        WriteKey(open, RandomNumberGenerator.GetBytes(32));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<StartupRefused>(() => Database.Open(test.Options with { MasterKeyFile = open })).Message);
        WriteKey(open + "2", [1, 2, 3]);
        Assert.Contains("exactly 32 bytes", Assert.Throws<StartupRefused>(() => Database.Open(test.Options with { MasterKeyFile = open + "2" })).Message);
    }

    [Fact]
    public void A_key_that_cannot_be_read_is_refused()
    {
        using var test = TestDatabase.Empty(DatabaseProvider.Sqlite);
        // A file that is there, and whose reading fails even for root.
        Assert.SkipUnless(File.Exists("/proc/self/mem"), "This system has no file that cannot be read by anybody.");
        Assert.Contains("cannot be read", Assert.Throws<StartupRefused>(() => Database.Open(test.Options with { MasterKeyFile = "/proc/self/mem" })).Message);
        Assert.Contains("is missing", Assert.Throws<StartupRefused>(() => Database.Open(test.Options with { MasterKeyFile = Path.GetTempPath() })).Message);
    }

    [Theory]
    [InlineData("3.51.2", false)]
    [InlineData("3.9.9", false)]
    [InlineData("3.51.3", true)]
    [InlineData("3.53.0", true)]
    public void An_SQLite_that_could_lose_something_is_refused(string version, bool fine)
    {
        var refused = Record.Exception(() => SqliteVersion.Require(version));
        if (fine) Assert.Null(refused);
        else Assert.Contains("3.51.3 or later is needed", Assert.IsType<StartupRefused>(refused).Message);
    }

    [Fact]
    public void A_place_where_SQLite_cannot_keep_its_log_is_refused()
    {
        using var test = TestDatabase.Empty(DatabaseProvider.Sqlite);
        // This way of working with files shares no memory between processes, as network shares do not.
        var share = test.Options with { ConnectionString = test.Options.ConnectionString + ";Vfs=unix-none" };
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such way of working with files.");
        Assert.Contains("journal_mode=delete", Assert.Throws<StartupRefused>(() => Database.Open(share)).Message);
    }

    [Fact]
    public async Task No_connection_string_can_make_it_less_safe()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        using var lax = Database.Open(test.Options with { ConnectionString = test.Options.ConnectionString + ";Foreign Keys=False;Pooling=False" });
        await lax.Writer.Write(unit => Assert.Equal("1", Ask(unit.Db, "foreign_keys")));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_database_of_a_newer_version_is_refused(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(u => u.Db.Database.ExecuteSql(
            $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Future', '99')"""));
        Assert.Contains("29990101000000_Future", Assert.Throws<StartupRefused>(() => test.Reopen()).Message);
    }

    [Fact]
    public async Task A_lock_that_a_killed_migration_left_behind_stops_nobody()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        using (var db = test.Database.NewDb())
        {
            db.Database.ExecuteSqlRaw("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            db.Database.ExecuteSqlRaw("""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01 00:00:00+00:00')""");
        }
        var start = Task.Run(() => test.Reopen().Migrate(), TestContext.Current.CancellationToken);
        await start.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_damaged_file_is_refused_and_not_touched()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        var bytes = File.ReadAllBytes(test.SqliteFile);
        bytes.AsSpan(bytes.Length / 2, 8192).Fill(0xAA);
        File.WriteAllBytes(test.SqliteFile, bytes);
        Assert.Contains("restore it from a backup", Assert.Throws<StartupRefused>(() => test.Database).Message);

        File.WriteAllText(test.SqliteFile, new string('x', 5000));
        Assert.Contains("restore it from a backup", Assert.Throws<StartupRefused>(() => test.Database).Message);
        Assert.Equal(5000, new FileInfo(test.SqliteFile).Length);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:", "must name a file")]
    [InlineData(DatabaseProvider.Sqlite, "Server=x", "is not one for SQLite")]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=/dev/null/x.db", "cannot be used")]
    [InlineData(DatabaseProvider.Postgres, "Nonsense=x", "is not one for PostgreSQL")]
    [InlineData(DatabaseProvider.Postgres, "Host=127.0.0.1;Port=1;Username=x;Timeout=2", "cannot be reached")]
    public void A_wrong_address_is_refused(DatabaseProvider provider, string address, string because)
    {
        var refused = Assert.Throws<StartupRefused>(() => Database.Open(new DatabaseOptions { Provider = provider, ConnectionString = address }));
        Assert.Contains(because, refused.Message);
    }

    [Fact]
    public async Task Every_connection_to_SQLite_is_durable_and_checks_references()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        var all = new List<string> { await test.Database.Writer.Write(Settings), test.Database.Reader.Read(Settings) };
        using (var db = test.Database.NewDb()) all.Add(Settings(db));
        Assert.All(all, settings => Assert.Equal("wal 2 1 5000", settings));

        static string Settings(object from) => string.Join(' ', new[] { "journal_mode", "synchronous", "foreign_keys", "busy_timeout" }
            .Select(pragma => Ask(from is Unit unit ? unit.Db : (ConciergeDb)from, pragma)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public void A_server_that_may_lose_commits_is_only_warned_about(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        Assert.All(test.Database.Warnings, w => Assert.Contains("power cut", w));
        if (provider == DatabaseProvider.Sqlite) Assert.Empty(test.Database.Warnings);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public void A_database_whose_bell_was_heard_can_be_closed_twice(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var database = Database.Open(test.Options);
        Assert.NotNull(database.Bell);
        database.Dispose();
        database.Dispose();
    }

    private static string Ask(ConciergeDb db, string pragma)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (db.Database.CurrentTransaction as Microsoft.EntityFrameworkCore.Infrastructure.IInfrastructure<System.Data.Common.DbTransaction>)?.Instance;
        command.CommandText = "PRAGMA " + pragma;
        return command.ExecuteScalar()!.ToString()!;
    }

    private static void WriteKey(string file, byte[] key)
    {
        File.WriteAllBytes(file, key);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
