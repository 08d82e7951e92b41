namespace Concierge.Core.Seminars;

/// <summary>What came of a gathering, in counts. Seats count companions; all else counts those who reserved.</summary>
/// <param name="Taken">Seats that were taken in the end.</param>
/// <param name="Attended">Seats of those who came.</param>
/// <param name="NoShows">Seats that were kept in vain.</param>
/// <param name="Cancelled">Reservations that were given back, in time or not.</param>
/// <param name="Came">People who came.</param>
/// <param name="FirstTimers">Of them: who had been to none before.</param>
/// <param name="Satisfied">Of those who said: とても よかった or よかった.</param>
/// <param name="Rated">Who said how it was.</param>
/// <param name="Next">What those who came did within <see cref="NextSteps.Days"/> days.</param>
public sealed record SeminarResult(Seminar Seminar, int Taken, int Attended, int NoShows, int Cancelled, int Came, int FirstTimers, int Satisfied, int Rated, NextSteps Next)
{
    /// <summary>What the council wants of a hundred.</summary>
    public const int Wanted = 90;

    public int Seats => Seminar.OnSiteSeats + Seminar.OnlineSeats;

    /// <summary>Of a hundred; null where there is nothing to divide by.</summary>
    public decimal? Filled => Share(Taken, Seats);

    public decimal? Attendance => Share(Attended, Attended + NoShows);

    public decimal? Satisfaction => Share(Satisfied, Rated);

    internal static decimal? Share(int of, int all) => all == 0 ? null : Math.Round(100m * of / all, 1, MidpointRounding.AwayFromZero);
}

/// <summary>How many people did it, each counted once in each.</summary>
/// <param name="Anything">At least one of the three.</param>
public sealed record NextSteps(int Reserved, int Applied, int Talked, int Anything)
{
    public const int Days = 90;
}
