using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Bot.WebChat;

/// <summary>One line of a Direct Line conversation, as the Bot Framework activity protocol writes it; only what we use.</summary>
/// <param name="Id">Of a person's activity: the id that its POST was answered with.</param>
public sealed record Activity(
    string Id,
    string Type,
    DateTimeOffset Timestamp,
    ChannelAccount From,
    ConversationAccount Conversation,
    string? Text = null,
    IReadOnlyList<Attachment>? Attachments = null,
    SuggestedActions? SuggestedActions = null,
    ChannelData? ChannelData = null)
{
    public string TextFormat => "plain";

    public string Locale => "ja-JP";

    public string ChannelId => "directline";
}

/// <param name="Role"><c>user</c> or <c>bot</c>.</param>
public sealed record ChannelAccount(string Id, string Role, string? Name = null);

public sealed record ConversationAccount(string Id);

/// <param name="ClientActivityID">What Web Chat called its own activity; it knows its echo by it. The spelling is Web Chat's.</param>
public sealed record ChannelData([property: JsonPropertyName("clientActivityID")] string ClientActivityID);

public sealed record Attachment(string ContentType, object Content);

public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions)
{
    public IReadOnlyList<string> To => [];
}

/// <param name="Type"><c>messageBack</c>: the value comes back, and the display text stands in the chat.</param>
public sealed record CardAction(string Type, string Title, string Text, string DisplayText, TapValue Value);

/// <summary>What comes back when a button is pressed.</summary>
/// <param name="Tap">Sealed by <see cref="Line.TapTokens"/>.</param>
public sealed record TapValue(string Tap);

/// <summary>Activities after a watermark. Shapes as in Direct Line 3.0.</summary>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

/// <summary>A conversation and the token that is bound to it.</summary>
/// <param name="ExpiresIn">In seconds.</param>
public sealed record DirectLineConversation(
    [property: JsonPropertyName("conversationId")] string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>What a client posts: only what we read of it. Who it says it is does not count; the token does.</summary>
public sealed record PostedActivity(string? Type, string? Text, JsonElement? Value, JsonElement? ChannelData)
{
    /// <summary>The sealed button, when one was pressed.</summary>
    [JsonIgnore]
    public string? Tap => Member(Value, "tap");

    [JsonIgnore]
    public string? ClientActivityID => Member(ChannelData, "clientActivityID");

    private static string? Member(JsonElement? owner, string name) =>
        owner is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
