using System.Text.Json;

namespace Concierge.SystemTests.Reception;

/// <summary>Webhook bodies written by hand, as LINE writes them: what the simulator is too well-behaved to send.</summary>
internal static class Written
{
    public static string User(int number) => $"U{number:x32}";

    public static string Body(params IEnumerable<string> events) => $$"""{"events":[{{string.Join(',', events)}}]}""";

    public static string To(string destination, params IEnumerable<string> events) =>
        $$"""{"destination":"{{destination}}","events":[{{string.Join(',', events)}}]}""";

    /// <summary>Words of a person.</summary>
    /// <param name="more">Further properties, each with its comma before it.</param>
    public static string Words(string id, string user, string words, DateTimeOffset at, string more = "") => Event(
        id, user, "message", at, $$""","message":{"type":"text","id":"m-{{id}}","text":{{JsonSerializer.Serialize(words)}}}{{more}}""");

    public static string Event(string id, string user, string type, DateTimeOffset at, string more = "") =>
        $$"""
        {"type":"{{type}}","mode":"active","timestamp":{{at.ToUnixTimeMilliseconds()}},"source":{"type":"user","userId":"{{user}}"},"webhookEventId":"{{id}}","deliveryContext":{"isRedelivery":false},"replyToken":"token-{{id}}"{{more}}}
        """;
}
