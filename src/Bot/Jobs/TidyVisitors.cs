using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Erases visitors of the website who never answered anything and were not seen for a month; and links to pages that ran out a week ago.</summary>
[DisallowConcurrentExecution]
public sealed class TidyVisitors(Database database, TimeProvider time) : IJob
{
    private const int AtOnce = 20;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel) => await Tidy(cancel);

    public async Task Tidy(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && await database.Writer.Write(unit => Visitors.Tidy(unit, time.GetUtcNow(), AtOnce)) == AtOnce) { }
    }
}
