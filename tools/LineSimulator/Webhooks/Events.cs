using System.Text.Json.Nodes;

namespace Concierge.LineSimulator;

/// <summary>Makes webhook events in LINE's form and order of properties.</summary>
internal sealed class Events(World world)
{
    public WebhookEvent Message(Person person, JsonObject content) =>
        New(person, "message", replies: true, json => json["message"] = content);

    public WebhookEvent Postback(Person person, string data, JsonObject? parameters) => New(person, "postback", replies: true, json =>
    {
        var postback = new JsonObject { ["data"] = data };
        if (parameters is not null) postback["params"] = parameters;
        json["postback"] = postback;
    });

    public WebhookEvent Follow(Person person, bool isUnblocked) =>
        New(person, "follow", replies: true, json => json["follow"] = new JsonObject { ["isUnblocked"] = isUnblocked });

    public WebhookEvent Unfollow(Person person) => New(person, "unfollow", replies: false, _ => { });

    public WebhookEvent Unsend(Person person, string messageId) =>
        New(person, "unsend", replies: false, json => json["unsend"] = new JsonObject { ["messageId"] = messageId });

    /// <summary>A type that no documentation knows yet: LINE adds types without notice.</summary>
    public WebhookEvent Unknown(Person person) =>
        New(person, "hologramWave", replies: true, json => json["hologramWave"] = new JsonObject { ["hands"] = 2 });

    public WebhookEvent UnknownMessage(Person person) => Message(person, new JsonObject
    {
        ["type"] = "hologram", ["id"] = world.Ids.Message(), ["depth"] = 3,
    });

    private WebhookEvent New(Person person, string type, bool replies, Action<JsonObject> fill)
    {
        var now = world.Time.GetUtcNow();
        var json = new JsonObject { ["type"] = type };
        fill(json);
        json["webhookEventId"] = world.Ids.WebhookEvent();
        json["deliveryContext"] = new JsonObject { ["isRedelivery"] = false };
        json["timestamp"] = now.ToUnixTimeMilliseconds();
        json["source"] = new JsonObject { ["type"] = "user", ["userId"] = person.Id };
        if (replies) json["replyToken"] = world.Ids.ReplyToken();
        json["mode"] = "active";
        return new WebhookEvent(person, now, json);
    }
}
