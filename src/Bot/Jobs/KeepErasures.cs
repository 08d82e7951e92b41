using Concierge.Data;
using Quartz;

namespace Concierge.Bot.Jobs;

/// <summary>Writes who left into the file outside the database. One line too many does nothing; none is forgotten.</summary>
[DisallowConcurrentExecution]
public sealed class KeepErasures(Database database, ErasureFile file, JobRecord record) : RecordedJob(record)
{
    public async Task<int> Keep()
    {
        var waiting = database.Reader.Read(Erasures.NotKept);
        if (waiting.Count == 0) return 0;
        file.Append(waiting);
        await database.Writer.Write(unit => Erasures.MarkKept(unit, waiting.Select(e => e.Number)));
        return waiting.Count;
    }

    protected override Task<int> Work(CancellationToken cancel) => Keep();
}
