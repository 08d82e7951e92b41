using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>A job of the bot, and how it went the last time. What is due stands elsewhere: this is for people to look at.</summary>
public sealed class JobEntry
{
    /// <summary>How late the next word of it may be: a start takes a while, and a job may have much to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public required string Name { get; init; }
    public required int EverySeconds { get; set; }
    public DateTimeOffset? BeganAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>When it is heard of again, at the latest.</summary>
    public required DateTimeOffset NextAt { get; set; }

    /// <summary>How long it may be silent: nobody writes each second.</summary>
    internal TimeSpan Silence => TimeSpan.FromSeconds(EverySeconds) is var every && every < JobBook.Seldom ? JobBook.Seldom : every;

    /// <summary>Nothing was heard of it for too long: the bot is down, or it hangs.</summary>
    public bool IsOverdue(DateTimeOffset now) => now > NextAt + Patience;

    /// <summary>What went wrong on a node where it has not gone well since: that it goes well on another hides nothing. Null when all is well.</summary>
    /// <param name="runs">Its own, newest first.</param>
    public JobRun? Failing(IEnumerable<JobRun> runs, DateTimeOffset now) =>
        runs.DistinctBy(run => run.Node).FirstOrDefault(run => run.Error is not null && run.EndedAt + Silence + Patience >= now);

    public bool NeedsLooking(IEnumerable<JobRun> runs, DateTimeOffset now) => IsOverdue(now) || Failing(runs, now) is not null;

    internal static void Map(ModelBuilder model) => model.Entity<JobEntry>().ToTable("job").HasKey(j => j.Name);
}

/// <summary>A run that did something, failed, or went well again.</summary>
public sealed class JobRunEntry
{
    public long Id { get; init; }
    public required string Job { get; init; }

    /// <summary>Which of the bots.</summary>
    public required string Node { get; init; }
    public required DateTimeOffset BeganAt { get; init; }
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How many things it has done, with the runs before it that were not written down.</summary>
    public required int Did { get; init; }
    public string? Error { get; init; }

    internal static void Map(ModelBuilder model)
    {
        var run = model.Entity<JobRunEntry>().ToTable("job_run");
        run.HasKey(r => r.Id);
        run.HasIndex(r => new { r.Job, r.Id });
    }
}
