using Concierge.Data;
using Microsoft.Extensions.Options;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Forgets who had a broadcast that ended long ago, and pictures that none shows.</summary>
[DisallowConcurrentExecution]
public sealed class TidyBroadcasts(Database database, IOptions<BroadcastOptions> options, TimeProvider time, JobRecord record) : RecordedJob(record)
{
    public async Task<int> Tidy(CancellationToken cancel)
    {
        var gone = await database.Writer.Write(unit => BroadcastTidying.DropPictures(unit, time.GetUtcNow()));
        while (!cancel.IsCancellationRequested)
        {
            var some = await database.Writer.Write(unit => BroadcastTidying.Forget(unit, time.GetUtcNow() - options.Value.RecipientsKept));
            if (some == 0) break;
            gone += some;
        }
        return gone;
    }

    protected override Task<int> Work(CancellationToken cancel) => Tidy(cancel);
}
