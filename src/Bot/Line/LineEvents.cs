using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Concierge.Bot.Line;

/// <summary>
/// Takes a signed webhook body apart into its events. Content never throws: one event that cannot be read is an entry
/// with a problem, and the others in the same body (other people's) are unhurt.
/// </summary>
public static class LineEvents
{
    /// <summary>Levels an event may have. LINE's deepest (mentions) has 5.</summary>
    public const int MaxDepth = 16;

    /// <summary>
    /// Events read one by one: more than a megabyte can hold of events with an id, a time and a user. What comes after is kept
    /// together in one entry (<see cref="LineFault.TooMany"/>).
    /// </summary>
    public const int MaxEvents = 10_000;

    private const int MaxBodyDepth = 1_000;

    /// <summary>Never throws.</summary>
    public static LineBody Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return new LineBody.Unreadable(LineFault.Empty);
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxBodyDepth });
            return ReadEnvelope(document.RootElement);
        }
        catch (JsonException)
        {
            return new LineBody.Unreadable(WhyNot(body.Span));
        }
    }

    private static LineBody ReadEnvelope(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return new LineBody.Unreadable(LineFault.NotAnObject);
        if (!root.TryRead("events", out var events) || events.ValueKind != JsonValueKind.Array)
            return new LineBody.Unreadable(LineFault.NoEvents);

        var all = events.EnumerateArray().Take(MaxEvents).Select(ReadEvent).ToImmutableArray();
        if (events.GetArrayLength() > MaxEvents) all = all.Add(Rest(events));
        return new LineBody.Events(root.Name("destination"), all);
    }

    private static LineEvent ReadEvent(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element).ToArray();
        if (element.ValueKind != JsonValueKind.Object) return Broken(raw, null, LineFault.NotAnObject);
        if (!IsShallow(raw)) return Broken(raw, element.Name("webhookEventId"), LineFault.TooDeep);

        var id = element.Name("webhookEventId");
        if (id is null) return Broken(raw, null, LineFault.NoId);
        if (element.Time("timestamp") is not { } at) return Broken(raw, id, LineFault.NoTime);

        var source = element.Object("source");
        var user = source?.Name("userId");
        if (user is null && source?.Has("userId") == true) return Broken(raw, id, LineFault.BadUser);

        var redelivery = element.Object("deliveryContext")?.Flag("isRedelivery") ?? false;
        var inGroup = source?.Name("type") is "group" or "room";
        return new LineEvent(id, user, at, redelivery, element.Name("mode") == "standby", raw, null, inGroup);
    }

    private static LineEvent Broken(byte[] raw, string? id, string problem) =>
        new(id ?? $"sha256-{Convert.ToHexStringLower(SHA256.HashData(raw))}", null, DateTimeOffset.UnixEpoch, false, false, raw, problem);

    // Itself a body, so that it can be read again with the same code when somebody decides to.
    private static LineEvent Rest(JsonElement events)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("events");
            foreach (var element in events.EnumerateArray().Skip(MaxEvents))
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(element), skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Broken(stream.ToArray(), null, LineFault.TooMany);
    }

    private static bool IsShallow(ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader(raw, new JsonReaderOptions { MaxDepth = MaxBodyDepth });
        while (reader.Read())
            if (reader.CurrentDepth >= MaxDepth)
                return false;
        return true;
    }

    // The parser does not say why it refused, so a second look that is allowed to end early and to go as deep as it likes.
    private static string WhyNot(ReadOnlySpan<byte> body)
    {
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue });
        var reader = new Utf8JsonReader(body, isFinalBlock: false, state);
        try
        {
            while (reader.Read()) { }
        }
        catch (JsonException)
        {
            return LineFault.NotJson;
        }

        var whole = reader.CurrentDepth == 0 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray;
        return whole ? LineFault.TooDeep : LineFault.Truncated;
    }
}
