namespace Concierge.Core.Seminars;

/// <summary>What came of a year's gatherings together: sums, and shares of the sums; a large one weighs more than a small one. Whoever came to several is counted at each.</summary>
public sealed record YearResult(IReadOnlyList<SeminarResult> Gatherings)
{
    public SeatsResult OnSite => Gatherings.Aggregate(SeatsResult.None, (sum, one) => sum + one.OnSite);

    public SeatsResult Online => Gatherings.Aggregate(SeatsResult.None, (sum, one) => sum + one.Online);

    public SeatsResult All => OnSite + Online;

    public int Came => Gatherings.Sum(one => one.Came);

    public int FirstTimers => Gatherings.Sum(one => one.FirstTimers);

    public int Satisfied => Gatherings.Sum(one => one.Satisfied);

    public int Rated => Gatherings.Sum(one => one.Rated);

    public NextSteps Next => Gatherings.Aggregate(new NextSteps(0, 0, 0, 0), (sum, one) => sum + one.Next);

    /// <summary>Of a hundred; null where there is nothing to divide by.</summary>
    public decimal? Satisfaction => SeminarResult.Share(Satisfied, Rated);
}
