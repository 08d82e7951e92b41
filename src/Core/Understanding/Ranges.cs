using System.Globalization;
using Concierge.Core.Conversations;

namespace Concierge.Core.Understanding;

/// <summary>A number where the options are spans: 「68歳です」 is 65〜69歳, 「60代」 could be two of them.</summary>
public static class Ranges
{
    /// <summary>「もうすぐ七十」 is 69.</summary>
    private static readonly string[] Soon = Normal.Table("もうすぐ", "まもなく", "もう少しで", "来年");

    /// <summary>In kana a small number is more often a word.</summary>
    private const int SmallestSpoken = 20;

    private readonly record struct Span(int From, int To, string Unit);

    /// <summary>Places of the options that hold the number; none where the question has no spans or no one number was said.</summary>
    public static IReadOnlyList<int> Holding(Utterance said, OptionWords words, DateTimeOffset now)
    {
        if (Said(said) is not { } number) return Births.Age(said, now) is var (from, to) ? Aged(words, from, to) : [];
        if (Births.Age(said, now) is var (least, most) && Aged(words, least, most) is { Count: > 0 } aged) return aged;
        var spans = words.Options.Select(Read).ToArray();
        if (spans.Count(s => s is not null) < 2) return [];
        return [.. Enumerable.Range(0, spans.Length).Where(at => spans[at] is { } span && Fits(span, number.From, number.To, number.Unit, spans.Length))];
    }

    /// <summary>A number without a unit that could also be a place (3) is no age.</summary>
    private static bool Fits(Span span, int from, int to, string unit, int places) =>
        span.From <= to && from <= span.To && (unit.StartsWith(span.Unit, StringComparison.Ordinal) || (span.Unit == "代" && unit.StartsWith('歳')) || (from > places && (unit.Length == 0 || unit[0] is '代' || !Normal.IsKanji(unit[0]))));

    /// <summary>55〜59歳, 55歳より下, 80歳より上, 週20時間以上; null where the label is no span.</summary>
    private static Span? Read(Option option)
    {
        var plain = Normal.Plain(option.Label);
        var numbers = Digits(plain);
        var unit = numbers.Count > 0 ? Unit(plain, numbers[^1]) : "";
        return numbers switch
        {
            [var a, var b] when plain.AsSpan(a.End, b.Start - a.End) is "~" => new(a.Value, b.Value, unit),
            [var a] when plain.EndsWith("より下", StringComparison.Ordinal) || plain.EndsWith("未満", StringComparison.Ordinal) => new(0, a.Value - 1, unit),
            [var a] when plain.EndsWith("代から", StringComparison.Ordinal) => new(a.Value, int.MaxValue, "代"),
            [var a] when plain.EndsWith('代') => new(a.Value, a.Value + 9, "代"),
            [var a] when plain.EndsWith("以下", StringComparison.Ordinal) => new(0, a.Value, unit),
            [var a] when plain.EndsWith("より上", StringComparison.Ordinal) || plain.EndsWith("以上", StringComparison.Ordinal) => new(a.Value, int.MaxValue, unit),
            _ => null,
        };
    }

    /// <summary>What is counted: the first kanji after the number, with 才 as 歳.</summary>
    private static string Unit(string plain, (int Start, int End, int Value) number)
    {
        if (number.End >= plain.Length) return "";
        if (plain.AsSpan(number.End).StartsWith("さい") || plain[number.End] == '才') return "歳";
        return plain[number.End].ToString();
    }

    /// <summary>Where ages are asked; 「昭和40年」 is no age where the decade of one's best years is.</summary>
    private static List<int> Aged(OptionWords words, int from, int to) =>
        [.. Enumerable.Range(0, words.Options.Length).Where(at => Read(words.Options[at]) is { Unit: "歳" } span && span.From <= to && from <= span.To)];

    /// <summary>「68歳」, 「60代」 (60 to 69), 「65-69」, 「しちじゅうご」.</summary>
    private static Span? Said(Utterance said) => Digits(said.Plain) switch
    {
        [] when said.Forms.Select(KanaNumbers.Value).FirstOrDefault(value => value >= SmallestSpoken) is { } spoken => new(spoken, spoken, said.Bare.Contains("さい", StringComparison.Ordinal) ? "歳" : ""),
        [var one] when Unit(said.Plain, one) is ['代', ..] unit => new(one.Value, one.Value + 9, unit),
        [var one] when Soon.Any(word => said.Bare.Contains(word, StringComparison.Ordinal)) => new(one.Value - 1, one.Value - 1, Unit(said.Plain, one)),
        [var one] => new(one.Value, one.Value, Unit(said.Plain, one)),
        [var a, var b] when said.Plain.AsSpan(a.End, b.Start - a.End) is "~" && a.Value < b.Value => new(a.Value, b.Value, Unit(said.Plain, b)),
        _ => null,
    };

    private static List<(int Start, int End, int Value)> Digits(string plain)
    {
        var found = new List<(int, int, int)>();
        for (var i = 0; i < plain.Length; i++)
        {
            var start = i;
            while (i < plain.Length && char.IsAsciiDigit(plain[i])) i++;
            if (i > start && int.TryParse(plain.AsSpan(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) found.Add((start, i, value));
        }
        return found;
    }
}
