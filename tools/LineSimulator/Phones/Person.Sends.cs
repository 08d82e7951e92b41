using System.Text.Json.Nodes;

namespace Concierge.LineSimulator;

public sealed partial class Person
{
    /// <summary>Adds the bot as a friend; after a block this unblocks.</summary>
    public Task<WebhookAnswer> Follows()
    {
        var wasBlocked = Blocked;
        (Following, Blocked) = (true, false);
        Log.Touch();
        return world.Courier.Send(world.Events.Follow(this, isUnblocked: wasBlocked));
    }

    /// <summary>Blocks the bot: an unfollow event, and from now on nothing arrives.</summary>
    public Task<WebhookAnswer> Blocks()
    {
        (Following, Blocked) = (false, true);
        Log.Touch();
        return world.Courier.Send(world.Events.Unfollow(this));
    }

    /// <summary>Unblocks the bot: a follow event with isUnblocked = true.</summary>
    public Task<WebhookAnswer> Unblocks() => Follows();

    /// <summary>Writes.</summary>
    public Task<WebhookAnswer> Says(string text) => Sends("text", quotable: true, content => content["text"] = text);

    /// <summary>Sends a sticker; "11537" and "52002734" is one of LINE's own.</summary>
    public Task<WebhookAnswer> SendsSticker(string packageId = "11537", string stickerId = "52002734", params string[] keywords) =>
        Sends("sticker", quotable: true, content =>
        {
            content["packageId"] = packageId;
            content["stickerId"] = stickerId;
            content["stickerResourceType"] = "ANIMATION";
            if (keywords.Length > 0) content["keywords"] = new JsonArray([.. keywords.Select(word => JsonValue.Create(word))]);
        });

    /// <summary>Sends a picture; without bytes a small one is made up.</summary>
    public Task<WebhookAnswer> SendsImage(byte[]? bytes = null, string type = "image/png") =>
        SendsBytes("image", bytes ?? CannedMedia.Png(), bytes is null ? "image/png" : type, quotable: true, duration: false);

    /// <summary>Sends a second of sound.</summary>
    public Task<WebhookAnswer> SendsAudio(byte[]? bytes = null) => SendsBytes("audio", bytes ?? CannedMedia.Sound, "audio/x-m4a", quotable: false, duration: true);

    /// <summary>Sends a film.</summary>
    public Task<WebhookAnswer> SendsVideo(byte[]? bytes = null) => SendsBytes("video", bytes ?? CannedMedia.Sound, "video/mp4", quotable: true, duration: true);

    /// <summary>Sends a file of some name.</summary>
    public Task<WebhookAnswer> SendsFile(string fileName, byte[] bytes) => Sends("file", quotable: false, content =>
    {
        content["fileName"] = fileName;
        content["fileSize"] = bytes.Length;
        world.Contents.Keep((string)content["id"]!, bytes, "application/octet-stream");
    });

    /// <summary>Sends a place; title and address may be missing, as on real phones.</summary>
    public Task<WebhookAnswer> SendsLocation(double latitude, double longitude, string? title = null, string? address = null) =>
        Sends("location", quotable: false, content =>
        {
            if (title is not null) content["title"] = title;
            if (address is not null) content["address"] = address;
            content["latitude"] = latitude;
            content["longitude"] = longitude;
        });

    /// <summary>Takes back a message of one's own: its content is gone, and the bot is told to forget it.</summary>
    public Task<WebhookAnswer> Unsends(string messageId)
    {
        if (Log.Find(messageId) is not { From: ChatItem.Person, Unsent: false })
            throw new InvalidOperationException($"{Name} has no message {messageId} to take back.");
        TakesBack(messageId);
        return world.Courier.Send(world.Events.Unsend(this, messageId));
    }

    /// <summary>Takes back the newest message of one's own.</summary>
    public Task<WebhookAnswer> UnsendsLast() => Unsends(Log.Items.Last(item => item is { From: ChatItem.Person, Unsent: false }).Id);

    /// <summary>The ID token that LIFF would hand to the bot's web page, signed with ES256 and good for an hour.</summary>
    public string IdToken(string? nonce = null, string? audience = null) => world.IdTokens.Issue(this, nonce, audience);

    internal void TakesBack(string messageId)
    {
        world.Contents.Forget(messageId);
        Log.Change(item => item.Id == messageId ? item with { Unsent = true } : item);
    }

    private Task<WebhookAnswer> SendsBytes(string type, byte[] bytes, string mediaType, bool quotable, bool duration) => Sends(type, quotable, content =>
    {
        world.Contents.Keep((string)content["id"]!, bytes, mediaType);
        if (duration) content["duration"] = 1000;
        content["contentProvider"] = new JsonObject { ["type"] = "line" };
    });

    private async Task<WebhookAnswer> Sends(string type, bool quotable, Action<JsonObject> fill)
    {
        if (Blocked) throw new InvalidOperationException($"{Name} blocks the bot and can't write to it.");
        var id = world.Ids.Message();
        var content = new JsonObject { ["type"] = type, ["id"] = id };
        if (quotable) content["quoteToken"] = world.Ids.QuoteToken();
        content["markAsReadToken"] = world.People.NewReadToken(this, id);
        fill(content);
        Wrote = world.Time.GetUtcNow();
        Shows(id, type, content);
        var answer = await world.Courier.Send(world.Events.Message(this, content));
        if (answer.IsOk && world.Options.ReadsAutomatically) IsReadUpTo(id);
        return answer;
    }

    // The sender's phone shows pictures and sounds from here; no webhook carries these addresses.
    private void Shows(string id, string type, JsonObject content)
    {
        var shown = (JsonObject)content.DeepClone();
        shown.Remove("markAsReadToken");
        if (type is "image" or "audio" or "video") shown["originalContentUrl"] = $"/phone/api/content/{id}";
        if (type is "image" or "video") shown["previewImageUrl"] = $"/phone/api/content/{id}";
        Log.Add(id, ChatItem.Person, LineJson.Element(shown));
    }
}
