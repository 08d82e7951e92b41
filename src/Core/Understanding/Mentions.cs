namespace Concierge.Core.Understanding;

/// <summary>Options named somewhere inside a sentence.</summary>
public static class Mentions
{
    /// <summary>A longer text tells a story; picking words out of it would put answers into people's mouths.</summary>
    private const int Longest = 40;

    /// <param name="Denied">True: named to be ruled out.</param>
    /// <param name="Part">True: only a part of the option was named.</param>
    public readonly record struct Mention(int Start, int Length, int Option, bool Denied, bool Part);

    /// <summary>In the order in which they were said, as written or, failing that, by their sound.</summary>
    public static IReadOnlyList<Mention> In(Utterance said, OptionWords words)
    {
        if (said.Bare.Length > Longest) return [];
        var written = In(said.Bare, words.Written);
        return written.Count > 0 || said.Folded.Length > Longest * 2 ? written : In(said.Folded, words.Spoken);
    }

    /// <summary>Where words overlap the first counts, then the longest: 「自転車で行けます」 is no 車.</summary>
    private static List<Mention> In(string bare, Dictionary<char, OptionWords.Word[]> words)
    {
        var found = new List<Mention>();
        Span<bool> taken = stackalloc bool[bare.Length];
        for (var at = 0; at < bare.Length; at++)
            if (words.TryGetValue(bare[at], out var candidates))
                foreach (var word in candidates)
                    if (bare.AsSpan(at).StartsWith(word.Text, StringComparison.Ordinal) && StandsAlone(bare, at, word.Text) && IsFree(taken, found, at, word))
                        found.Add(new Mention(at, word.Text.Length, word.Option, Negation.Follows(bare.AsSpan(at + word.Text.Length)), word.Part));
        PassDenialsBack(bare, found);
        return found;
    }

    /// <summary>The same words may name two options; then both are meant.</summary>
    private static bool IsFree(Span<bool> taken, List<Mention> found, int at, OptionWords.Word word)
    {
        var place = taken.Slice(at, word.Text.Length);
        if (place.Contains(true)) return found.Exists(m => m.Start == at && m.Length == word.Text.Length && m.Option != word.Option);
        place.Fill(true);
        return true;
    }

    /// <summary>「目」 is not in 「目的」, 「週1」 not in 「週10」, 「金」 not in 「お金」, and two kana are in everything.</summary>
    private static bool StandsAlone(string bare, int at, string word)
    {
        var before = at > 0 ? bare[at - 1] : ' ';
        var rest = bare.AsSpan(at + word.Length);
        var after = rest.IsEmpty ? ' ' : rest[0];
        if (char.IsAsciiDigit(word[^1]) && char.IsAsciiDigit(after)) return false;
        if (char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(before)) return false;
        if (word.Length == 1 && before == 'お' && Weekdays.Short(word[0]) is not null) return false;
        if (word.Length == 1) return Normal.IsKanji(word[0]) && !Normal.IsKanji(before) && (!Normal.IsKanji(after) || Negation.Follows(rest));
        return word.Length > 2 || !word.All(Normal.IsHiragana) || (IsEdge(before) && (IsEdge(after) || Negation.Follows(rest)));
    }

    /// <summary>What stands between words: 「バスで」「車かバス」.</summary>
    private static bool IsEdge(char c) => c is ' ' or 'と' or 'や' or 'か' or 'は' or 'が' or 'も' or 'で' or 'に' or 'を';

    private static void PassDenialsBack(string bare, List<Mention> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var end = found[i].Start + found[i].Length;
            if (found[i + 1] is { Denied: true } next && next.Start >= end && Negation.Joined(bare.AsSpan(end, next.Start - end)))
                found[i] = found[i] with { Denied = true };
        }
    }
}
