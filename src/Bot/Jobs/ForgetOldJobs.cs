using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>A store that outlives the process still holds the jobs of an earlier version, which nobody can run any more.</summary>
public sealed class ForgetOldJobs(ISchedulerFactory schedulers) : IHostedService
{
    public async Task StartAsync(CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancel))
            if (!JobSchedule.All.ContainsKey(key.Name)) await scheduler.DeleteJob(key, cancel);
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
