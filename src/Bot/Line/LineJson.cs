using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Bot.Line;

/// <summary>Our messages as LINE's JSON, written by generated code.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<LineMessage>))]
[JsonSerializable(typeof(FlexContainer))]
internal sealed partial class LineJson : JsonSerializerContext;

/// <summary>The bytes that the outbox keeps and sends, the same at every try.</summary>
public static class LineBytes
{
    // Japanese as it is: escaped it takes twice the room, and bubbles are limited in bytes.
    private static readonly LineJson Json = new(new JsonSerializerOptions(LineJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The JSON array that goes under <c>messages</c>.</summary>
    /// <exception cref="OverLimits">LINE would refuse it.</exception>
    public static byte[] Write(ImmutableArray<LineMessage> messages)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(messages, Json.ImmutableArrayLineMessage);
        return LineLimits.Check(messages, bytes.Length) is { IsEmpty: false } over ? throw new OverLimits(over) : bytes;
    }

    /// <summary>How large a bubble or carousel is, in bytes.</summary>
    public static int Size(FlexContainer container) =>
        JsonSerializer.SerializeToUtf8Bytes(container, Json.FlexContainer).Length;
}
