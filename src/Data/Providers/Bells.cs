using System.Data.Common;
using Npgsql;

namespace Concierge.Data;

/// <summary>SQLite counts the commits of other connections in <c>data_version</c>; asking costs microseconds.</summary>
internal sealed class SqliteBell(SqliteProvider provider) : Bell
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    protected override async Task Watch(CancellationToken stop)
    {
        using var connection = provider.OpenForReading();
        using var question = connection.CreateCommand();
        question.CommandText = "PRAGMA data_version";
        question.Prepare();
        var known = Version(question);
        Ring();
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
        {
            var now = Version(question);
            if (now == known) continue;
            known = now;
            Ring();
        }
    }

    private static long Version(DbCommand question) => (long)question.ExecuteScalar()!;
}

internal sealed class PostgresBell(PostgresProvider provider) : Bell
{
    protected override async Task Watch(CancellationToken stop)
    {
        using var connection = provider.Open("LISTEN " + PostgresProvider.Channel);
        Ring();
        while (true)
        {
            await connection.WaitAsync(stop).ConfigureAwait(false);
            Ring();
        }
    }
}
