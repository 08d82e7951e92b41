using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>月曜日, 月曜, 月, げつようび.</summary>
public static class Weekdays
{
    private const string Kanji = "日月火水木金土";

    private static readonly string[] Kana = Normal.Table("にち", "げつ", "か", "すい", "もく", "きん", "ど");

    /// <summary>The full names in the order of <see cref="DayOfWeek"/>: in kanji, in kana, each with and without 日.</summary>
    public static IEnumerable<(string Name, DayOfWeek Day)> Names { get; } =
    [
        .. Enumerable.Range(0, 7).SelectMany(day => new[] { $"{Kanji[day]}曜日", $"{Kanji[day]}曜", $"{Kana[day]}ようび", $"{Kana[day]}よう" }
            .Select(name => (Normal.Bare(name), (DayOfWeek)day))),
    ];

    /// <summary>月 for Monday; null for any other character.</summary>
    public static DayOfWeek? Short(char c) => Kanji.IndexOf(c) is var day and >= 0 ? (DayOfWeek)day : null;

    /// <summary>A word; where it is a day of the week, also the other ways to say it.</summary>
    public static IEnumerable<string> Of(string word)
    {
        yield return word;
        if (Day(word) is not { } day) yield break;
        foreach (var (name, _) in Names.Where(row => row.Day == day && row.Name != word)) yield return name;
        if (word.Length > 1) yield return Kanji[(int)day].ToString();
    }

    /// <summary>Where the options are 平日 and 土日, each day belongs to one of them; where they are days, 土日 is two.</summary>
    public static IEnumerable<OptionWords.Word> Within(ImmutableArray<Option> options)
    {
        var (weekdays, weekend) = (Place(options, "平日"), Place(options, "土日"));
        if (weekdays >= 0 && weekend >= 0) return Names.Select(row => new OptionWords.Word(row.Name, IsWeekend(row.Day) ? weekend : weekdays, Part: true));
        (DayOfWeek? Day, int At)[] days = [.. options.Select((option, at) => (Day(Normal.Bare(option.Label)), at))];
        return days.All(row => row.Day is null) ? [] : days.Where(row => row.Day is not null).SelectMany(row => IsWeekend(row.Day!.Value)
            ? new[] { new OptionWords.Word("土日", row.At, false), new("どにち", row.At, false), new("週末", row.At, false) }
            : [new("平日", row.At, false), new("へいじつ", row.At, false)]);
    }

    /// <summary>「月水金」: days in a row, and nothing else; the places of their options.</summary>
    public static IEnumerable<int>? Row(Utterance said, OptionWords words)
    {
        foreach (var form in said.Forms)
        {
            if (Days(form) is not { } days) continue;
            int[] places = [.. days.SelectMany(c => words.Named(Utterance.Of($"{c}曜")))];
            if (places.Length > 0) return places;
        }
        return null;
    }

    /// <summary>「月水金」, but not 「土日」, which people say as one.</summary>
    public static bool IsRow(Utterance said) => said.Forms.Any(form => Days(form) is not (null or "土日"));

    private static string? Days(string form)
    {
        var days = form.Replace("曜日", "", StringComparison.Ordinal).Replace("曜", "", StringComparison.Ordinal);
        return days.Length < 2 || days.Any(c => Short(c) is null) ? null : days;
    }

    private static bool IsWeekend(DayOfWeek day) => day is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DayOfWeek? Day(string word)
    {
        if (word.Length == 1) return Short(word[0]);
        foreach (var (name, day) in Names)
            if (name == word) return day;
        return null;
    }

    private static int Place(ImmutableArray<Option> options, string label) => options.IndexOf(options.FirstOrDefault(o => o.Label == label)!);
}
