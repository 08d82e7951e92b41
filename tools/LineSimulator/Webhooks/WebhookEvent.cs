using System.Text.Json.Nodes;

namespace Concierge.LineSimulator;

/// <summary>Something that happened on a phone, as the bot is told of it.</summary>
internal sealed record WebhookEvent(Person Person, DateTimeOffset At, JsonObject Json)
{
    public string Id => (string)Json["webhookEventId"]!;

    public string? ReplyToken => (string?)Json["replyToken"];

    public string? MessageId => (string?)Json["message"]?["id"];

    public bool IsRedelivery => (bool)Json["deliveryContext"]!["isRedelivery"]!;

    /// <summary>The same event, marked as a redelivery: everything else stays as it was, id and reply token too.</summary>
    public WebhookEvent Again() => With(json => json["deliveryContext"] = new JsonObject { ["isRedelivery"] = true });

    /// <summary>A changed copy.</summary>
    public WebhookEvent With(Action<JsonObject> change)
    {
        var copy = (JsonObject)Json.DeepClone();
        change(copy);
        return this with { Json = copy };
    }
}
