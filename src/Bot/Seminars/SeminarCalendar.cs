using System.Globalization;
using System.Text;
using Concierge.Core.Seminars;
using Concierge.Core.Wording;

namespace Concierge.Bot.Seminars;

/// <summary>Seminars as a calendar file (RFC 5545): public facts only, the same for everybody. See docs/decisions/0006.</summary>
public static class SeminarCalendar
{
    /// <summary>RFC 5545, 3.1: octets of a line without its end.</summary>
    private const int LineOctets = 75;

    /// <summary>One after the other.</summary>
    public static string Write(IEnumerable<Seminar> seminars, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Kashiwa//Concierge//JA",
            "METHOD:PUBLISH",
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Tokyo",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0900",
            "TZOFFSETTO:+0900",
            "TZNAME:JST",
            "END:STANDARD",
            "END:VTIMEZONE",
            .. seminars.SelectMany(seminar => Event(seminar, now)),
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(line => Folded(line) + "\r\n"));
    }

    private static string[] Event(Seminar seminar, DateTimeOffset now) =>
    [
        "BEGIN:VEVENT",
        // The same for ever: taken twice it stands in the calendar once.
        $"UID:seminar-{seminar.Id}@concierge.kashiwa",
        $"DTSTAMP:{Clock(now.ToUniversalTime())}Z",
        // A calendar that holds an older one takes the newer for it.
        $"SEQUENCE:{seminar.Revision.ToString(CultureInfo.InvariantCulture)}",
        $"STATUS:{(seminar.State == SeminarState.CalledOff ? "CANCELLED" : "CONFIRMED")}",
        $"DTSTART;TZID=Asia/Tokyo:{Clock(SeminarTime.Tokyo(seminar.StartsAt))}",
        $"DTEND;TZID=Asia/Tokyo:{Clock(SeminarTime.Tokyo(seminar.EndsAt))}",
        $"SUMMARY:{Escaped(seminar.Title)}",
        $"DESCRIPTION:{Escaped($"{seminar.About}\n{Words.Say("seminar_bring", ("bring", seminar.Bring))}")}",
        $"LOCATION:{Escaped(seminar.OnSiteSeats == 0 ? Words.Say("seminar_place_online") : $"{seminar.Place} {seminar.Address}")}",
        "END:VEVENT",
    ];

    private static string Clock(DateTimeOffset at) => at.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>RFC 5545, 3.3.11.</summary>
    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .ReplaceLineEndings(@"\n");

    /// <summary>Between characters, never inside one: half of 𠮷 is no character. The space that begins a further line counts.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder(line.Length + 8);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
