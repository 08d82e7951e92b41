using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Writes who left into the file outside the database. One line too many does nothing; none is forgotten.</summary>
[DisallowConcurrentExecution]
public sealed class KeepErasures(Database database, ErasureFile file) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel) => await Keep();

    public async Task Keep()
    {
        var waiting = database.Reader.Read(Erasures.NotKept);
        if (waiting.Count == 0) return;
        file.Append(waiting);
        await database.Writer.Write(unit => Erasures.MarkKept(unit, waiting.Select(e => e.Number)));
    }
}
