using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>When a job ran and how it went.</summary>
/// <param name="Node">Which of the bots.</param>
/// <param name="Did">How many things it has done.</param>
/// <param name="Error">Type of what was thrown; null: it went well.</param>
public sealed record JobRun(string Node, DateTimeOffset BeganAt, DateTimeOffset EndedAt, int Did, string? Error);

/// <summary>The jobs of the bot and their last runs.</summary>
public static class JobBook
{
    public const int RunsKept = 20;

    /// <summary>How long nothing may be written of a job that runs more often: not every second is worth a write.</summary>
    public static readonly TimeSpan Seldom = TimeSpan.FromMinutes(1);

    /// <summary>These jobs there are, and no others. Several nodes may say so at once.</summary>
    public static void Plan(Unit unit, IReadOnlyDictionary<string, TimeSpan> jobs, DateTimeOffset now)
    {
        string[] names = [.. jobs.Keys];
        unit.Db.Set<JobEntry>().Where(job => !names.Contains(job.Name)).ExecuteDelete();
        unit.Db.Set<JobRunEntry>().Where(run => !names.Contains(run.Job)).ExecuteDelete();
        foreach (var (name, every) in jobs)
            unit.Db.Database.ExecuteSql(
                $"""
                INSERT INTO job (name, every_seconds, next_at) VALUES ({name}, {(int)every.TotalSeconds}, {now.UtcTicks})
                ON CONFLICT (name) DO UPDATE SET every_seconds = excluded.every_seconds
                """);
    }

    /// <summary>Nothing, when another version of the bot has no such job.</summary>
    public static void Note(Unit unit, string name, JobRun run)
    {
        if (unit.Db.Set<JobEntry>().Find(name) is not { } job) return;
        (job.BeganAt, job.EndedAt, job.NextAt) = (run.BeganAt, run.EndedAt, run.BeganAt + job.Silence);
        if (run.Did > 0 || run.Error is not null || HadFailed(unit, name, run.Node)) Keep(unit, name, run);
        unit.Db.SaveChanges();
    }

    /// <summary>The most frequent first.</summary>
    public static IReadOnlyList<JobEntry> All(Unit unit) => [.. unit.Db.Set<JobEntry>().AsNoTracking().OrderBy(job => job.EverySeconds).ThenBy(job => job.Name)];

    /// <summary>By job, the newest first.</summary>
    public static ILookup<string, JobRun> Runs(Unit unit) => unit.Db.Set<JobRunEntry>().AsNoTracking().OrderByDescending(run => run.Id).AsEnumerable()
        .ToLookup(run => run.Job, run => new JobRun(run.Node, run.BeganAt, run.EndedAt, run.Did, run.Error));

    private static bool HadFailed(Unit unit, string name, string node) =>
        unit.Db.Set<JobRunEntry>().Where(r => r.Job == name && r.Node == node).OrderByDescending(r => r.Id).Select(r => r.Error).FirstOrDefault() is not null;

    private static void Keep(Unit unit, string name, JobRun run)
    {
        var runs = unit.Db.Set<JobRunEntry>();
        if (runs.Where(r => r.Job == name).OrderByDescending(r => r.Id).Select(r => (long?)r.Id).Skip(RunsKept - 1).FirstOrDefault() is { } tooOld)
            runs.Where(r => r.Job == name && r.Id <= tooOld).ExecuteDelete();
        runs.Add(new JobRunEntry { Job = name, Node = run.Node, BeganAt = run.BeganAt, EndedAt = run.EndedAt, Did = run.Did, Error = run.Error });
    }
}
