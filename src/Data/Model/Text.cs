using System.Text;

namespace Concierge.Data;

/// <summary>Text that both providers store alike.</summary>
internal static class Text
{
    /// <summary>
    /// Without NUL, lone surrogates as U+FFFD: PostgreSQL refuses the one, UTF-8 has no form for the other, and a row
    /// that only one of the providers accepts would be tried for ever.
    /// </summary>
    public static string Storable(string text)
    {
        var suspicious = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') >= 0 || text.Contains('\0');
        return suspicious ? Cleaned(text) : text;
    }

    private static string Cleaned(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0) cleaned.Append(rune.ToString());
        }
        return cleaned.ToString();
    }
}
