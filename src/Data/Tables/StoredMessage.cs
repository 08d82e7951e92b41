using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Conversations;

namespace Concierge.Data;

/// <summary>
/// What lies sealed in the message table: the bot's reply as Core made it (pages render it from here), or what the
/// person said or did.
/// </summary>
public static class StoredMessage
{
    public static byte[] Of(Reply reply) => JsonSerializer.SerializeToUtf8Bytes(reply, MessageJson.Compact.Reply);

    public static byte[] Of(Incoming incoming) => JsonSerializer.SerializeToUtf8Bytes(Said.From(incoming), MessageJson.Compact.Said);

    public static Said? ReadSaid(string body) => JsonSerializer.Deserialize(body, MessageJson.Compact.Said);

    public static Reply? ReadReply(byte[] body) => JsonSerializer.Deserialize(body, MessageJson.Compact.Reply);
}

/// <summary>What a person said or did.</summary>
/// <param name="Kind">words, tapped, sticker, image …, followed, unfollowed, unsent, opened.</param>
/// <param name="Text">Words only.</param>
/// <param name="Act">Taps only: what the button did, in the form of <see cref="Act.Write"/>.</param>
public sealed record Said(string Kind, string? Text = null, string? Act = null)
{
    public static Said From(Incoming incoming) => incoming switch
    {
        Incoming.Words words => new Said("words", words.Text),
        Incoming.Tapped tapped => new Said("tapped", null, tapped.Tap.Act.Write()),
        Incoming.TappedUnknown => new Said("tapped"),
        Incoming.Media media => new Said(media.Kind.ToString().ToLowerInvariant()),
        Incoming.PageOpened => new Said("opened"),
        // The place itself is kept nowhere.
        Incoming.Located => new Said("location"),
        _ => new Said(incoming.GetType().Name.ToLowerInvariant()),
    };
}

[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Said))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    public static readonly MessageJson Compact = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
