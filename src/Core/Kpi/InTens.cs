namespace Concierge.Core.Kpi;

/// <summary>
/// Counts for those who only see figures: every one rounded down to tens. So nobody is counted in a group of one to nine, and no two
/// counts differ by one to nine either.
/// </summary>
public static class InTens
{
    public const int Step = 10;

    public static long Of(long people) => people / Step * Step;
}
