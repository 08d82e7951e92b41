using System.Collections.Frozen;

namespace Concierge.Core.Understanding;

/// <summary>Numbers in kana: ななじゅうごさい is 75, さんびゃく 300.</summary>
public static class KanaNumbers
{
    private static readonly (string Kana, int Value)[] Digits = Longest(
        ("いち", 1), ("いっ", 1), ("に", 2), ("さん", 3), ("よん", 4), ("よ", 4), ("し", 4), ("ご", 5), ("ろく", 6), ("ろっ", 6), ("なな", 7), ("しち", 7), ("はち", 8), ("はっ", 8), ("きゅう", 9), ("く", 9), ("れい", 0), ("ぜろ", 0));

    private static readonly (string Kana, int Value)[] Units = Longest(
        ("じゅう", 10), ("じゅっ", 10), ("ひゃく", 100), ("びゃく", 100), ("ぴゃく", 100), ("せん", 1000), ("ぜん", 1000));

    /// <summary>ひとつ, ふたり: numbers that bring their counter along.</summary>
    private static readonly FrozenDictionary<string, int> Words = new (string Kana, int Value)[]
    {
        ("ひとつ", 1), ("ふたつ", 2), ("みっつ", 3), ("よっつ", 4), ("いつつ", 5), ("むっつ", 6), ("ななつ", 7), ("やっつ", 8), ("ここのつ", 9), ("とお", 10),
        ("ひとり", 1), ("ふたり", 2), ("よにん", 4), ("いちど", 1),
    }.ToFrozenDictionary(row => Normal.Bare(row.Kana), row => row.Value);

    private static readonly string[] Counters = [.. Normal.Table("かい", "さい", "にん", "ど", "ふん", "ぷん", "じかん", "しゅうかん", "にち", "こ", "ほん", "まい", "えん", "かげつ", "ねん", "きろ", "せんち", "つ", "ほ", "ぽ").OrderByDescending(c => c.Length)];

    /// <summary>The number that a text begins with, and how long it is; 0 for none.</summary>
    public static int Prefix(ReadOnlySpan<char> text, out int value)
    {
        var (at, section, last) = (0, 0, int.MaxValue);
        var digit = -1;
        while (at < text.Length)
        {
            if (Match(text[at..], Units) is var (unit, length) && length > 0 && unit < last)
            {
                (section, digit, last) = (section + ((digit < 0 ? 1 : digit) * unit), -1, unit);
                at += length;
            }
            else if (digit < 0 && Match(text[at..], Digits) is var (number, taken) && taken > 0)
            {
                digit = number;
                at += taken;
            }
            else break;
        }
        // さんじゅうにち is 30日, not 32 and ち.
        if (digit == 2 && section > 0 && at < text.Length && text[at] == 'ち') (digit, at) = (0, at - 1);
        value = section + Math.Max(digit, 0);
        return at;
    }

    /// <summary>The whole of the text, with or without what is counted. A single kana such as に is a particle.</summary>
    /// <param name="form">Normal and bare.</param>
    public static int? Value(string form)
    {
        if (Words.TryGetValue(form, out var word)) return word;
        var length = Prefix(form, out var value);
        if (length == form.Length && length > 1) return value;
        return length > 0 && Counters.Contains(form[length..]) ? value : null;
    }

    private static (int Value, int Length) Match(ReadOnlySpan<char> text, (string Kana, int Value)[] table)
    {
        foreach (var (kana, value) in table)
            if (text.StartsWith(kana, StringComparison.Ordinal)) return (value, kana.Length);
        return (0, 0);
    }

    private static (string Kana, int Value)[] Longest(params (string Kana, int Value)[] rows) =>
        [.. rows.Select(row => (Normal.Bare(row.Kana), row.Value)).OrderByDescending(row => row.Item1.Length)];
}
