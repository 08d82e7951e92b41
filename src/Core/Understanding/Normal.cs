using System.Text;

namespace Concierge.Core.Understanding;

/// <summary>
/// Words as they are compared. Two texts that a person would call the same are the same here: full and half width,
/// katakana and hiragana, small kana, long vowels, kanji numerals, punctuation and emoji make no difference. Never shown or stored.
/// </summary>
public static class Normal
{
    /// <summary>Without anything between the words.</summary>
    public static string Bare(string text)
    {
        var plain = Plain(text);
        return plain.AsSpan().ContainsAny(' ', '~') ? plain.Replace(" ", "", StringComparison.Ordinal).Replace("~", "", StringComparison.Ordinal) : plain;
    }

    /// <summary>One space where something stood between words; <c>~</c> where it was a dash or a wave, as in 2〜3.</summary>
    public static string Plain(string text) => Unmarked(Marked(text));

    /// <summary>Like <see cref="Plain"/>, with the marks inside 4/1, 14:30 and 1.5 kept.</summary>
    public static string Marked(string text)
    {
        var wide = Wide(Apart(text));
        var plain = new StringBuilder(wide.Length);
        for (var i = 0; i < wide.Length; i++)
        {
            var c = wide[i];
            // Without its long vowel it would be うん, a yes.
            if (c == 'う' && wide.AsSpan(i).StartsWith("うーん")) { i += 2; AppendGap(plain, ' '); }
            else if (Numerals.StartsIn(wide.AsSpan(i))) i += Numerals.Append(plain, wide.AsSpan(i)) - 1;
            else if (c == 'ー') { if (IsBetweenDigits(wide, i)) AppendGap(plain, '~'); }
            else if (c is '~' or '〜' or '-' or '−' or '–' or '‐') AppendGap(plain, '~');
            else if (c is '.' or '/' or ':' && IsBetweenDigits(wide, i)) plain.Append(c);
            else if (char.IsLetterOrDigit(c)) plain.Append(Kana(char.ToLowerInvariant(c)));
            else if (char.IsHighSurrogate(c) && char.IsLetter(wide, i)) plain.Append(c).Append(wide[++i]);
            else if (!IsInvisible(c)) AppendGap(plain, ' ');
        }
        return plain.ToString().Trim(' ', '~');
    }

    public static string Unmarked(string marked) =>
        marked.AsSpan().ContainsAny('.', '/', ':') ? marked.Replace('.', ' ').Replace('/', ' ').Replace(':', ' ') : marked;

    /// <summary>Words of a table, as <see cref="Bare"/> makes them.</summary>
    public static string[] Table(params string[] words) => [.. words.Select(Bare).Distinct()];

    public static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';

    public static bool IsKanji(char c) => c is (>= '一' and <= '鿿') or '々';

    /// <summary>１ and 1, ｱ and ア are one (NFKC). Takes any text: half an emoji, cut off by a phone, and U+FFFE make <c>Normalize</c> throw.</summary>
    public static string Wide(string text)
    {
        var whole = text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        return whole.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').Normalize(NormalizationForm.FormKC);
    }

    /// <summary>「②⑥」 is two numbers, not 26.</summary>
    private static string Apart(string text) =>
        text.AsSpan().ContainsAnyInRange('①', '⓿') ? string.Concat(text.Select(c => c is >= '①' and <= '⓿' ? $" {c} " : c.ToString())) : text;

    internal static char Kana(char c)
    {
        if (c is >= 'ァ' and <= 'ヶ') c = (char)(c - 0x60);
        return c switch
        {
            'ぁ' or 'ぃ' or 'ぅ' or 'ぇ' or 'ぉ' or 'っ' or 'ゃ' or 'ゅ' or 'ょ' or 'ゎ' => (char)(c + 1),
            'ゕ' => 'か',
            'ゖ' => 'け',
            _ => c,
        };
    }

    /// <summary>「2ー3」: a long vowel typed for a dash.</summary>
    private static bool IsBetweenDigits(string text, int i) =>
        i > 0 && i < text.Length - 1 && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    /// <summary>Variation selectors and joiners stand inside an emoji, not between words.</summary>
    private static bool IsInvisible(char c) => c is (>= '\uFE00' and <= '\uFE0F') or '\u200B' or '\u200D';

    private static void AppendGap(StringBuilder plain, char gap)
    {
        if (plain.Length == 0) return;
        if (plain[^1] is not (' ' or '~')) plain.Append(gap);
        else if (gap == '~') plain[^1] = '~';
    }
}
