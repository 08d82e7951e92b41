namespace Concierge.Core.Seminars;

/// <summary>What came of a year's gatherings together: sums, and shares of the sums. Whoever came to several is counted at each.</summary>
public sealed record YearResult(IReadOnlyList<SeminarResult> All)
{
    public int Seats => All.Sum(one => one.Seats);

    public int Taken => All.Sum(one => one.Taken);

    public int Attended => All.Sum(one => one.Attended);

    public int NoShows => All.Sum(one => one.NoShows);

    public int Came => All.Sum(one => one.Came);

    public int FirstTimers => All.Sum(one => one.FirstTimers);

    public int Satisfied => All.Sum(one => one.Satisfied);

    public int Rated => All.Sum(one => one.Rated);

    public NextSteps Next => new(All.Sum(one => one.Next.Reserved), All.Sum(one => one.Next.Applied), All.Sum(one => one.Next.Talked), All.Sum(one => one.Next.Anything));

    /// <summary>Of a hundred, as of one gathering; a large one weighs more than a small one.</summary>
    public decimal? Filled => SeminarResult.Share(Taken, Seats);

    public decimal? Attendance => SeminarResult.Share(Attended, Attended + NoShows);

    public decimal? Satisfaction => SeminarResult.Share(Satisfied, Rated);
}
