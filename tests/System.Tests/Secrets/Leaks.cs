using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Concierge.SystemTests.Secrets;

/// <summary>Looks for canaries in what others can see.</summary>
internal static partial class Leaks
{
    private const int Beside = 80;

    /// <returns>One line for each canary and place: the field, where it was found, and what stands beside it.</returns>
    public static IEnumerable<string> Of(IEnumerable<Canary> canaries, IEnumerable<(string Name, IEnumerable<string> Texts)> sinks)
    {
        var spelled = (from canary in canaries from secret in canary.Spellings from spelling in Spellings(secret) select (canary.Field, Spelling: spelling)).Distinct().ToArray();
        var any = SearchValues.Create([.. spelled.Select(one => one.Spelling)], StringComparison.OrdinalIgnoreCase);
        return
        [
            .. from sink in sinks from text in sink.Texts where text.AsSpan().ContainsAny(any)
               from one in spelled where text.Contains(one.Spelling, StringComparison.OrdinalIgnoreCase)
               select $"{one.Field} in {sink.Name}: {Around(text, one.Spelling)}",
        ];
    }

    public static IEnumerable<string> ReplyTokens(string webhook) => ReplyToken().Matches(webhook).Select(match => match.Groups[1].Value);

    private static string Around(string text, string secret)
    {
        var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
        return $"…{text[Math.Max(0, at - Beside)..Math.Min(text.Length, at + secret.Length + Beside)]}…";
    }

    /// <summary>As it is, as addresses, JSON, base64 and hexadecimal write it.</summary>
    private static IEnumerable<string> Spellings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return string.Concat(secret.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"%{(int)c:X2}"));
        yield return System.Text.Json.JsonSerializer.Serialize(secret).Trim('"');
        yield return Convert.ToBase64String(bytes).TrimEnd('=');
        yield return Convert.ToHexString(bytes);
    }

    [GeneratedRegex("\"replyToken\":\"([^\"]+)\"")]
    private static partial Regex ReplyToken();
}
