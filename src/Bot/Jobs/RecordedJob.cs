using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>A job of ours: how it went is written down.</summary>
public abstract class RecordedJob(JobRecord record) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel) => await record.Run(GetType().Name, () => Work(cancel), cancel);

    /// <summary>Does all that is due.</summary>
    /// <returns>How many things it were.</returns>
    protected abstract Task<int> Work(CancellationToken cancel);
}
