using Concierge.Bot.Line;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Puts the menu at the foot of the chat up once, as soon as LINE takes it.</summary>
[DisallowConcurrentExecution]
public sealed class PutUpRichMenu(RichMenuSetup setup, LineOptions options, PutUpRichMenu.Done done, JobRecord record) : RecordedJob(record)
{
    /// <summary>Whether it stands; until the next start nobody else changes it.</summary>
    public sealed class Done
    {
        public bool Stands { get; set; }
    }

    protected override async Task<int> Work(CancellationToken cancel)
    {
        if (!options.RichMenu || done.Stands) return 0;
        done.Stands = await setup.PutUp(cancel);
        return done.Stands ? 1 : 0;
    }
}
