using Concierge.Core.Calendar;

namespace Concierge.Core.Understanding;

/// <summary>
/// Days and times, as people say them, on the clocks of Tokyo. Weeks begin on Monday (JIS X 0301). A day without a year or a
/// month is the next one, today included; a bare day of the week is the next one, today not included. Hours from 1 to 6
/// without 午前 or 朝 are in the afternoon: nothing of ours happens at night.
/// </summary>
public static class Moments
{
    /// <summary>A longer text tells a story.</summary>
    private const int Longest = 40;

    /// <param name="wholly">True: nothing else may have been said.</param>
    /// <returns>Null where no one moment was said.</returns>
    public static Understood.Moment? Read(Utterance said, Expect expect, DateTimeOffset now, bool wholly)
    {
        if (said.Bare.Length > Longest) return null;
        var scan = MomentScan.Of(said.Marked);
        if (scan.IsSpoilt || (!scan.IsWhole && (wholly || IsTopic(said)))) return null;
        var wantsDate = expect is Expect.Date;
        var wantsTime = expect is Expect.Time;
        if (scan.Lone is { } lone && !TakeLone(scan, lone, wantsDate, wantsTime)) return null;
        if (!TryDate(scan, now, out var day) || !TryTime(scan, now, out var at)) return null;
        return (wantsDate, wantsTime) switch
        {
            (true, _) => day is null ? null : new(day, null, scan.Part),
            (_, true) => at is null ? null : new(null, at),
            _ => day is null && at is null ? null : new(day, at, at is null ? scan.Part : null),
        };
    }

    /// <summary>「今日は 暑いですね」 names no day.</summary>
    private static bool IsTopic(Utterance said) => said.Folded.StartsWith("きようは", StringComparison.Ordinal);

    /// <summary>「15」 where a day was asked for, 「10」 where a time was, 「午後3」 anywhere.</summary>
    private static bool TakeLone(MomentScan scan, int lone, bool wantsDate, bool wantsTime)
    {
        if (scan.Hour is null && (wantsTime || scan.Part is not null))
        {
            (scan.Hour, scan.Minute) = lone > 99 ? (lone / 100, lone % 100) : (lone, 0);
            return true;
        }
        if (!wantsDate || scan.Day is not null || scan.Weekday is not null || scan.Days is not null) return false;
        if (lone > 99) (scan.Month, scan.Day) = (lone / 100, lone % 100);
        else scan.Day = lone;
        return true;
    }

    private static bool TryTime(MomentScan scan, DateTimeOffset now, out TimeOnly? at)
    {
        at = null;
        if (scan.MinutesLater is { } later)
        {
            at = TimeOnly.FromDateTime(Tokyo.Of(now.AddMinutes(later)).DateTime);
            at = new TimeOnly(at.Value.Hour, at.Value.Minute);
            return scan.Hour is null;
        }
        if (scan.Hour is not { } hour) return scan.Minute is null;
        if (scan.IsNoon) { at = new TimeOnly(12, 0); return true; }
        var minute = scan.Minute ?? 0;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || InDay(hour, scan) is not { } h) return false;
        at = new TimeOnly(h, minute);
        return true;
    }

    /// <summary>The hour of 24, or null where the words do not go together, as in 午後12時, which is both noon and midnight.</summary>
    private static int? InDay(int hour, MomentScan scan) => scan.Part switch
    {
        null => hour is >= 1 and <= 6 && !scan.IsPadded ? hour + 12 : hour,
        DayPart.Early or DayPart.Morning => hour is < 12 ? hour : null,
        DayPart.Noon => hour switch { 11 or 12 => hour, >= 1 and <= 4 => hour + 12, >= 13 and <= 16 => hour, _ => null },
        DayPart.Afternoon => hour switch { < 12 => hour + 12, 12 => null, _ => hour },
        DayPart.Evening => hour switch { >= 3 and <= 7 => hour + 12, >= 15 and <= 19 => hour, _ => null },
        _ => hour switch { >= 5 and <= 11 => hour + 12, >= 17 => hour, _ => null },
    };

    private static bool TryDate(MomentScan scan, DateTimeOffset now, out DateOnly? day)
    {
        var today = Tokyo.Day(now);
        day = scan.MinutesLater is { } later ? Tokyo.Day(now.AddMinutes(later)) : null;
        if (scan.Days is { } days) day = today.AddDays(days + (7 * (scan.Weeks ?? 0)));
        else if (scan.MonthsLater is { } months) day = today.AddMonths(months);
        else if (scan.Holiday is { } name) day = Holidays.Embedded.Next(name, today);
        else if (scan.IsMonthEnd) day = MonthEnd(scan, today);
        else if (scan.Day is not null || scan.Nth is not null) { if ((day = InMonth(scan, today)) is null) return false; }
        else if (scan.Month is not null || scan.Year is not null || scan.Months is not null || scan.Years is not null) return false;
        else if (scan.Weekday is { } weekday) day = scan.Weeks is { } weeks ? OfWeek(today, weeks, weekday) : Next(today, weekday);
        else if (scan.Weeks is not null) return false;
        return scan.Weekday is not { } named || day is not { } found || found.DayOfWeek == named;
    }

    private static DateOnly OfWeek(DateOnly today, int weeks, DayOfWeek weekday) =>
        today.AddDays((7 * weeks) + FromMonday(weekday) - FromMonday(today.DayOfWeek));

    private static DateOnly Next(DateOnly today, DayOfWeek weekday) => today.AddDays(((FromMonday(weekday) - FromMonday(today.DayOfWeek) + 6) % 7) + 1);

    private static int FromMonday(DayOfWeek day) => ((int)day + 6) % 7;

    private static DateOnly? MonthEnd(MomentScan scan, DateOnly today) => Monthly(scan, today).Cast<DateOnly?>().FirstOrDefault()?.AddMonths(1).AddDays(-1);

    /// <summary>The first month in which there is such a day, not past unless it was named so.</summary>
    private static DateOnly? InMonth(MomentScan scan, DateOnly today)
    {
        foreach (var month in Monthly(scan, today))
        {
            if (In(month, scan) is not { } day) continue;
            if (scan.Year is not null || scan.Years is not null || scan.Months is not null || day >= today) return day;
        }
        return null;
    }

    private static DateOnly? In(DateOnly month, MomentScan scan)
    {
        if (scan.Day is { } day) return day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month) ? month.AddDays(day - 1) : null;
        if (scan.Weekday is not { } weekday || scan.Nth is not (>= 1 and <= 5)) return null;
        var found = Next(month.AddDays(-1), weekday).AddDays(7 * (scan.Nth.Value - 1));
        return found.Month == month.Month ? found : null;
    }

    /// <summary>The firsts of the months that can be meant, the likeliest first.</summary>
    private static IEnumerable<DateOnly> Monthly(MomentScan scan, DateOnly today)
    {
        var year = scan.Year ?? (scan.Years is { } shift ? today.Year + shift : null);
        if (year is < 1868 or > 2200 || scan.Month is < 1 or > 12) return [];
        if (scan.Months is { } months) return [new DateOnly(today.Year, today.Month, 1).AddMonths(months)];
        if (year is { } y) return scan.Month is { } m ? [new DateOnly(y, m, 1)] : [];
        // Nine years reach the next 29 February from anywhere.
        if (scan.Month is { } month) return Enumerable.Range(today.Year, 9).Select(any => new DateOnly(any, month, 1)).Where(first => first.AddMonths(1) > today);
        return Enumerable.Range(0, 3).Select(ahead => new DateOnly(today.Year, today.Month, 1).AddMonths(ahead));
    }
}
