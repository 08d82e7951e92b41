using System.Text.Json;
using Concierge.LineSimulator;

namespace Concierge.SystemTests.Secrets;

/// <summary>What LINE was asked, taken apart: which of it is seen by whom.</summary>
internal static class Sinks
{
    public const string Push = "/v2/bot/message/push";

    /// <summary>Whatever is pushed stands on a locked screen.</summary>
    public static IEnumerable<string> Pushes(Simulator line) => line.Requests.Where(request => request.Path == Push).Select(request => request.Body);

    /// <summary>Notifications and the list of chats.</summary>
    public static IEnumerable<string> AltTexts(Simulator line) => Values(line, "altText");

    /// <summary>What a button carries: LINE keeps it and sends it back.</summary>
    public static IEnumerable<string> Postbacks(Simulator line) => Values(line, "data");

    /// <summary>Every address that was asked for or handed out.</summary>
    public static IEnumerable<string> Addresses(Simulator line) =>
        Values(line, "uri").Concat(line.Requests.Select(request => $"{request.Path}{request.Query} {string.Join(' ', request.Headers.Values)}"));

    public static IEnumerable<string> Bodies(Simulator line) => line.Requests.Select(request => request.Body);

    private static IEnumerable<string> Values(Simulator line, string name) =>
        line.Requests.Where(request => request.Body.StartsWith('{')).SelectMany(request => Values(JsonElement.Parse(request.Body), name));

    private static IEnumerable<string> Values(JsonElement node, string name) => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(member =>
            member.Name == name && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Values(member.Value, name)),
        JsonValueKind.Array => node.EnumerateArray().SelectMany(item => Values(item, name)),
        _ => [],
    };
}
