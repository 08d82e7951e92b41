using Concierge.Bot;
using Concierge.Bot.Jobs;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Concierge.SystemTests.Jobs;

/// <summary>How jobs went is written down, and a ring each second is not a write each second.</summary>
public sealed class JobRecordTests
{
    private const string Job = "RingTimers";

    private readonly FakeTimeProvider _time = new(Some.Noon);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_a_job_that_runs_each_second_a_word_is_written_each_minute_with_all_that_was_done(DatabaseProvider provider)
    {
        using var test = await Planned(provider);
        var record = Record(test);
        for (var second = 0; second < 60; second++) await Runs(record, did: second % 20 == 1 ? 1 : 0);
        Assert.Equal((Some.Noon, Some.Noon.AddMinutes(1)), Of(test) is var job ? (job.EndedAt, job.NextAt) : default);
        Assert.Empty(Kept(test));

        await Runs(record, did: 0);
        Assert.Equal(Some.Noon.AddMinutes(1), Of(test).EndedAt);
        Assert.Equal(3, Assert.Single(Kept(test)).Did);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_failure_and_its_end_are_written_at_once(DatabaseProvider provider)
    {
        using var test = await Planned(provider);
        var record = Record(test);
        await Runs(record, did: 0);
        await Fails(record, new IOException("of Hanako"));
        await Fails(record, new IOException("of Hanako"));
        Assert.Equal(("IOException", Some.Noon.AddSeconds(1)), Failing(test) is { } failed ? (failed.Error, failed.EndedAt) : default);

        await Fails(record, new FormatException());
        await Runs(record, did: 0);
        Assert.Null(Failing(test));
        Assert.Equal([null, "FormatException", "IOException"], Kept(test).Select(run => run.Error));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_goes_well_on_one_node_hides_nothing_that_fails_on_another(DatabaseProvider provider)
    {
        using var test = await Planned(provider);
        var (sick, well) = (Record(test, "sick"), Record(test, "well"));
        for (var minute = 0; minute < 10; minute++)
        {
            await Fails(sick, new IOException());
            await Runs(well, did: 1);
            _time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal("IOException", Failing(test)?.Error);
        Assert.EndsWith("sick", Failing(test)?.Node, StringComparison.Ordinal);

        await Runs(sick, did: 0);
        Assert.Null(Failing(test));
    }

    [Fact]
    public async Task A_node_that_failed_and_is_gone_is_not_looked_for_for_ever()
    {
        using var test = await Planned(Databases.All.First().Data);
        await Fails(Record(test, "gone"), new IOException());
        _time.Advance(TimeSpan.FromMinutes(5));
        await Runs(Record(test), did: 0);
        Assert.Null(Failing(test));
    }

    [Fact]
    public async Task Of_a_job_that_always_fails_no_more_than_the_last_runs_are_kept()
    {
        using var test = await Planned(Databases.All.First().Data);
        var record = Record(test);
        for (var minute = 0; minute < JobBook.RunsKept + 5; minute++)
        {
            await Fails(record, new IOException());
            _time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(JobBook.RunsKept, Kept(test).Count);
        Assert.Equal(Of(test).EndedAt, Kept(test)[0].EndedAt);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_stops_no_writing()
    {
        using var test = await Planned(Databases.All.First().Data);
        var record = Record(test);
        await Runs(record, did: 0);
        _time.AdjustTime(Some.Noon.AddHours(-1));
        await Runs(record, did: 0);
        Assert.Equal(Some.Noon.AddHours(-1), Of(test).EndedAt);
    }

    [Fact]
    public async Task A_stop_that_was_asked_for_is_no_failure()
    {
        using var test = await Planned(Databases.All.First().Data);
        var stop = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Record(test).Run(Job, () => Task.FromCanceled<int>(stop), stop));
        Assert.Null(Of(test).EndedAt);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_start_keeps_what_is_known_and_forgets_jobs_that_are_no_more(DatabaseProvider provider)
    {
        using var test = await Planned(provider);
        var record = Record(test);
        await Runs(record, did: 1);
        await test.Database.Writer.Write(unit => JobBook.Plan(unit, JobSchedule.All, Some.Noon.AddHours(1)));
        Assert.Equal(Some.Noon, Of(test).EndedAt);

        await test.Database.Writer.Write(unit => JobBook.Plan(unit, JobSchedule.All.Remove(Job), Some.Noon));
        Assert.DoesNotContain(test.Database.Reader.Read(JobBook.All), job => job.Name == Job);
        Assert.Empty(Kept(test));
        // A node of an older version still has it.
        await Fails(record, new IOException());
        Assert.Empty(Kept(test));
    }

    private static async Task<TestDatabase> Planned(DatabaseProvider provider)
    {
        var test = TestDatabase.Fresh(provider);
        await test.Database.Writer.Write(unit => JobBook.Plan(unit, JobSchedule.All, Some.Noon));
        return test;
    }

    private async Task Runs(JobRecord record, int did)
    {
        await record.Run(Job, () => Task.FromResult(did), CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task Fails(JobRecord record, Exception fault)
    {
        Assert.Same(fault, await Assert.ThrowsAnyAsync<Exception>(() => record.Run(Job, () => Task.FromException<int>(fault), CancellationToken.None)));
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private JobRecord Record(TestDatabase test, string node = "node") => new(test.Database, new Node(() => node), _time);

    private JobRun? Failing(TestDatabase test) => Of(test).Failing(Kept(test), _time.GetUtcNow());

    private static JobEntry Of(TestDatabase test) => test.Database.Reader.Read(JobBook.All).Single(job => job.Name == Job);

    private static List<JobRun> Kept(TestDatabase test) => [.. test.Database.Reader.Read(JobBook.Runs)[Job]];
}
