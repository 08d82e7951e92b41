using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Concierge.Bot.Line;

/// <summary>The messages we send, as LINE writes them. Only what we use.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextMessage), "text")]
[JsonDerivedType(typeof(FlexMessage), "flex")]
[JsonDerivedType(typeof(ImageMessage), "image")]
public abstract record LineMessage
{
    private LineMessage() { }

    /// <summary>LINE shows those of the last message only, and takes them away at the next one.</summary>
    public QuickReply? QuickReply { get; init; }

    /// <summary>Whose face and name to show instead of the account's, e.g. a member of staff.</summary>
    public Sender? Sender { get; init; }

    public sealed record TextMessage(string Text) : LineMessage;

    /// <param name="AltText">What the notification and the list of chats show: never a fact of a person.</param>
    public sealed record FlexMessage(string AltText, FlexContainer Contents) : LineMessage;

    /// <summary>LINE fetches both itself.</summary>
    public sealed record ImageMessage(string OriginalContentUrl, string PreviewImageUrl) : LineMessage;
}

public sealed record QuickReply(ImmutableArray<QuickReplyItem> Items);

public sealed record QuickReplyItem(LineAction Action)
{
    public string Type => "action";
}

public sealed record Sender(string? Name, string? IconUrl);

/// <summary>What touching something does.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Postback), "postback")]
[JsonDerivedType(typeof(Uri), "uri")]
[JsonDerivedType(typeof(Message), "message")]
public abstract record LineAction
{
    private LineAction() { }

    /// <param name="DisplayText">Appears in the chat as if the person had written it; null: nothing appears.</param>
    public sealed record Postback(string Label, string Data, string? DisplayText) : LineAction;

    public sealed record Uri(string Label, [property: JsonPropertyName("uri")] string Address) : LineAction;

    public sealed record Message(string Label, string Text) : LineAction;
}
