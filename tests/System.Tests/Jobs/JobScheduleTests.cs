using Concierge.Bot.Jobs;
using Concierge.Bot.Turns;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Concierge.SystemTests.Road;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Xunit;
using Town = Concierge.SystemTests.Road.Town;

namespace Concierge.SystemTests.Jobs;

/// <summary>Quartz only rings: what is due is a row, so that a ring that was missed is made good.</summary>
public sealed class JobScheduleTests
{
    [Fact]
    public async Task Every_job_there_is_stands_on_the_one_page_and_rings_again_and_again()
    {
        await using var town = await Town.ThatRings(DatabaseProvider.Sqlite);
        var scheduler = await town.Part<ISchedulerFactory>().GetScheduler(Cancel);
        var keys = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), Cancel);

        var jobs = typeof(JobSchedule).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IJob)) && !type.IsAbstract).Select(type => type.Name);
        Assert.Equal(jobs.Order(StringComparer.Ordinal), keys.Select(key => key.Name).Order(StringComparer.Ordinal));
        foreach (var key in keys)
        {
            var trigger = Assert.IsAssignableFrom<ISimpleTrigger>(await scheduler.GetTrigger(key, Cancel));
            Assert.Equal(Quartz.Impl.Triggers.SimpleTriggerImpl.RepeatIndefinitely, trigger.RepeatCount);
        }
    }

    /// <summary>On PostgreSQL the nodes ring as one, by a store they share; what an earlier version left in it goes.</summary>
    [Fact]
    public async Task Two_bots_have_one_schedule_between_them_and_forget_jobs_that_are_no_more()
    {
        Assert.SkipUnless(Databases.All.Any(row => row.Data == DatabaseProvider.Postgres), "PostgreSQL is not there.");
        await using var town = await Town.ThatRings(DatabaseProvider.Postgres);
        var scheduler = await town.Part<ISchedulerFactory>().GetScheduler(Cancel);
        await scheduler.ScheduleJob<RingTimers>(TriggerBuilder.Create().WithIdentity("OfAnEarlierVersion").StartAt(town.Clock.GetUtcNow().AddYears(1)).Build(), cancellationToken: Cancel);
        await using var another = await town.AnotherBot();
        var others = await another.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Cancel);

        Assert.True((await scheduler.GetMetadata(Cancel)).JobStoreClustered);
        Assert.NotEqual(scheduler.SchedulerInstanceId, others.SchedulerInstanceId);
        foreach (var node in new[] { scheduler, others })
        {
            var jobs = await node.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), Cancel);
            Assert.Equal(JobSchedule.All.Keys.Order(StringComparer.Ordinal), jobs.Select(job => job.Name).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>The reminders of a day on which the bot was down are told when it is back, each once.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_came_due_while_the_bot_was_down_is_told_once_when_it_is_back(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Reserved(town);
        var said = hanako.FromBot.Count;

        // A week before the day (12月3日) is 11月26日.
        await town.IsDownFor(TimeSpan.FromDays(3));
        Assert.Single(hanako.FromBot.Skip(said), item => item.Text.Contains("教室の日が 近づきました", StringComparison.Ordinal));

        await town.Restarts();
        await town.Passes(TimeSpan.FromMinutes(1));
        Assert.Single(hanako.FromBot.Skip(said), item => item.Text.Contains("教室の日が 近づきました", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Of_what_is_over_by_then_nobody_is_reminded(DatabaseProvider provider)
    {
        await using var town = await Town.Start(provider);
        var hanako = await Reserved(town);
        var said = hanako.FromBot.Count;
        await town.IsDownFor(TimeSpan.FromDays(20));
        Assert.Empty(hanako.FromBot.Skip(said));
    }

    [Fact]
    public async Task Two_bots_that_ring_at_once_do_what_is_due_once()
    {
        Assert.SkipUnless(Databases.All.Any(row => row.Data == DatabaseProvider.Postgres), "PostgreSQL is not there.");
        await using var town = await Town.Start(DatabaseProvider.Postgres);
        var hanako = await Reserved(town);
        var said = hanako.FromBot.Count;
        await using var another = await town.AnotherBot();
        town.Clock.Advance(TimeSpan.FromDays(3));

        DueTimers[] nodes = [town.Part<DueTimers>(), another.Services.GetRequiredService<DueTimers>()];
        var moved = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(nodes[i % 2].Ring, Cancel)));
        Assert.InRange(moved.Sum(), 0, 1);
        await town.Settles();
        await Town.Settles(another);
        Assert.Single(hanako.FromBot.Skip(said), item => item.Text.Contains("教室の日が 近づきました", StringComparison.Ordinal));

        await Task.WhenAll(town.Part<RunOutPosts>().RunOut(), another.Services.GetRequiredService<RunOutPosts>().RunOut());
        await Task.WhenAll(town.Part<KeepErasures>().Keep(), another.Services.GetRequiredService<KeepErasures>().Keep());
        await Task.WhenAll(town.Part<TidyBroadcasts>().Tidy(Cancel), another.Services.GetRequiredService<TidyBroadcasts>().Tidy(Cancel));
        await Task.WhenAll(town.Part<TidyVisitors>().Tidy(Cancel), another.Services.GetRequiredService<TidyVisitors>().Tidy(Cancel));
    }

    private static async Task<Person> Reserved(Town town)
    {
        var hanako = town.Line.Person("花子");
        await town.Enters(hanako);
        await hanako.Says("教室");
        await town.Settles();
        foreach (var label in new[] { "キャリア塾①を見る", "予約する", "会場で参加する", "1人で参加する", "予約する" })
        {
            await hanako.Taps(label);
            await town.Settles();
        }
        return hanako;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
