using System.Collections.Immutable;
using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>
/// Every job on one page. Quartz only rings the bell: what is due stands in rows of ours, so a firing that was missed (the
/// process was down) is made good by the next one, and one too many does nothing,
/// on this node or another. What is said here of a missed one, the console says in the office's words (<c>console_job_*_missed</c>).
/// </summary>
public static class JobSchedule
{
    private static readonly Planned[] Jobs =
    [
        // Missed: the next ring, a second later, finds everything that is due.
        Every<RingTimers>(TimeSpan.FromSeconds(1)),

        // Missed: the next one sends what is not too late by then, and ends what is.
        Every<SendBroadcasts>(TimeSpan.FromSeconds(1)),

        // Missed: the next one goes on where the index ends.
        Every<IndexMessages>(TimeSpan.FromSeconds(1)),

        // Missed: the next one writes what the last ones did not.
        Every<KeepErasures>(TimeSpan.FromSeconds(30)),

        // Missed: an hour later they are as much over.
        Every<RunOutPosts>(TimeSpan.FromHours(1)),

        // Missed: the next one finds everybody whose time is over.
        Every<TidyVisitors>(TimeSpan.FromHours(1)),

        // Missed: the next one forgets whatever is old enough by then.
        Every<TidyBroadcasts>(TimeSpan.FromHours(1)),

        // Missed: the next one looks back over a month.
        Every<PlanFollowUps>(TimeSpan.FromMinutes(10)),

        // At the start, and again until LINE has taken it; missed: a minute later.
        Every<PutUpRichMenu>(TimeSpan.FromMinutes(1)),
    ];

    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(2);

    /// <summary>After so long without one. A node that only paused then rings beside the other, which changes nothing.</summary>
    private static readonly TimeSpan GivenUp = TimeSpan.FromSeconds(8);

    /// <summary>Name and interval of each.</summary>
    public static ImmutableDictionary<string, TimeSpan> All { get; } = Jobs.ToImmutableDictionary(job => job.Name, job => job.Interval);

    public static void AddJobs(this WebApplicationBuilder builder)
    {
        var isShared = DatabaseSettings.Provider(key => builder.Configuration[key]) == DatabaseProvider.Postgres;
        builder.Services.AddSingleton<PutUpRichMenu.Done>();
        builder.Services.AddSingleton<JobRecord>();
        builder.Services.AddQuartz(quartz =>
        {
            foreach (var job in Jobs) job.Add(quartz);
            // On SQLite there is one bot, and its bell may stay in its memory.
            if (isShared) quartz.UsePersistentStore(RingAsOne);
        });
        builder.Services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        if (isShared) builder.Services.AddHostedService<ForgetOldJobs>();
    }

    /// <summary>The nodes ring as one: each job on one of them at a time, and when that one dies another goes on within <see cref="GivenUp"/>.</summary>
    private static void RingAsOne(IPersistentStoreBuilder store)
    {
        store.UsePostgres(source => source.DataSourceFactory = services => services.GetRequiredService<Database>().Server!);
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (SignOfLife, GivenUp - SignOfLife));
        store.ProvisionSchema();
        // A thread that waits for the server must not keep alive a process that was told to end.
        store.ConfigureStore(options => options.UseBackgroundThreads = true);
    }

    private static Planned Every<T>(TimeSpan interval)
        where T : RecordedJob =>
        new(typeof(T).Name, interval, quartz => quartz.ScheduleJob<T>(trigger => trigger
            .WithIdentity(typeof(T).Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))));

    private sealed record Planned(string Name, TimeSpan Interval, Action<IQuartzBuilder> Add);
}
