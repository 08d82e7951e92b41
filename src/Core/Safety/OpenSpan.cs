using System.Collections.Immutable;
using Concierge.Core.Calendar;

namespace Concierge.Core.Safety;

/// <summary>Hours on some days. A span that ends after midnight belongs to the day on which it begins.</summary>
/// <param name="Days">On which days it begins.</param>
/// <param name="From">Tokyo time.</param>
/// <param name="To">Tokyo time, itself no longer open; at or before <paramref name="From"/> it is that of the next day.</param>
/// <param name="AlsoOn">Seasons that count as holidays for this line, e.g. the days around 5 May.</param>
public sealed record OpenSpan(OpenDays Days, TimeOnly From, TimeOnly To, ImmutableArray<SeasonDays>? AlsoOn = null)
{
    public bool Holds(DateTimeOffset now, Holidays holidays)
    {
        var (day, clock) = (Tokyo.Day(now), Tokyo.Clock(now));
        var overnight = To <= From;
        if (clock >= From && (overnight || clock < To) && Begins(day, holidays)) return true;
        return overnight && clock < To && Begins(day.AddDays(-1), holidays);
    }

    private bool Begins(DateOnly day, Holidays holidays) => Days switch
    {
        OpenDays.Every => true,
        OpenDays.TenthOfMonth => day.Day == 10,
        OpenDays.Holidays => IsHoliday(day, holidays),
        _ => !IsHoliday(day, holidays),
    };

    private bool IsHoliday(DateOnly day, Holidays holidays) =>
        day.DayOfWeek == DayOfWeek.Sunday || holidays.IsHoliday(day) || holidays.IsYearEnd(day) || (AlsoOn is { } seasons && seasons.Any(season => season.Holds(day)));
}

/// <summary>Kinds of days in opening hours.</summary>
public enum OpenDays
{
    Every,

    /// <summary>Monday to Saturday, without holidays and the end of the year.</summary>
    Workdays,

    /// <summary>Sundays, public holidays and the end of the year.</summary>
    Holidays,

    TenthOfMonth,
}
