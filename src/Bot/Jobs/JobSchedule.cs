using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>
/// Every job on one page. Quartz only rings the bell: what is due stands in rows of ours, so a firing that was missed (the
/// process was down) is made good by the next one, and one too many does nothing.
/// </summary>
public static class JobSchedule
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<PutUpRichMenu.Done>();
        services.AddQuartz(jobs =>
        {
            // Missed: the next ring, a second later, finds everything that is due.
            jobs.Every<RingTimers>(TimeSpan.FromSeconds(1));

            // Missed: the next one goes on where the index ends.
            jobs.Every<IndexMessages>(TimeSpan.FromSeconds(1));

            // Missed: the next one writes what the last ones did not.
            jobs.Every<KeepErasures>(TimeSpan.FromSeconds(30));

            // Missed: an hour later they are as much over.
            jobs.Every<RunOutPosts>(TimeSpan.FromHours(1));

            // Missed: the next one finds everybody whose time is over.
            jobs.Every<TidyVisitors>(TimeSpan.FromHours(1));

            // At the start, and again until LINE has taken it; missed: a minute later.
            jobs.Every<PutUpRichMenu>(TimeSpan.FromMinutes(1));
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void Every<T>(this IQuartzBuilder jobs, TimeSpan interval)
        where T : IJob =>
        jobs.ScheduleJob<T>(trigger => trigger
            .WithIdentity(typeof(T).Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount)));
}
