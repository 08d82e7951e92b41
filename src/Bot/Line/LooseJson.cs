using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Concierge.Bot.Line;

/// <summary>Reads what others wrote: a missing property, a wrong type and broken text are all "not there", never an exception.</summary>
internal static class LooseJson
{
    private static readonly long LastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static bool TryRead(this JsonElement element, string name, out JsonElement value)
    {
        value = default;
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // Some property name of the object holds half a surrogate pair.
            return false;
        }
    }

    public static bool Has(this JsonElement element, string name) =>
        element.TryRead(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.TryRead(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.TryRead(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    public static long? Whole(this JsonElement element, string name) =>
        element.TryRead(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public static double? Number(this JsonElement element, string name) =>
        element.TryRead(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Milliseconds since 1970, as LINE writes time.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Whole(name) is >= 0 and var at && at <= LastMillisecond ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    /// <summary>An id or a keyword: up to 64 visible ASCII characters. Anything else is "not there".</summary>
    public static string? Name(this JsonElement element, string name) =>
        element.Text(name) is { Length: > 0 and <= 64 } text && text.All(c => c is > ' ' and <= '~') ? text : null;

    /// <summary>The string as it is; half surrogate pairs stay half.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        if (!element.TryRead(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(value)[1..^1]));
        }
    }

    // The parser has checked the grammar: after a backslash there is a letter, after a u there are four digits.
    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            text.Append(raw[++i] switch
            {
                'u' => (char)Convert.ToUInt16(raw.Substring((i += 4) - 3, 4), 16),
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                var same => same,
            });
        }

        return text.ToString();
    }
}
