using System.Globalization;
using System.Text;
using Concierge.Core.Calendar;
using Concierge.Core.Understanding;

namespace Concierge.Core.Points;

/// <summary>Reads a card number and a birth date as people write them.</summary>
public static class CardReading
{
    /// <summary>Of a WAON card. Only the length is checked: the rule of the check digit is not published.</summary>
    public const int Digits = 16;

    private const string Kanji = "〇一二三四五六七八九";

    private static readonly string[] None = ["ない", "ありません", "なくし", "持ってな", "持っていな", "持っていません", "持ってません", "失くし", "無くし"];

    /// <summary>16 digits, in whatever width, with whatever between them; null otherwise.</summary>
    public static string? Number(string text)
    {
        var digits = new StringBuilder(Digits);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber) digits.Append((int)Rune.GetNumericValue(rune));
            else if (rune.IsBmp && Kanji.IndexOf((char)rune.Value) is var kanji and >= 0) digits.Append(kanji);
        }
        return digits.Length == Digits ? digits.ToString() : null;
    }

    /// <summary>「カードを 持っていません」.</summary>
    public static bool SaysThatThereIsNone(string text) => !text.Any(char.IsDigit) && None.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>昭和25年4月1日, S25.4.1, 1950/4/1, 19500401; null when it is no birthday of somebody grown up.</summary>
    public static DateOnly? Born(string text, DateTimeOffset now)
    {
        var day = Compact(text) ?? Moments.Read(Utterance.Of(text), new Expect.Date(), now, wholly: false)?.Day;
        var today = Tokyo.Day(now);
        // Without a year the next such day is meant, and it is not past.
        return day is { } born && born > today.AddYears(-120) && born <= today.AddYears(-18) ? born : null;
    }

    private static DateOnly? Compact(string text)
    {
        var plain = Normal.Wide(text).Trim();
        return DateOnly.TryParseExact(plain, ["yyyyMMdd", "yyyy.M.d", "yyyy/M/d", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
