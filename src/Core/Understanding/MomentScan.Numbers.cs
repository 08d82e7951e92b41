using System.Globalization;

namespace Concierge.Core.Understanding;

/// <summary>Numbers and what is counted: 4月, 3日後, 14:30, 2026/4/1.</summary>
public sealed partial class MomentScan
{
    /// <summary>Nobody makes an appointment for longer ahead, in whatever unit.</summary>
    private const int FurthestAhead = 4000;

    private delegate int Act(MomentScan scan, int number, ReadOnlySpan<char> rest);

    /// <summary>The longer first. Each says how much more than the unit it took.</summary>
    private static readonly (string Unit, Act Act)[] Units =
    [
        .. Unit("週間後 週後", (scan, n, _) => { scan.Ahead(n, ref scan.Days, 7 * n); return 0; }),
        .. Unit("日後", (scan, n, _) => { scan.Ahead(n, ref scan.Days, n); return 0; }),
        .. Unit("日前", (scan, n, _) => { scan.Ahead(n, ref scan.Days, -n); return 0; }),
        .. Unit("か月後 ヶ月後 ケ月後 月後 箇月後", (scan, n, _) => { scan.Ahead(n, ref scan.MonthsLater, n); return 0; }),
        .. Unit("時間半後", (scan, n, _) => { scan.Ahead(n, ref scan.MinutesLater, (n * 60) + 30); return 0; }),
        .. Unit("時間後", (scan, n, _) => { scan.Ahead(n, ref scan.MinutesLater, n * 60); return 0; }),
        .. Unit("分後", (scan, n, _) => { scan.Ahead(n, ref scan.MinutesLater, n); return 0; }),
        .. Unit("日間 日おき 日分 日目 日ごと 週間 時間 年間 か月 日以内 年後 年前", (scan, _, _) => { scan.IsSpoilt = true; return 0; }),
        .. Unit("年 ねん", (scan, n, _) => { scan.SetYear(n); return 0; }),
        .. Unit("月 がつ", (scan, n, _) => { scan.Set(ref scan.Month, n); return 0; }),
        .. Unit("日 にち", (scan, n, _) => { scan.Set(ref scan.Day, n); return 0; }),
        .. Unit("時 じ", (scan, n, rest) => scan.TakeClock(n, rest)),
    ];

    private int TakeNumber(int at)
    {
        var end = at;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (end - at > 8) { IsWhole = false; return end - at; }
        var number = int.Parse(_text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
        var rest = _text.AsSpan(end);
        IsPadded |= end - at == 2 && _text[at] == '0';
        if (at > 0 && _text[at - 1] == '第') { Set(ref Nth, number); return end - at; }
        if (end - at == 8) return TakeDigits(number, end - at, at);
        if (rest is [':', ..]) return Said(at, end - at + TakeMinutes(number, rest));
        if (rest is [('/' or '.' or '~') and var mark, ..] && TakeMarked(number, rest, mark) is var marked and > 0) return Said(at, end - at + marked);
        foreach (var (unit, act) in Units)
            if (rest.StartsWith(unit, StringComparison.Ordinal)) return Said(at, end - at + unit.Length + act(this, number, rest[unit.Length..]));
        if (rest.Length > 0 && Normal.IsKanji(rest[0]) && rest[0] != '頃') { IsWhole = false; return end - at; }
        Set(ref Lone, number);
        return end - at;
    }

    /// <summary>20260401.</summary>
    private int TakeDigits(int number, int length, int at)
    {
        Set(ref Year, number / 10000);
        Set(ref Month, number / 100 % 100);
        Set(ref Day, number % 100);
        return Said(at, length);
    }

    private int TakeMinutes(int hour, ReadOnlySpan<char> rest)
    {
        var length = Digits(rest[1..], out var minute);
        Set(ref Hour, hour);
        Set(ref Minute, minute);
        return 1 + length;
    }

    /// <summary>2026/4/1, R8.4.1, 2026-04-01, 4/1; what follows the first number, or 0.</summary>
    private int TakeMarked(int first, ReadOnlySpan<char> rest, char mark)
    {
        var second = Digits(rest[1..], out var b);
        if (second == 0) return 0;
        var more = rest[(1 + second)..];
        if (more.Length > 1 && more[0] == mark && Digits(more[1..], out var c) is var third and > 0 && (first > 999 || _era is not null))
        {
            SetYear(first);
            Set(ref Month, b);
            Set(ref Day, c);
            return 1 + second + 1 + third;
        }
        if (mark == '~' || first is 0 or > 12 || b is 0 or > 31) return 0;
        Set(ref Month, first);
        Set(ref Day, b);
        return 1 + second;
    }

    private void SetYear(int year)
    {
        Set(ref Year, year + (_era ?? 0));
        _era = null;
    }

    /// <summary>「2時半」「2時15分」「2時15分前」.</summary>
    private int TakeClock(int hour, ReadOnlySpan<char> rest)
    {
        var length = rest is ['半', ..] ? 1 : rest.StartsWith("はん") ? 2 : 0;
        var minute = length > 0 ? 30 : 0;
        if (length == 0 && Digits(rest, out var minutes) is var digits and > 0)
        {
            minute = minutes;
            length = digits + (rest.Length > digits && rest[digits] == '分' ? 1 : 0);
        }
        if (rest.Length > length && rest[length] == '前')
        {
            // 「3時前」 is no time; 「3時15分前」 is.
            if (minute == 0) IsSpoilt = true;
            else (hour, minute) = (hour - 1, 60 - minute);
            length++;
        }
        Set(ref Hour, hour);
        Set(ref Minute, minute);
        return length;
    }

    private void Ahead(int counted, ref int? field, int value)
    {
        if (counted > FurthestAhead) IsSpoilt = true;
        else Set(ref field, value);
    }

    private static IEnumerable<(string, Act)> Unit(string units, Act act) => units.Split(' ').Select(unit => (Normal.Bare(unit), act));

    private static int Digits(ReadOnlySpan<char> text, out int number)
    {
        var length = 0;
        while (length < text.Length && length < 4 && char.IsAsciiDigit(text[length])) length++;
        number = length == 0 ? 0 : int.Parse(text[..length], NumberStyles.None, CultureInfo.InvariantCulture);
        return length;
    }
}
