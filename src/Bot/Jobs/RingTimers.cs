using Concierge.Bot.Turns;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Looks which times have come: offers that run out, reminders, nudges.</summary>
[DisallowConcurrentExecution]
public sealed class RingTimers(DueTimers timers, JobRecord record) : RecordedJob(record)
{
    protected override Task<int> Work(CancellationToken cancel) => timers.Ring();
}
