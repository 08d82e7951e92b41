using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Erases visitors of the website who never answered anything and were not seen for a month; and links to pages that ran out a week ago.</summary>
[DisallowConcurrentExecution]
public sealed class TidyVisitors(Database database, TimeProvider time, JobRecord record) : RecordedJob(record)
{
    private const int AtOnce = 20;

    public async Task<int> Tidy(CancellationToken cancel)
    {
        for (var gone = 0; ;)
        {
            var some = await database.Writer.Write(unit => Visitors.Tidy(unit, time.GetUtcNow(), AtOnce));
            gone += some;
            if (some < AtOnce || cancel.IsCancellationRequested) return gone;
        }
    }

    protected override Task<int> Work(CancellationToken cancel) => Tidy(cancel);
}
