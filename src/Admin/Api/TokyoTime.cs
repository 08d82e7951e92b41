using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Calendar;

namespace Concierge.Admin;

/// <summary>RFC 3339 in Tokyo's time, to the second: <c>2026-04-01T09:00:00+09:00</c>. Read with any offset, but never without one.</summary>
public sealed class TokyoTime : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:sszzz";

    public static string Write(DateTimeOffset at) => Tokyo.Of(at).ToString(Format, CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.GetString() is { Length: >= 20 and <= 40 } text && HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at)
            ? at
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(Write(value));

    private static bool HasOffset(string text) => text[^1] is 'Z' or 'z' || text[^6] is '+' or '-';
}
