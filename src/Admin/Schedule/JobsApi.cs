using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Schedule;

/// <summary>What the bot does by itself, when it last did and how it went. Names and counts, and nothing of anybody.</summary>
public static class JobsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/jobs", List).Needs(Right.MendQueues).WithSummary("What the bot does by itself: how often, when last and how it went, and whether it is overdue; the most frequent first");

    /// <param name="LastEnded">Null when it has not run yet.</param>
    /// <param name="Outcome">failed: on one of the bots it has not gone well since; done; null when it has not run yet.</param>
    /// <param name="Error">Type of what went wrong there.</param>
    /// <param name="NextExpected">When it is heard of again at the latest; of those that run more often, a word comes once a minute.</param>
    /// <param name="Overdue">Nothing was heard of it for too long: the bot is down, or it hangs.</param>
    /// <param name="Runs">The last ones that did something, failed, or went well again; newest first.</param>
    public sealed record Shown(
        string Name, int EverySeconds, DateTimeOffset? LastBegan, DateTimeOffset? LastEnded, string? Outcome, string? Error, DateTimeOffset NextExpected, bool Overdue,
        IReadOnlyList<Ran> Runs);

    /// <param name="Node">Which of the bots.</param>
    /// <param name="Did">How many things were done, with the runs before it that were not written down.</param>
    public sealed record Ran(string Node, DateTimeOffset Began, DateTimeOffset Ended, int Did, string? Error);

    internal static Listed<Shown> List(Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return database.Reader.Read(unit =>
        {
            var runs = JobBook.Runs(unit);
            return new Listed<Shown>([.. JobBook.All(unit).Select(job => Show(job, [.. runs[job.Name]], now))], null);
        });
    }

    private static Shown Show(JobEntry job, JobRun[] runs, DateTimeOffset now)
    {
        var error = job.Failing(runs, now)?.Error;
        return new(
            job.Name, job.EverySeconds, job.BeganAt, job.EndedAt, job.EndedAt is null ? null : error is null ? "done" : "failed", error, job.NextAt, job.IsOverdue(now),
            [.. runs.Select(run => new Ran(run.Node, run.BeganAt, run.EndedAt, run.Did, run.Error))]);
    }
}
