using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Concierge.SystemTests.Crash;

/// <summary>Starts as an operator sees them: the process, its exit code, and what it says.</summary>
[Collection(nameof(Crash))]
public sealed class ProcessStartTests
{
    private static readonly Dictionary<string, string> Line = new()
    {
        ["Line:ChannelSecrets:0"] = "secret", ["Line:ChannelId"] = "1", ["Line:ApiBase"] = "http://127.0.0.1:1",
    };

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_bot_that_was_killed_while_it_migrated_starts_again(DatabaseProvider provider)
    {
        using var test = await KilledInTheMiddle(provider);
        using var bot = BotProcess.Start(test.Options, Line);
        await bot.IsReady();
        test.Database.RequireSchema();
    }

    [Fact]
    public async Task A_second_bot_on_the_same_file_says_one_sentence_and_ends()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        using var first = BotProcess.Start(test.Options, Line);
        await first.IsReady();

        using var second = BotProcess.Start(test.Options, Line);
        Assert.Equal(1, await second.Ends());
        Assert.StartsWith("Another bot already works with", second.Said);
        Assert.DoesNotContain('\n', second.Said);
    }

    [Fact]
    public async Task A_bot_that_must_not_start_says_one_sentence_and_ends()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        using var bot = BotProcess.Start(test.Options, new Dictionary<string, string>(Line) { ["Line:ChannelSecrets:0"] = "" });
        Assert.Equal(1, await bot.Ends());
        Assert.StartsWith("Line:ChannelSecrets", bot.Said);
        Assert.DoesNotContain('\n', bot.Said);
    }

    /// <summary>A machine under load may be too slow to catch it: then once more.</summary>
    private static async Task<TestDatabase> KilledInTheMiddle(DatabaseProvider provider)
    {
        while (true)
        {
            var test = TestDatabase.Empty(provider);
            using var bot = BotProcess.Start(test.Options, Line);
            var ready = bot.IsReady();
            while (!ready.IsCompleted && !IsMigrating(test)) await Task.Yield();
            await bot.IsKilled();
            if (!ready.IsCompleted && (provider == DatabaseProvider.Postgres || IsMigrating(test))) return test;
            test.Dispose();
        }
    }

    /// <summary>SQLite: EF's own lock, a row, which stays when its process is killed.</summary>
    private static bool IsMigrating(TestDatabase test) => test.Options.Provider == DatabaseProvider.Postgres
        ? Ask(new NpgsqlConnection(test.Options.ConnectionString), "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 5550101 AND granted")
        : File.Exists(test.SqliteFile + ".migrating")
            && Ask(new SqliteConnection($"Data Source={test.SqliteFile};Mode=ReadOnly;Pooling=False"), "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            && Ask(new SqliteConnection($"Data Source={test.SqliteFile};Mode=ReadOnly;Pooling=False"), "SELECT COUNT(*) FROM __EFMigrationsLock");

    private static bool Ask(System.Data.Common.DbConnection connection, string question)
    {
        using (connection)
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = question;
            return (long)command.ExecuteScalar()! > 0;
        }
    }
}
