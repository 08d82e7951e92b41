using System.Collections.Immutable;
using System.Globalization;

namespace Concierge.Bot.Line;

/// <summary>
/// LINE counts some texts in UTF-16 units (<c>string.Length</c>) and some in grapheme clusters, what people see as one
/// character. Source: LINE documentation, text character count.
/// </summary>
public static class TextLength
{
    private const string Ends = "。！？!?\n";

    public static int Graphemes(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>At most <paramref name="max"/> grapheme clusters, the last one 「…」 when something had to go.</summary>
    public static string Clip(string text, int max)
    {
        // A heap of combining marks is one character to the eye and a megabyte to the wire.
        var clipped = ClipUnits(text, max * 8);
        if (clipped.Length <= max || Graphemes(clipped) <= max) return clipped;
        return new StringInfo(clipped).SubstringByTextElements(0, max - 1) + "…";
    }

    /// <summary>At most <paramref name="max"/> UTF-16 units, the last one 「…」 when something had to go.</summary>
    public static string ClipUnits(string text, int max) =>
        text.Length <= max ? text : text[..Cut(text, max - 1)] + "…";

    /// <summary>Pieces of at most <paramref name="max"/> UTF-16 units, cut after a sentence where there is one.</summary>
    public static ImmutableArray<string> Split(string text, int max)
    {
        var pieces = ImmutableArray.CreateBuilder<string>();
        var rest = text.Trim();
        while (rest.Length > max)
        {
            var end = AfterSentence(rest, max);
            pieces.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0) pieces.Add(rest);
        return pieces.ToImmutable();
    }

    // A sentence that ends in the first half would leave a stub: then cut where the room ends.
    private static int AfterSentence(string text, int max)
    {
        var end = text.AsSpan(0, max).LastIndexOfAny(Ends) + 1;
        return end > max / 2 ? end : Cut(text, max);
    }

    // Never inside a surrogate pair, and not inside a grapheme cluster unless it is absurdly long.
    private static int Cut(string text, int max)
    {
        var start = Math.Max(0, max - 64);
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        var end = start;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var next && next <= max) end = next;
        if (end > start) return end;
        return char.IsHighSurrogate(text[max - 1]) ? max - 1 : max;
    }
}
