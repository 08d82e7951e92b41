namespace Concierge.Core.Seminars;

/// <summary>What came of a gathering, in counts. Seats count companions; all else counts those who reserved.</summary>
/// <param name="OnSite">Of the hall.</param>
/// <param name="Online">Counted apart: an empty line online is no empty hall.</param>
/// <param name="Cancelled">Reservations that were given back, in time or not.</param>
/// <param name="Came">People who came.</param>
/// <param name="FirstTimers">Of them: who had been to none before.</param>
/// <param name="Satisfied">Of those who said: とても よかった or よかった.</param>
/// <param name="Rated">Who said how it was.</param>
/// <param name="Next">What those who came did within <see cref="NextSteps.Days"/> days.</param>
public sealed record SeminarResult(Seminar Seminar, SeatsResult OnSite, SeatsResult Online, int Cancelled, int Came, int FirstTimers, int Satisfied, int Rated, NextSteps Next)
{
    /// <summary>What the council wants of a hundred.</summary>
    public const int Wanted = 90;

    /// <summary>Of both.</summary>
    public SeatsResult All => OnSite + Online;

    /// <summary>Of a hundred; null where there is nothing to divide by.</summary>
    public decimal? Satisfaction => Share(Satisfied, Rated);

    internal static decimal? Share(int of, int all) => all == 0 ? null : Math.Round(100m * of / all, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Seats in the hall, or online.</summary>
/// <param name="Taken">In the end.</param>
/// <param name="Attended">Of those who came.</param>
/// <param name="NoShows">Kept in vain.</param>
public sealed record SeatsResult(int Seats, int Taken, int Attended, int NoShows)
{
    public static readonly SeatsResult None = new(0, 0, 0, 0);

    /// <summary>Of a hundred; null where there is nothing to divide by.</summary>
    public decimal? Filled => SeminarResult.Share(Taken, Seats);

    public decimal? Attendance => SeminarResult.Share(Attended, Attended + NoShows);

    public static SeatsResult operator +(SeatsResult one, SeatsResult other) =>
        new(one.Seats + other.Seats, one.Taken + other.Taken, one.Attended + other.Attended, one.NoShows + other.NoShows);
}

/// <summary>How many people did it, each counted once in each.</summary>
/// <param name="Anything">At least one of the three.</param>
public sealed record NextSteps(int Reserved, int Applied, int Talked, int Anything)
{
    public const int Days = 90;

    public static NextSteps operator +(NextSteps one, NextSteps other) =>
        new(one.Reserved + other.Reserved, one.Applied + other.Applied, one.Talked + other.Talked, one.Anything + other.Anything);
}

/// <summary>What some of those who had to do with a gathering bring to its result.</summary>
/// <param name="Kept">Seats of those who have reserved and were not seen: once it is over, in vain.</param>
public sealed record SeminarCounts(BothWays Attended, BothWays Kept, int Cancelled, int Came, int FirstTimers, int Satisfied, int Rated, NextSteps Next)
{
    public static SeminarCounts operator +(SeminarCounts one, SeminarCounts other) => new(
        one.Attended + other.Attended, one.Kept + other.Kept, one.Cancelled + other.Cancelled, one.Came + other.Came, one.FirstTimers + other.FirstTimers,
        one.Satisfied + other.Satisfied, one.Rated + other.Rated, one.Next + other.Next);

    public SeminarResult Of(Seminar seminar, DateTimeOffset now)
    {
        var isOver = seminar.State == SeminarState.Open && seminar.IsOver(now);
        return new SeminarResult(
            seminar,
            new SeatsResult(seminar.OnSiteSeats, seminar.OnSiteTaken, Attended.OnSite, isOver ? Kept.OnSite : 0), new SeatsResult(seminar.OnlineSeats, seminar.OnlineTaken, Attended.Online, isOver ? Kept.Online : 0),
            Cancelled, Came, FirstTimers, Satisfied, Rated, Next);
    }
}

/// <summary>Seats in the hall and online.</summary>
public sealed record BothWays(int OnSite, int Online)
{
    public static BothWays Of(IEnumerable<Reservation> all) =>
        new(all.Where(r => r.How == Attendance.OnSite).Sum(r => r.Seats), all.Where(r => r.How == Attendance.Online).Sum(r => r.Seats));

    public static BothWays operator +(BothWays one, BothWays other) => new(one.OnSite + other.OnSite, one.Online + other.Online);
}
