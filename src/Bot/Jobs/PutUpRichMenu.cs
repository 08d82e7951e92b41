using Concierge.Bot.Line;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Puts the menu at the foot of the chat up once, as soon as LINE takes it.</summary>
[DisallowConcurrentExecution]
public sealed class PutUpRichMenu(RichMenuSetup setup, LineOptions options, PutUpRichMenu.Done done) : IJob
{
    /// <summary>Whether it stands; until the next start nobody else changes it.</summary>
    public sealed class Done
    {
        public bool Stands { get; set; }
    }

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel)
    {
        if (!options.RichMenu || done.Stands) return;
        done.Stands = await setup.PutUp(cancel);
    }
}
