using Concierge.Core.Calendar;
using Concierge.Core.Wording;

namespace Concierge.Core.Kpi;

/// <summary>
/// What a figure was counted from, for those who only see figures: of people who were followed up or checked they read how many a quarter,
/// for by the day one could be recognised.
/// </summary>
public static class InQuarters
{
    private static readonly KpiSource[] OfPeople = [KpiSource.FollowedUp, KpiSource.FirstChecks];

    public static IEnumerable<Happening> Of(FiscalYear year, IEnumerable<Happening> counted) => counted
        .GroupBy(one => OfPeople.Contains(one.Source) ? Period.All.Single(period => period.Quarter is not null && period.Holds(year, one.Day)) : (Period?)null)
        .SelectMany(group => group.Key is { } quarter ? (IEnumerable<Happening>)[Together(year, quarter, [.. group])] : group)
        .OrderByDescending(one => one.Day);

    private static Happening Together(FiscalYear year, Period quarter, IReadOnlyList<Happening> all) =>
        new(all[0].Source, Tokyo.Day(quarter.Start(year)), all[0].What, all.Sum(one => one.Number), null, Words.Say("kpi_in_quarter", ("n", quarter.Quarter!.Value)));
}
