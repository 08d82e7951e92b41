using System.Globalization;
using Concierge.Admin.Web;
using Concierge.Core.Wording;

namespace Concierge.Admin.Broadcasts;

/// <summary>When a broadcast goes out, as staff say it.</summary>
public static class TimingWords
{
    public static string Say(TimingWish timing) => timing.Kind switch
    {
        "weekly" => Repeated(timing, ("weekday", Words.Say("console_weekday_" + timing.Weekday))),
        "monthly" => Repeated(timing, ("day", timing.Day!.Value)),
        "beforeSeminar" => (timing.Series is { } series ? Words.Say("console_broadcast_of_series", ("series", series)) : "") + Repeated(timing, ("days", timing.DaysBefore!.Value)),
        _ when timing.At is { } at => DeskClock.Full(at),
        _ => Words.Say("console_broadcast_at_once"),
    };

    private static string Repeated(TimingWish timing, (string, object) which) => Words.Say(
        "console_broadcast_" + timing.Kind!.ToLowerInvariant(), which, ("clock", timing.Clock!.Value.ToString("HH:mm", CultureInfo.InvariantCulture)),
        ("until", DeskClock.Day(timing.Until!.Value)));
}
