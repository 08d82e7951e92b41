using System.Data.Common;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Bench;

/// <summary>
/// Members who are already there, each with a key, a LINE id, a conversation, five answers, four messages, two events and two sent
/// replies: bodies are random bytes of the usual size. Nobody opens them; they only stand in the way.
/// </summary>
public static class Population
{
    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0}) ";

    public static Task Store(Place place, int members)
    {
        using var database = Database.Open(place.Options);
        database.Migrate();
        using var db = database.NewDb();
        if (place.Options.Provider != DatabaseProvider.Sqlite) throw new NotSupportedException("--stored is measured on SQLite.");
        var connection = db.Database.GetDbConnection();
        connection.Open();
        Run(connection, "PRAGMA synchronous=OFF");
        // Ids of people are random: with the usual 2 MB every row would wait for the disk.
        Run(connection, "PRAGMA cache_size=-2000000");
        foreach (var table in Tables) Run(connection, string.Format(Numbers, members) + table);
        Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        return Task.CompletedTask;
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 1200;
        command.ExecuteNonQuery();
    }

    private const string Id = "printf('stored%020d', i)";
    private const long At = 638_000_000_000_000_000;

    private static readonly string[] Tables =
    [
        $"INSERT INTO member (id, created_at, reachable, reachable_at) SELECT {Id}, {At}, 1, {At} FROM n",
        $"INSERT INTO member_key (member_id, wrapped) SELECT {Id}, randomblob(65) FROM n",
        $"INSERT INTO line_user (line_user_id, member_id) SELECT 'U' || lower(hex(randomblob(16))), {Id} FROM n",
        $"INSERT INTO conversation (member_id, revision, owner, epoch, body) SELECT {Id}, 20, 'Bot', 0, randomblob(260) FROM n",
        .. Enumerable.Range(1, 5).Select(k =>
            $"INSERT INTO answer (member_id, questionnaire, question, value, at, answered_by) SELECT {Id}, 'inventory@1', 'q{k}', randomblob(70), {At}, 'member' FROM n"),
        .. Enumerable.Range(1, 4).Select(k =>
            $"INSERT INTO message (member_id, at, sender, channel, event_id, place, epoch, body) SELECT {Id}, {At}, 'Person', 'Line', lower(hex(randomblob(13))), {k}, 0, randomblob(300) FROM n"),
        .. Enumerable.Range(1, 2).Select(k =>
            $"INSERT INTO inbox (channel, event_id, member_id, at, received_at, redelivery, state, attempts, next_at) SELECT 'line', lower(hex(randomblob(13))), {Id}, {At}, {At}, 0, 'Done', 0, {At} FROM n"),
        .. Enumerable.Range(1, 2).Select(k =>
            $"INSERT INTO outbox (dedupe_key, retry_key, member_id, kind, token_at, body, epoch, critical, state, attempts, ambiguous, fence, next_at, expires_at) SELECT lower(hex(randomblob(13))), lower(hex(randomblob(16))), {Id}, 'reply', {At}, randomblob(900), 0, 0, 'Sent', 1, 0, 1, {At}, {At} FROM n"),
    ];
}
