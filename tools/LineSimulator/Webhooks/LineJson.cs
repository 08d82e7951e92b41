using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concierge.LineSimulator;

/// <summary>JSON as LINE writes it: Japanese as it is, emoji as \uD83E\uDD28.</summary>
internal static class LineJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Options);

    public static string Text(object value) => JsonSerializer.Serialize(value, Options);

    public static JsonElement Element(object value) => JsonSerializer.SerializeToElement(value, Options);

    /// <summary>A JSON object, or null when the bytes are none.</summary>
    public static JsonElement? Object(byte[] bytes)
    {
        try
        {
            var json = JsonElement.Parse(bytes);
            return json.ValueKind == JsonValueKind.Object ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? String(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static JsonElement? Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null ? value : null;

    public static IEnumerable<JsonElement> Parts(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
