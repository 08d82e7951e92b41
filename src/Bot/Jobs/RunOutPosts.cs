using Concierge.Core.Calendar;
using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Ends posts whose last day of work has passed. Nobody is shown them meanwhile: the search leaves them out by itself.</summary>
[DisallowConcurrentExecution]
public sealed class RunOutPosts(Database database, TimeProvider time, JobRecord record) : RecordedJob(record)
{
    public Task<int> RunOut() => database.Writer.Write(unit => new Posts(unit).RunOut(Tokyo.Day(time.GetUtcNow())));

    protected override Task<int> Work(CancellationToken cancel) => RunOut();
}
