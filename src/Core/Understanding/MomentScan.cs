using Concierge.Core.Calendar;

namespace Concierge.Core.Understanding;

/// <summary>What a text says about when, word by word; nothing is worked out yet.</summary>
public sealed partial class MomentScan
{
    /// <summary>Names that are the same every year; 元日 is in the table.</summary>
    private static readonly (string Word, string Name)[] Names =
        [.. Holidays.Embedded.Days.Select(holiday => holiday.Name).Distinct().Where(name => name is not ("元日" or "振替休日" or "国民の休日")).Select(name => (Normal.Bare(name), name))];

    private readonly string _text;
    private int? _era;
    private int _tokens;

    private MomentScan(string text) => _text = text;

    public int? Year, Month, Day, Days, Weeks, Months, Years, MonthsLater, Nth, Hour, Minute, MinutesLater, Lone;
    public DayOfWeek? Weekday;
    public DayPart? Part;
    public string? Holiday;
    public bool IsMonthEnd, IsNoon, IsPadded;

    /// <summary>Two moments, or one that was ruled out.</summary>
    public bool IsSpoilt { get; private set; }

    /// <summary>Nothing was said but the moment.</summary>
    public bool IsWhole { get; private set; } = true;

    public static MomentScan Of(string marked)
    {
        var scan = new MomentScan(marked);
        for (var at = 0; at < marked.Length;) at += scan.Take(at);
        return scan;
    }

    /// <summary>How many characters what stands here took; at least one.</summary>
    private int Take(int at)
    {
        var c = _text[at];
        if (c is ' ' or '~') return 1;
        if (char.IsAsciiDigit(c)) return TakeNumber(at);
        if (TakeHoliday(at) is var holiday and > 0) return holiday;
        if (TakeWord(at) is var word and > 0) return word;
        if (TakeShortWeekday(at) is var day and > 0) return day;
        if (TakeKana(at) is var kana and > 0) return kana;
        if (MomentWords.At(_text.AsSpan(at)) is { Token: MomentToken.Filler } filler) return filler.Word.Length;
        IsWhole = false;
        return 1;
    }

    private int TakeHoliday(int at)
    {
        foreach (var (word, name) in Names)
            if (_text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
            {
                if (Holiday is not null && Holiday != name) IsSpoilt = true;
                Holiday = name;
                return Said(at, word.Length);
            }
        return 0;
    }

    private int TakeWord(int at)
    {
        if (MomentWords.At(_text.AsSpan(at)) is not { } row || row.Token == MomentToken.Filler) return 0;
        var length = row.Word.Length;
        switch (row.Token)
        {
            case MomentToken.Days: Set(ref Days, row.Value); break;
            case MomentToken.Weeks: Set(ref Weeks, row.Value); break;
            case MomentToken.Months: Set(ref Months, row.Value); break;
            case MomentToken.Years: Set(ref Years, row.Value); break;
            case MomentToken.Weekday: Set(ref Weekday, (DayOfWeek)row.Value); break;
            case MomentToken.MonthEnd when row.Word.Length > 1 || _tokens > 0: IsMonthEnd = true; break;
            case MomentToken.Day when CanBeDay(at, row): Set(ref Day, row.Value); break;
            case MomentToken.Yearly: Set(ref Month, row.Value / 100); Set(ref Day, row.Value % 100); break;
            case MomentToken.Era when IsBeforeYear(at + length): _era = row.Value; break;
            case MomentToken.Part: Set(ref Part, (DayPart)row.Value); break;
            case MomentToken.Tonight: Set(ref Part, (DayPart)row.Value); Set(ref Days, 0); break;
            case MomentToken.Clock: Set(ref Hour, row.Value / 60); Set(ref Minute, row.Value % 60); IsNoon = true; break;
            case MomentToken.Now: Set(ref MinutesLater, 0); break;
            case MomentToken.Spoils: IsSpoilt = true; break;
            case MomentToken.Nth or MomentToken.Next: break;
            default: return 0;
        }
        return Said(at, length);
    }

    /// <summary>「いつか」 is also some day, and 「なのか」 ends a question: only after a month are they dates.</summary>
    private bool CanBeDay(int at, MomentWords.Row row) => row.Value is not (5 or 7 or 8) || Month is not null || Months is not null;

    private bool IsBeforeYear(int at) => at < _text.Length && (char.IsAsciiDigit(_text[at]) || (_text[at] == '元' && _text.AsSpan(at).StartsWith("元年")));

    /// <summary>「来週の火」 and 「4/1（水）」, but not the 月 of 「4月」 or the 金 of お金.</summary>
    private int TakeShortWeekday(int at)
    {
        if (_text[at] == '元' && _era is { } era) { Set(ref Year, era + 1); _era = null; return Said(at, 2); }
        var isLast = at + 1 == _text.Length || !Normal.IsKanji(_text[at + 1]);
        if (_tokens == 0 || !isLast || Weekdays.Short(_text[at]) is not { } day || (day == DayOfWeek.Sunday && _text[at - 1] != ' ')) return 0;
        Set(ref Weekday, day);
        return Said(at, 1);
    }

    /// <summary>「ごごにじはん」「しがつ」「さんじ」.</summary>
    private int TakeKana(int at)
    {
        var length = KanaNumbers.Prefix(_text.AsSpan(at), out var value);
        if (length == 0 || (at > 0 && _tokens == 0 && _text[at - 1] is not ('の' or ' '))) return 0;
        var rest = _text.AsSpan(at + length);
        if (rest.StartsWith("じはん")) { Set(ref Hour, value); Set(ref Minute, 30); return Said(at, length + 3); }
        if (rest.StartsWith("じかん") || rest.StartsWith("じゆう")) return 0;
        if (rest is ['じ', ..]) { Set(ref Hour, value); return Said(at, length + 1); }
        if (rest.StartsWith("がつ")) { Set(ref Month, value); return Said(at, length + 2); }
        if (rest.StartsWith("にち")) { Set(ref Day, value); return Said(at, length + 2); }
        if (Hour is not null && (rest.StartsWith("ふん") || rest.StartsWith("ぷん"))) { Set(ref Minute, value); return Said(at, length + 2); }
        return 0;
    }

    /// <summary>After a token: what was ruled out is not meant.</summary>
    private int Said(int at, int length)
    {
        _tokens++;
        if (at + length < _text.Length && Negation.Follows(_text.AsSpan(at + length))) IsSpoilt = true;
        return length;
    }

    private void Set<T>(ref T? field, T value) where T : struct
    {
        if (field is { } other && !other.Equals(value)) IsSpoilt = true;
        field = value;
    }
}
