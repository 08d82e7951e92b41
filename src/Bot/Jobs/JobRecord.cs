using System.Collections.Concurrent;
using Concierge.Data;

namespace Concierge.Bot.Jobs;

/// <summary>
/// Writes down how jobs went, for people to look at. At once when one fails, fails otherwise or goes well again; else once a minute at most,
/// with what was done meanwhile: a ring each second is not to be a write each second.
/// </summary>
public sealed class JobRecord(Database database, Node node, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Written> last = new();

    /// <param name="work">Gives how many things it has done.</param>
    public async Task Run(string job, Func<Task<int>> work, CancellationToken cancel)
    {
        var began = time.GetUtcNow();
        int did;
        try
        {
            did = await work();
        }
        // An end that was asked for is no failure.
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            await Note(job, new JobRun(node.Name, began, time.GetUtcNow(), 0, e.GetType().Name));
            throw;
        }
        await Note(job, new JobRun(node.Name, began, time.GetUtcNow(), did, null));
    }

    private async Task Note(string job, JobRun run)
    {
        var before = last.GetValueOrDefault(job);
        run = run with { Did = run.Did + (before?.DidSince ?? 0) };
        if (before is not null && before.Error == run.Error && (run.EndedAt - before.At).Duration() < JobBook.Seldom)
        {
            last[job] = before with { DidSince = run.Did };
            return;
        }
        await database.Writer.Write(unit => JobBook.Note(unit, job, run));
        last[job] = new Written(run.EndedAt, run.Error, 0);
    }

    private sealed record Written(DateTimeOffset At, string? Error, int DidSince);
}
