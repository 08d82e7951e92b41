using Concierge.Bot.Broadcasts;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Sends the broadcasts that are due.</summary>
[DisallowConcurrentExecution]
public sealed class SendBroadcasts(BroadcastSender sender, JobRecord record) : RecordedJob(record)
{
    protected override Task<int> Work(CancellationToken cancel) => sender.SendWhatIsDue(cancel);
}
