namespace Concierge.Core.Search;

/// <summary>Pieces of one and two letters, by which a text is found without its words being kept.</summary>
public static class Grams
{
    /// <summary>All of a text, each once.</summary>
    public static IReadOnlySet<string> Of(string folded)
    {
        var grams = new HashSet<string>(StringComparer.Ordinal);
        foreach (var letter in Pieces(folded, 1)) grams.Add(letter);
        foreach (var pair in Pieces(folded, 2)) grams.Add(pair);
        return grams;
    }

    /// <summary>Of one word: its pairs, or the letter itself.</summary>
    public static IEnumerable<string> Needed(string word) => Pieces(word, 2) is { Count: > 0 } pairs ? pairs : Pieces(word, 1);

    private static List<string> Pieces(string text, int letters)
    {
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var pieces = new List<string>(runes.Length);
        for (var at = 0; at + letters <= runes.Length; at++) pieces.Add(letters == 1 ? runes[at] : runes[at] + runes[at + 1]);
        return pieces;
    }
}
