using System.Text;

namespace Concierge.Bot.Line;

/// <summary>
/// Makes a person's words fit to be stored and compared anywhere: PostgreSQL refuses NUL and half surrogate pairs that
/// .NET and SQLite let through.
/// </summary>
public static class TidyText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Control characters go (line breaks stay, tabs become blanks), half surrogate pairs become U+FFFD.</summary>
    public static string Tidy(string text)
    {
        if (IsTidy(text)) return text;
        var tidy = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 == text.Length || text[i + 1] != '\n') tidy.Append('\n');
            }
            else if (c == '\t') tidy.Append(' ');
            else if (char.IsControl(c) && c != '\n') continue;
            else if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1])) tidy.Append(c).Append(text[++i]);
            else tidy.Append(char.IsSurrogate(c) ? Replacement : c);
        }

        return tidy.ToString();
    }

    private static bool IsTidy(string text)
    {
        foreach (var c in text)
            if (char.IsSurrogate(c) || (char.IsControl(c) && c != '\n'))
                return false;
        return true;
    }
}
