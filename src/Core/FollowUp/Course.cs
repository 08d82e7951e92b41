using System.Collections.Immutable;
using Concierge.Core.Calendar;

namespace Concierge.Core.FollowUp;

/// <summary>Something that one follows up: a seminar that the person was at, a task that the person has done, a body that has taken them on.</summary>
public sealed record Happened(Occasion Occasion, DateTimeOffset At);

/// <summary>What is to be done with a wave, and when.</summary>
public sealed record Due(Wave Wave, Wave.On On, DateTimeOffset At);

/// <summary>Waves to be added, and planned ones that give way.</summary>
public sealed record Planned(ImmutableArray<Wave> Add, ImmutableArray<Wave> Drop);

/// <summary>
/// Which waves a person has, and what comes next: one at a time, however much was attended. After a seminar what follows is asked 2, 4, 8, 12
/// and 24 weeks later; another seminar meanwhile begins nothing, a placement begins anew.
/// Source of the weeks: follow-up of senior job-seekers, KAKEN 25670331.
/// </summary>
public static class Course
{
    public static readonly ImmutableArray<int> Weeks = [2, 4, 8, 12, 24];

    /// <summary>In days: from asking to the nudge, from there to the telephone list, and how long somebody stays on it.</summary>
    private const int UntilNudge = 3, UntilList = 4, OnList = 14;

    /// <param name="entry">When the person agreed.</param>
    /// <param name="waves">All that the person has, earlier entries included.</param>
    public static Planned Plan(string memberId, DateTimeOffset entry, IReadOnlyCollection<Wave> waves, IEnumerable<Happened> happened, DateTimeOffset now)
    {
        var mine = waves.Where(wave => wave.PlannedAt >= entry).ToArray();
        var series = waves.Select(wave => wave.Series + 1).DefaultIfEmpty().Max();
        ImmutableArray<Wave> entered = mine.Any(wave => wave.Occasion == Occasion.Entry)
            ? []
            : [Wave.Of(memberId, series++, 0, Occasion.Entry, entry, Daytime.NextMorning(now), now)];
        var runs = mine.Where(wave => wave.Occasion != Occasion.Entry).MaxBy(wave => wave.Series);
        var before = runs is null ? null : new Happened(runs.Occasion, runs.StartedAt);
        var follows = happened.Where(one => DueAt(one, Weeks[0]) > entry).OrderBy(one => one.At).ThenBy(one => one.Occasion)
            .Aggregate(before, (running, one) => Begins(running, one) ? one : running);
        return follows is null || follows == before
            ? new Planned(entered, [])
            : new Planned([.. entered, .. Series(memberId, series, follows, now)], [.. mine.Where(wave => wave is { State: WaveState.Planned, Occasion: not Occasion.Entry })]);
    }

    /// <summary>Null when nothing comes any more.</summary>
    public static Due? Next(IReadOnlyCollection<Wave> waves)
    {
        var entry = waves.Where(wave => wave.Occasion == Occasion.Entry).MaxBy(wave => wave.Series);
        var planned = waves.Where(wave => wave.State == WaveState.Planned && (wave == entry || !GivesWay(wave, entry, waves))).MinBy(wave => wave.DueAt);
        if (waves.FirstOrDefault(wave => wave.IsOpen) is not { } open) return planned is null ? null : new Due(planned, Wave.On.Ask, planned.DueAt);
        var next = open.State switch
        {
            WaveState.Asked => new Due(open, Wave.On.Nudge, After(open.ChangedAt, UntilNudge)),
            WaveState.Nudged => new Due(open, Wave.On.List, After(open.ChangedAt, UntilList)),
            _ => new Due(open, Wave.On.Miss, After(open.ChangedAt, OnList)),
        };
        // Two at once would be asked for the same thing: the older one gives way.
        return planned is not null && planned.DueAt <= next.At ? new Due(open, Wave.On.Miss, planned.DueAt) : next;
    }

    /// <summary>
    /// How things were at the start is asked, and asked once more, before anything else: what falls due until it is over, or on the list of those
    /// whom staff telephone, asks for the same three things and is left out.
    /// </summary>
    private static bool GivesWay(Wave wave, Wave? entry, IReadOnlyCollection<Wave> waves) => entry?.State switch
    {
        null => false,
        WaveState.Planned or WaveState.Asked or WaveState.Nudged => true,
        // It was ended for the last that had fallen due.
        WaveState.Missed => waves.Any(later => later.Series == wave.Series && later.DueAt > wave.DueAt && later.DueAt <= entry.ChangedAt),
        _ => wave.DueAt <= entry.ChangedAt,
    };

    private static bool Begins(Happened? running, Happened one) => running is null
        || one.At >= DueAt(running, Weeks[^1])
        || (one.At > running.At && one.Occasion == Occasion.Placement && running.Occasion == Occasion.Seminar);

    /// <summary>Those whose time is not over yet, should the plan come late.</summary>
    private static IEnumerable<Wave> Series(string memberId, int series, Happened of, DateTimeOffset now) => Weeks
        .Where((weeks, at) => DueAt(of, at + 1 < Weeks.Length ? Weeks[at + 1] : weeks) > now)
        .Select(weeks => Wave.Of(memberId, series, weeks, of.Occasion, of.At, DueAt(of, weeks), now));

    private static DateTimeOffset DueAt(Happened of, int weeks) => After(of.At, 7 * weeks);

    private static DateTimeOffset After(DateTimeOffset at, int days) => Daytime.MorningOf(Tokyo.Day(at).AddDays(days));
}
