using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Web;

/// <summary>What the page posts, as it lies in the inbox: words, a button's token, or that the page was opened.</summary>
public sealed record WebEvent(string? Words, string? Tap, bool Opened = false);

/// <summary>Reads the page's inbox rows.</summary>
public static class WebInbound
{
    public const string ChannelName = "web";

    public static byte[] Write(WebEvent posted) => JsonSerializer.SerializeToUtf8Bytes(posted, WebJson.Default.WebEvent);

    public static Incoming? Read(byte[] raw, DateTimeOffset at, TapTokens taps)
    {
        var posted = JsonSerializer.Deserialize(raw, WebJson.Default.WebEvent)!;
        if (posted.Opened) return new Incoming.PageOpened { At = at, Channel = Channel.Web };
        if (posted.Words is { } words) return new Incoming.Words(words, null) { At = at, Channel = Channel.Web };
        return posted.Tap is { } token && taps.Open(token) is { } tap
            ? new Incoming.Tapped(tap) { At = at, Channel = Channel.Web }
            : new Incoming.TappedUnknown { At = at, Channel = Channel.Web };
    }
}

[JsonSerializable(typeof(WebEvent))]
internal sealed partial class WebJson : JsonSerializerContext;
