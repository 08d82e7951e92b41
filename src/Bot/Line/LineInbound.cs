using System.Text.Json;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>What one stored event means to the conversation.</summary>
/// <param name="Incoming">Null: nothing for us (a kind we do not know, a group, another channel has the chat). Done, no answer.</param>
/// <param name="ReplyToken">Good once, for a minute. Null for events that cannot be replied to (unfollow, unsend).</param>
/// <param name="MarkAsReadToken">Marks this message and all before it as read.</param>
public sealed record LineInbound(Incoming? Incoming, string? ReplyToken, string? MarkAsReadToken)
{
    private static readonly LineInbound Ignored = new(null, null, null);

    /// <summary>Never throws: LINE adds kinds of events and messages without notice.</summary>
    public static LineInbound Read(ReadOnlySpan<byte> rawEvent, TapTokens taps)
    {
        try
        {
            return Read(JsonElement.Parse(rawEvent), taps);
        }
        catch (JsonException)
        {
            return Ignored;
        }
    }

    // Records print themselves, and neither words nor tokens must ever reach a log.
    public override string ToString() => Incoming?.GetType().Name ?? "ignored";

    private static LineInbound Read(JsonElement line, TapTokens taps)
    {
        if (line.Name("mode") == "standby" || line.Object("source")?.Name("type") != "user") return Ignored;
        if (line.Time("timestamp") is not { } at) return Ignored;

        var message = line.Object("message");
        return new LineInbound(Meaning(line, message, at, taps), line.Text("replyToken"), message?.Text("markAsReadToken"));
    }

    private static Incoming? Meaning(JsonElement line, JsonElement? message, DateTimeOffset at, TapTokens taps) =>
        line.Name("type") switch
        {
            "message" when message is { } m => Said(m, at),
            "postback" => Tapped(line.Object("postback")?.Text("data"), at, taps),
            "follow" => new Incoming.Followed(line.Object("follow")?.Flag("isUnblocked") ?? false) { At = at },
            "unfollow" => new Incoming.Unfollowed { At = at },
            "unsend" when line.Object("unsend")?.Name("messageId") is { } id => new Incoming.Unsent(id) { At = at },
            _ => null,
        };

    private static Incoming? Said(JsonElement message, DateTimeOffset at)
    {
        var id = message.Name("id");
        if (message.Name("type") == "text")
            return message.Text("text") is { } text ? new Incoming.Words(TidyText.Tidy(text), id) { At = at } : null;
        if (Place(message, id, at) is { } place) return place;
        return Kind(message.Name("type")) is { } kind ? new Incoming.Media(kind, id) { At = at } : null;
    }

    private static Incoming.Located? Place(JsonElement message, string? id, DateTimeOffset at) =>
        message.Name("type") == "location" && message.Number("latitude") is { } latitude && message.Number("longitude") is { } longitude
            ? new Incoming.Located(latitude, longitude, id) { At = at }
            : null;

    private static MediaKind? Kind(string? type) => type switch
    {
        "sticker" => MediaKind.Sticker,
        "image" => MediaKind.Image,
        "video" => MediaKind.Video,
        "audio" => MediaKind.Audio,
        "file" => MediaKind.File,
        "location" => MediaKind.Location,
        _ => null,
    };

    private static Incoming Tapped(string? data, DateTimeOffset at, TapTokens taps) =>
        taps.Open(data) is { } tap ? new Incoming.Tapped(tap) { At = at } : new Incoming.TappedUnknown { At = at };
}
