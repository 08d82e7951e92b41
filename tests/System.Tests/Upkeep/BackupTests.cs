using System.IO.Compression;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Upkeep;

/// <summary>What is lost with the machine comes back from the backup, and nobody is told anything twice by it.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("concierge-backup-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string BackupFile => Path.Combine(_folder, "backup.gz");

    public static TheoryData<DatabaseProvider, DatabaseProvider> Ways =>
        [.. Databases.All.SelectMany(from => Databases.All.Select(to => (from.Data, to.Data)))];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Ways))]
    public async Task Everything_comes_back_on_either_database(DatabaseProvider from, DatabaseProvider to)
    {
        await using var town = await Lived(from);
        Write(town.Database, BackupFile);
        using var other = TestDatabase.Fresh(to);
        using var database = Database.Open(other.Options with { MasterKeyFile = town.DatabaseOptions.MasterKeyFile, Development = true });

        await database.Writer.Write(unit => Restore.Into(unit, BackupFile, Some.Noon));
        Assert.Null(database.Reader.Read(Restore.FirstFault));

        var again = Path.Combine(_folder, "again.gz");
        Write(database, again);
        Assert.Equal(Rows(BackupFile), Rows(again));
        // Numbers go on behind those that came along.
        await database.Writer.Write(unit => unit.Feed.Add(Some.Noon, "kind", null, null));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task After_a_restore_nothing_is_sent_until_it_is_released(DatabaseProvider provider)
    {
        await using var town = await Lived(provider);
        var hanako = town.Line.Person("花子");
        await town.Database.Writer.Write(unit => Holds.Begin(unit, town.Clock.GetUtcNow(), town.Clock.GetUtcNow()));
        await town.Restarts();
        var before = hanako.FromBot.Count;

        await hanako.Says("メニュー");
        await town.Settles();
        await town.Passes(TimeSpan.FromMinutes(1));
        Assert.Equal(before, hanako.FromBot.Count);

        await town.Database.Writer.Write(unit => Assert.True(Holds.Release(unit)));
        await town.Restarts();
        await hanako.Says("メニュー");
        await town.Settles();
        Assert.True(hanako.FromBot.Count > before);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_waited_to_be_sent_goes_to_review_and_is_not_said_again(DatabaseProvider provider)
    {
        await using var town = await Lived(provider);
        await town.Database.Writer.Write(unit => unit.Outbox.Add(Some.Reply("late", Some.Member(unit, Some.Taro)), node: null, default));
        Write(town.Database, BackupFile);
        using var other = TestDatabase.Fresh(provider);
        using var database = Database.Open(other.Options with { MasterKeyFile = town.DatabaseOptions.MasterKeyFile, Development = true });
        await database.Writer.Write(unit => Restore.Into(unit, BackupFile, Some.Noon));
        Assert.Equal(["Review"], database.Reader.Read(unit => unit.Db.Outbox.Where(o => o.MemberId == Some.Taro).Select(o => o.State).ToList()).Select(state => state.ToString()));
        Assert.NotNull(database.Reader.Read(Holds.Now));
    }

    /// <summary>On a slow disk a file is read for longer than a turn may stop; a turn may not.</summary>
    [Fact]
    public async Task A_restore_may_stop_in_the_middle_for_as_long_as_it_likes_and_a_turn_may_not()
    {
        Assert.SkipUnless(Databases.All.Any(row => row.Data == DatabaseProvider.Postgres), "PostgreSQL is not there.");
        await using var town = await Lived(DatabaseProvider.Postgres);
        Write(town.Database, BackupFile);
        using var other = TestDatabase.Fresh(DatabaseProvider.Postgres);
        using var database = Database.Open(other.Options with { MasterKeyFile = town.DatabaseOptions.MasterKeyFile, Development = true });
        Assert.Equal("0", await database.Writer.Write(unit =>
        {
            Restore.Into(unit, BackupFile, Some.Noon);
            return Longest(unit);
        }));
        Assert.Equal("10s", await database.Writer.Write(Longest));

        static string Longest(Unit unit) => unit.Db.Database.SqlQuery<string>($"SELECT current_setting('idle_in_transaction_session_timeout') AS \"Value\"").Single();
    }

    [Fact]
    public async Task A_backup_that_was_cut_off_or_changed_is_refused_before_anything_is_touched()
    {
        await using var town = await Lived(Databases.All.First().Data);
        Write(town.Database, BackupFile);
        Restore.CheckFile(BackupFile);
        var whole = await File.ReadAllBytesAsync(BackupFile, Cancel);
        foreach (var wrong in new byte[][] { whole[..^40], whole[..(whole.Length / 2)], [], [.. whole.Select((b, i) => i == whole.Length / 3 ? (byte)(b ^ 4) : b)] })
        {
            await File.WriteAllBytesAsync(BackupFile, wrong, Cancel);
            Assert.Throws<StartupRefused>(() => Restore.CheckFile(BackupFile));
        }
    }

    [Fact]
    public async Task Nothing_is_restored_over_people_who_are_there()
    {
        await using var town = await Lived(Databases.All.First().Data);
        Write(town.Database, BackupFile);
        await Assert.ThrowsAsync<StartupRefused>(() => town.Database.Writer.Write(unit => Restore.Into(unit, BackupFile, Some.Noon)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_new_master_key_opens_everything_and_the_old_one_nothing(DatabaseProvider provider)
    {
        await using var town = await Lived(provider);
        Write(town.Database, BackupFile);
        using var other = TestDatabase.Fresh(provider);
        var (old, next) = (other.Options with { MasterKeyFile = town.DatabaseOptions.MasterKeyFile, Development = true }, other.Options with { MasterKeyFile = Path.Combine(_folder, "next.key"), Development = true });
        using (var database = Database.Open(old))
        {
            await database.Writer.Write(unit => Restore.Into(unit, BackupFile, Some.Noon));
            Assert.True(await database.RotateTo(next.MasterKeyFile) > 1);
        }
        Assert.Throws<StartupRefused>(() => Database.Open(old).Dispose());
        using var rotated = Database.Open(next);
        Assert.Null(rotated.Reader.Read(Restore.FirstFault));
    }

    /// <summary>Somebody has begun, an event could not be read, and there is a token with its trace in the audit trail.</summary>
    private static async Task<Town> Lived(DatabaseProvider provider)
    {
        var town = await Town.Start(provider);
        await town.Enters(town.Line.Person("花子"));
        await town.Database.Writer.Write(unit =>
        {
            Tokens.Create(unit, "t1", "表", Role.Desk, null, null, Some.Noon, Some.At(60));
            AuditTrail.Append(unit, Some.Noon, "command", "create", "token/t1");
            unit.Inbox.Accept(Some.Event("unreadable", Some.Member(unit, Some.Taro)) with { ParkedBecause = "Unreadable" });
        });
        return town;
    }

    private static void Write(Database database, string path)
    {
        using var file = File.Create(path);
        Assert.True(database.Reader.Read(unit => Backup.Write(unit, file, Some.Noon)) > 10);
    }

    /// <summary>All rows but those that a restore changes on purpose; tables may hand them out in another order.</summary>
    private static IReadOnlyList<string> Rows(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var (rows, table) = (new List<string>(), "");
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("{\"Table\"", StringComparison.Ordinal)) table = line;
            else if (line.StartsWith('[') && !table.Contains("\"hold\"", StringComparison.Ordinal) && !table.Contains("\"outbox\"", StringComparison.Ordinal)) rows.Add(table + line);
        }
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
