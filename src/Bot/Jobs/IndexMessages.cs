using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Makes what was said findable for staff, and takes out of the index what was taken back. No turn waits for it.</summary>
[DisallowConcurrentExecution]
public sealed class IndexMessages(Database database, JobRecord record) : RecordedJob(record)
{
    protected override Task<int> Work(CancellationToken cancel) => MessageIndex.CatchUp(database, cancel);
}
