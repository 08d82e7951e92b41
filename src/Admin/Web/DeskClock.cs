using System.Globalization;
using Concierge.Core.Calendar;
using Concierge.Core.Wording;

namespace Concierge.Admin.Web;

/// <summary>Times as they are read at a desk, by the clocks of Tokyo: 2026年11月24日（火）9:05, on every page.</summary>
public static class DeskClock
{
    /// <summary>Of what is going on: today is said as such, and the year where it is another.</summary>
    public static string Say(DateTimeOffset at, DateTimeOffset now)
    {
        if (Tokyo.Day(at) == Tokyo.Day(now)) return Words.Say("console_today", ("clock", Clock(at)));
        return Tokyo.Of(at).Year == Tokyo.Of(now).Year ? $"{Words.Say("console_day", Parts(at))}{Clock(at)}" : Full(at);
    }

    /// <param name="toTheSecond">Where the order of what happened within a minute counts.</param>
    public static string Full(DateTimeOffset at, bool toTheSecond = false) => Day(at) + Clock(at, toTheSecond);

    public static string Day(DateTimeOffset at) => Words.Say("console_date", Parts(at));

    public static string Day(DateOnly day) => Day(Tokyo.At(day, TimeOnly.MinValue));

    private static (string Name, object Value)[] Parts(DateTimeOffset at)
    {
        var day = Tokyo.Day(at);
        return [("year", day.Year), ("month", day.Month), ("day", day.Day), ("weekday", Tokyo.Weekday(at))];
    }

    private static string Clock(DateTimeOffset at, bool toTheSecond = false) => Tokyo.Of(at).ToString(toTheSecond ? "H:mm:ss" : "H:mm", CultureInfo.InvariantCulture);
}
