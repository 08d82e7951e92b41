using System.Globalization;
using Concierge.Core.Calendar;
using Concierge.Core.Wording;

namespace Concierge.Admin.Web;

/// <summary>Times as they are read at a desk, by the clocks of Tokyo.</summary>
public static class DeskClock
{
    public static string Say(DateTimeOffset at, DateTimeOffset now)
    {
        var (local, clock) = (Tokyo.Of(at), Tokyo.Of(at).ToString("H:mm", CultureInfo.InvariantCulture));
        return Tokyo.Day(at) == Tokyo.Day(now) ? Words.Say("console_today", ("clock", clock)) : Words.Say("console_day", ("month", local.Month), ("day", local.Day), ("clock", clock));
    }

    public static string Day(DateTimeOffset at) => Words.Say("console_date", ("year", Tokyo.Of(at).Year), ("month", Tokyo.Of(at).Month), ("day", Tokyo.Of(at).Day));
}
