using System.Globalization;
using System.Text;

namespace Concierge.Core.Understanding;

/// <summary>Numbers as people write them, in digits: 二十五, 二〇二六, 千五百, 1万2千, 1,200; 「二三回」 is two or three.</summary>
public static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>What is counted. 百 and 千 alone are numbers only before these: 千円, but not 千葉.</summary>
    private const string Counters = "回日人個時週度年月本枚分杯名歳才代円歩点か";

    /// <summary>Longer runs are card numbers and the like; nobody counts so far.</summary>
    private const int Longest = 12;

    public static bool StartsIn(ReadOnlySpan<char> text) =>
        char.IsAsciiDigit(text[0]) || Digits.Contains(text[0]) || text[0] == '十' || (text[0] is '百' or '千' && text.Length > 1 && (IsPart(text[1]) || Counters.Contains(text[1])));

    /// <summary>Writes the number that stands first and says how many characters it took.</summary>
    public static int Append(StringBuilder plain, ReadOnlySpan<char> text)
    {
        var length = 1;
        while (length < text.Length && (IsPart(text[length]) || IsThousands(text, length))) length++;
        var run = text[..length];
        if (length <= Longest && run.ContainsAny("十百千万")) plain.Append(CultureInfo.InvariantCulture, $"{Value(run)}");
        else if (IsAFew(run, text[length..])) plain.Append((char)('0' + Digit(run[0]))).Append('~').Append((char)('0' + Digit(run[1])));
        else AppendDigits(plain, run);
        return length;
    }

    private static bool IsPart(char c) => char.IsAsciiDigit(c) || Digits.Contains(c) || c is '十' or '百' or '千' or '万';

    /// <summary>1,200, but not the list 1,3.</summary>
    private static bool IsThousands(ReadOnlySpan<char> text, int at) =>
        text[at] == ',' && char.IsAsciiDigit(text[at - 1]) && text.Length > at + 3 && !text[(at + 1)..(at + 4)].ContainsAnyExceptInRange('0', '9')
        && (text.Length == at + 4 || !char.IsAsciiDigit(text[at + 4]));

    private static bool IsAFew(ReadOnlySpan<char> run, ReadOnlySpan<char> rest) =>
        run is [var a, var b] && !char.IsAsciiDigit(a) && Digit(a) > 0 && Digit(b) == Digit(a) + 1 && rest is [var counter, ..] && Counters.Contains(counter);

    private static long Value(ReadOnlySpan<char> run)
    {
        long total = 0, section = 0, number = -1;
        foreach (var c in run)
        {
            var digit = Digit(c);
            if (digit >= 0) number = (Math.Max(number, 0) * 10) + digit;
            else if (c == '万') (total, section, number) = (total + (Math.Max(1, section + Math.Max(number, 0)) * 10_000), 0, -1);
            else if (c != ',') (section, number) = (section + ((number < 0 ? 1 : number) * (c switch { '十' => 10, '百' => 100, _ => 1000 })), -1);
        }
        return total + section + Math.Max(number, 0);
    }

    private static void AppendDigits(StringBuilder plain, ReadOnlySpan<char> run)
    {
        foreach (var c in run)
            if (Digit(c) >= 0) plain.Append((char)('0' + Digit(c)));
            else if (c != ',') plain.Append(c);
    }

    private static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : Digits.IndexOf(c);
}
