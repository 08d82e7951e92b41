using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Data;

public sealed class WriterTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_group_only_the_one_that_throws_is_taken_back(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var kinds = await Together(test.Database.Writer, 9, (unit, i) =>
        {
            unit.Feed.Add(Some.Noon, "kind-" + i, null, i);
            if (i % 3 == 1) throw new InvalidTimeZoneException("work " + i);
        });

        Assert.Equal([1, 4, 7], Enumerable.Range(0, 9).Where(i => kinds[i].IsFaulted));
        Assert.All(kinds.Where(t => t.IsFaulted), t => Assert.IsType<InvalidTimeZoneException>(t.Exception!.InnerException));
        var stored = test.Database.Reader.Read(u => u.Feed.After(0, 100));
        Assert.Equal([0L, 2, 3, 5, 6, 8], stored.Select(row => row.Reference!.Value));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_broken_statement_spoils_only_its_own_work(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var tasks = await Together(test.Database.Writer, 3, (unit, i) =>
        {
            unit.Feed.Add(Some.Noon, "kind", null, i);
            if (i == 1) unit.Conversations.Save("nobody", Core.Conversations.Conversation.New, 0, unit.Members.Key("nobody"));
        });

        Assert.Equal([false, true, false], tasks.Select(t => t.IsFaulted));
        Assert.Equal([0L, 2], test.Database.Reader.Read(u => u.Feed.After(0, 100)).Select(row => row.Reference!.Value));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task When_the_commit_fails_everybody_hears_of_it_and_the_next_group_works(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var tasks = await Together(test.Database.Writer, 4, (unit, i) =>
        {
            unit.Feed.Add(Some.Noon, "lost", null, i);
            if (i == 2) BreakTheCommit(unit, provider);
        });

        Assert.All(tasks, t => Assert.True(t.IsFaulted));
        Assert.IsType<NotStored>(tasks[3].Exception!.InnerException);
        await test.Database.Writer.Write(u => u.Feed.Add(Some.Noon, "kept", null, null));
        Assert.Equal("kept", Assert.Single(test.Database.Reader.Read(u => u.Feed.After(0, 100))).Kind);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_key_that_was_made_in_vain_never_seals_anything(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var writer = test.Database.Writer;
        await writer.Write(u => Some.Member(u, Some.Hanako));
        var tasks = await Together(writer, 2, (unit, i) =>
        {
            unit.Messages.Add(Some.Words(unit, "e" + i, Some.Hanako, "こんにちは"));
            if (i == 0) throw new InvalidTimeZoneException();
        });
        Assert.Equal([true, false], tasks.Select(t => t.IsFaulted));
        Assert.Equal("こんにちは", Heard(test.Reopen()));

        static string Heard(Database database) => database.Reader.Read(u =>
            Encoding.UTF8.GetString(u.Vault.Open(u.Members.Key(Some.Hanako), Fields.MessageBody, u.Messages.After(Some.Hanako, 0, 10)[0].Body!.Value)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_changed_through_EF_belongs_to_the_same_work(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var tasks = await Together(test.Database.Writer, 3, (unit, i) =>
        {
            unit.Feed.Add(Some.Noon, "by hand", null, i);
            unit.Db.Add(new FeedEntry { At = Some.Noon, Kind = "by EF", Reference = i });
            if (i == 1) throw new InvalidTimeZoneException();
        });
        Assert.Equal([false, true, false], tasks.Select(t => t.IsFaulted));
        using var db = test.Database.NewDb();
        Assert.Equal([0L, 2], db.Feed.Where(f => f.Kind == "by EF").OrderBy(f => f.Seq).Select(f => f.Reference!.Value));
        Assert.Equal(4, db.Feed.Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_is_queued_when_the_program_stops_is_still_written(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var writer = test.Database.Writer;
        var tasks = Enumerable.Range(0, 200).Select(i => writer.Write(u => u.Feed.Add(Some.Noon, "kind", null, i))).ToArray();
        var reopened = test.Reopen();
        Assert.Equal(Enumerable.Range(0, 200).Select(i => (long)i), reopened.Reader.Read(u => u.Feed.After(0, 1000)).Select(r => r.Reference!.Value));
        Assert.All(tasks, t => Assert.True(t.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writer.Write(u => u.Feed.Last()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_two_nodes_writing_at_once_a_reader_with_a_cursor_misses_nothing(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        using var other = Database.Open(test.Options);
        var writing = Task.WhenAll(new[] { test.Database, other }.SelectMany(node =>
            Enumerable.Range(0, 300).Select(i => node.Writer.Write(u => u.Feed.Add(Some.Noon, "kind", null, i)))));

        var seen = new List<FeedRow>();
        while (!writing.IsCompleted) Look();
        await writing;
        Look();
        Assert.Equal(600, seen.Count);

        void Look() => seen.AddRange(test.Database.Reader.Read(u => u.Feed.After(seen.LastOrDefault()?.Seq ?? 0, 1000)));
    }

    [Fact]
    public async Task After_a_restart_of_the_server_at_most_one_read_and_one_group_fail()
    {
        Assert.SkipWhen(Databases.PostgresServer is null, "CONCIERGE_TEST_POSTGRES is not set.");
        using var test = TestDatabase.Fresh(DatabaseProvider.Postgres);
        var (writer, reader) = (test.Database.Writer, test.Database.Reader);
        await writer.Write(u => u.Feed.Add(Some.Noon, "before", null, null));
        reader.Read(outer => reader.Read(inner => inner.Feed.Last()) + outer.Feed.Last());
        EndTheOthers(test);

        await Assert.ThrowsAsync<NotStored>(() => writer.Write(u => u.Feed.Add(Some.Noon, "lost", null, null)));
        await writer.Write(u => u.Feed.Add(Some.Noon, "after", null, null));
        Assert.ThrowsAny<Exception>(() => reader.Read(u => u.Feed.Last()));
        Assert.Equal(["before", "after"], reader.Read(u => u.Feed.After(0, 10)).Select(row => row.Kind));
    }

    [Fact]
    public async Task Of_work_that_lost_its_connection_the_server_says_why()
    {
        Assert.SkipWhen(Databases.PostgresServer is null, "CONCIERGE_TEST_POSTGRES is not set.");
        using var test = TestDatabase.Fresh(DatabaseProvider.Postgres);
        await Loses(unit => BreakTheCommit(unit, DatabaseProvider.Postgres));
        await Loses(unit =>
        {
            // By then it stands within its transaction, and goes on by way of EF Core.
            EndTheOthers(test);
            unit.Db.Members.Any();
        });

        async Task Loses(Action<Unit> work)
        {
            var lost = await Assert.ThrowsAsync<NotStored>(() => test.Database.Writer.Write(work));
            Assert.Contains("57P01", lost.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_size_of_each_group_is_measured()
    {
        using var test = TestDatabase.Fresh(DatabaseProvider.Sqlite);
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => Listen(instrument, l) };
        var sizes = new ConcurrentBag<int>();
        listener.SetMeasurementEventCallback<int>((_, size, _, _) => sizes.Add(size));
        listener.Start();
        await Together(test.Database.Writer, 9, (unit, i) => unit.Feed.Add(Some.Noon, "kind", null, i));
        Assert.Contains(9, sizes);

        static void Listen(Instrument instrument, MeterListener listener)
        {
            if (instrument is { Name: "concierge.data.group_size", Meter.Name: WriterMetrics.MeterName }) listener.EnableMeasurementEvents(instrument);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public void A_reader_cannot_write(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        Assert.ThrowsAny<System.Data.Common.DbException>(() => test.Database.Reader.Read(u =>
        {
            u.Feed.Add(Some.Noon, "kind", null, null);
            return true;
        }));
        Assert.Equal(0, test.Database.Reader.Read(u => u.Feed.Last()));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_unit_is_of_no_use_after_its_work(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        var kept = await test.Database.Writer.Write(u => u);
        Assert.Throws<InvalidOperationException>(() => kept.Feed.Last());
        Assert.Throws<InvalidOperationException>(() => kept.Db);
    }

    /// <summary>Queues all of it while the writer is busy, so that it becomes one group.</summary>
    private static async Task<Task[]> Together(Writer writer, int count, Action<Unit, int> work)
    {
        using var gate = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var busy = writer.Write(_ =>
        {
            begun.Set();
            gate.Wait();
        });
        begun.Wait();
        var tasks = Enumerable.Range(0, count).Select(i => writer.Write(u => work(u, i))).ToArray();
        gate.Set();
        await busy;
        await Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);
        return tasks;
    }

    /// <summary>Every connection to this database but the one that says it, as when the server restarts; waits until they are gone.</summary>
    private static void EndTheOthers(TestDatabase test)
    {
        using var db = test.Database.NewDb();
        db.Database.ExecuteSql($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    private static void BreakTheCommit(Unit unit, DatabaseProvider provider)
    {
        if (provider == DatabaseProvider.Postgres)
        {
            unit.Db.Database.ExecuteSql($"SELECT pg_terminate_backend(pg_backend_pid())");
            return;
        }
        unit.Db.Database.ExecuteSql($"PRAGMA defer_foreign_keys = ON");
        unit.Db.Database.ExecuteSql($"INSERT INTO tombstone (member_id, line_message_id, at) VALUES ('nobody', 'x', 0)");
    }
}
