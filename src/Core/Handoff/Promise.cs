using System.Globalization;
using Concierge.Core.Calendar;
using Concierge.Core.Wording;

namespace Concierge.Core.Handoff;

/// <summary>A promised time as it is said: 「きょうの 午後2時」. In whole tens of minutes, never earlier than it is.</summary>
public static class Promise
{
    private static readonly TimeSpan Ten = TimeSpan.FromMinutes(10);

    public static string Spell(DateTimeOffset at, DateTimeOffset now)
    {
        var said = Tokyo.Of(RoundUp(at));
        return Words.Say("staff_time", ("day", Day(said, now)), ("half", Words.Say(said.Hour switch { < 12 => "staff_am", 12 => "staff_noon", _ => "staff_pm" })), ("clock", Clock(said)));
    }

    private static string Day(DateTimeOffset at, DateTimeOffset now) => (Tokyo.Day(at).DayNumber - Tokyo.Day(now).DayNumber) switch
    {
        0 => Words.Say("staff_today"),
        1 => Words.Say("staff_tomorrow"),
        _ => Words.Say("staff_day", ("month", at.Month), ("day", at.Day), ("weekday", Tokyo.Weekday(at))),
    };

    private static string Clock(DateTimeOffset at)
    {
        var hour = (at.Hour + 11) % 12 + 1;
        return Words.Say(at.Minute == 0 ? "staff_hour" : "staff_clock", ("hour", hour), ("minute", at.Minute.ToString(CultureInfo.InvariantCulture)));
    }

    private static DateTimeOffset RoundUp(DateTimeOffset at) => at.AddTicks((Ten.Ticks - at.UtcTicks % Ten.Ticks) % Ten.Ticks);
}
