namespace Concierge.Core.Understanding;

/// <summary>Words that are almost an option's: one kana typed wrong, or only part of its name.</summary>
public static class Near
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int ShortestToMistype = 4;

    private const int ShortestOpening = 3;

    private static readonly string[] Outside = Spellings.Table("の外", "以外", "ではない", "じゃない");

    /// <summary>Places of the options that one kana changed, missing or too much would make.</summary>
    public static IReadOnlyList<int> Mistyped(Utterance said, OptionWords words)
    {
        foreach (var form in said.Forms.Where(f => f.Length >= ShortestToMistype && f.All(Normal.IsHiragana)))
        {
            int[] near = [.. words.Spoken.Values.SelectMany(same => same).Where(w => IsMistyped(form, w.Text)).Select(w => w.Option).Distinct()];
            if (near.Length > 0) return near;
        }
        return [];
    }

    /// <summary>「つながり」 for 人とのつながり: half of a label or more. 「15分」 is in two labels and means either.</summary>
    public static IReadOnlyList<int> Shortened(Utterance said, OptionWords words)
    {
        foreach (var form in said.Forms.Where(IsTelling))
        {
            int[] near = [.. Enumerable.Range(0, words.Labels.Length).Where(at => IsIn(form, words.Labels[at]))];
            if (near.Any(at => form.Length * 2 >= words.Lengths[at]) || (near is [var only] && IsOpening(form, words.Labels[only]))) return near;
        }
        return [];
    }

    /// <summary>「認知症のやつ」 for 認知症サポーター養成講座.</summary>
    private static bool IsOpening(string form, string label) => form.Length >= ShortestOpening && form.Any(Normal.IsKanji) && label.StartsWith(form, StringComparison.Ordinal);

    /// <summary>柏市 is not 柏市の外.</summary>
    private static bool IsIn(string form, string label) =>
        label.IndexOf(form, StringComparison.Ordinal) is var at and >= 0 && !Outside.Any(end => label.AsSpan(at + form.Length).StartsWith(end, StringComparison.Ordinal));

    /// <summary>したい and しない are one kana apart, and the opposite.</summary>
    private static bool IsMistyped(string form, string word) =>
        word.Length >= ShortestToMistype && word.All(Normal.IsHiragana) && IsDenied(form) == IsDenied(word) && IsOneApart(form, word);

    private static bool IsDenied(string word) => word.EndsWith("ない", StringComparison.Ordinal) || word.EndsWith("ません", StringComparison.Ordinal);

    private static bool IsTelling(string form) => form.Any(Normal.IsKanji) ? form.Length >= 2 : form.Length >= 3 && form.Any(c => !char.IsAsciiDigit(c));

    private static bool IsOneApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var start = a.AsSpan().CommonPrefixLength(b);
        var x = a.AsSpan(start);
        var y = b.AsSpan(start);
        if (x.Length == y.Length) return x.Length > 0 && x[1..].SequenceEqual(y[1..]);
        return x.Length > y.Length ? x[1..].SequenceEqual(y) : x.SequenceEqual(y[1..]);
    }
}
