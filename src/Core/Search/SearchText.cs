using System.Globalization;
using System.Text;
using Concierge.Core.Understanding;

namespace Concierge.Core.Search;

/// <summary>
/// A text as it is searched: width, katakana and hiragana, small kana, long vowels, kanji digits and marks make no difference. Letter by letter, unlike
/// <see cref="Normal"/>: what stands within a text must stand within it here too, wherever it was cut out.
/// </summary>
public sealed class SearchText
{
    private const char LongVowel = 'ー';
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Of each folded letter the place of the one that it was.</summary>
    private readonly List<Found> places = [];

    private SearchText(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            Append(folded, text.AsSpan(at, length));
            while (places.Count < folded.Length) places.Add(new Found(at, length));
            at += length;
        }
        Folded = folded.ToString();
    }

    public string Folded { get; }

    public static SearchText Of(string text) => new(text);

    /// <summary>Where these words stand in the text itself, in their order; none lies in another.</summary>
    public IReadOnlyList<Found> Find(SearchWords words)
    {
        var all = words.All.SelectMany(Places).OrderBy(found => found.Start).ThenByDescending(found => found.Length);
        var apart = new List<Found>();
        foreach (var found in all)
            if (apart is not [.., var last] || found.Start >= last.End) apart.Add(found);
        return apart;
    }

    private IEnumerable<Found> Places(string word)
    {
        for (var at = Folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            yield return new Found(places[at].Start, places[at + word.Length - 1].End - places[at].Start);
    }

    private static void Append(StringBuilder folded, ReadOnlySpan<char> letter)
    {
        if (letter is [var c] && IsSimple(c))
        {
            folded.Append(Fold(c));
            return;
        }
        foreach (var rune in Normal.Wide(letter.ToString()).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) || rune.Value == LongVowel) continue;
            if (rune.IsBmp) folded.Append(Fold((char)rune.Value));
            else folded.Append(rune.ToString());
        }
    }

    /// <summary>Is what it becomes when widths are made equal.</summary>
    private static bool IsSimple(char c) => Normal.IsKanji(c) || Normal.IsHiragana(c) || c is (>= 'ァ' and <= 'ヶ') || char.IsAsciiLetterOrDigit(c);

    private static char Fold(char c) => Digits.IndexOf(c, StringComparison.Ordinal) is var digit and >= 0 ? (char)('0' + digit) : Normal.Kana(char.ToLowerInvariant(c));
}

/// <summary>A place in a text, in UTF-16 units.</summary>
public readonly record struct Found(int Start, int Length)
{
    internal int End => Start + Length;
}
