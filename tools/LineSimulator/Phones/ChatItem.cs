using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>One bubble on a phone, or a line of the simulator's own.</summary>
public sealed record ChatItem
{
    /// <summary>Written by the person.</summary>
    public const string Person = "person";

    /// <summary>Written by the bot.</summary>
    public const string Bot = "bot";

    /// <summary>A remark of the simulator, which no phone would show.</summary>
    public const string System = "system";

    /// <summary>Grows with every change in the chat; an item that changes gets a new one.</summary>
    public required long Seq { get; init; }

    /// <summary>The LINE message id.</summary>
    public required string Id { get; init; }

    /// <summary><see cref="Person"/>, <see cref="Bot"/> or <see cref="System"/>.</summary>
    public required string From { get; init; }

    /// <summary>When it appeared.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The LINE message object, as it was sent.</summary>
    public required JsonElement Message { get; init; }

    /// <summary>How a message of the bot came: a value of <see cref="LineSimulator.Via"/>; null for the others.</summary>
    public string? Via { get; init; }

    /// <summary>The bot has marked it as read; a message of the bot is read when the phone shows it.</summary>
    public bool Read { get; init; }

    /// <summary>The person took it back.</summary>
    public bool Unsent { get; init; }

    /// <summary>The message's type: text, flex, template, …</summary>
    public string Kind => Message.String("type") ?? "";

    /// <summary>All words shown, in order. An emoji of LINE's own counts as it is written in the text.</summary>
    public IReadOnlyList<string> Texts => MessageReading.Texts(Message);

    /// <summary>All words in one string, for a quick look.</summary>
    public string Text => string.Join("\n", Texts);

    /// <summary>Everything that can be tapped, without quick replies.</summary>
    public IReadOnlyList<Button> Buttons => MessageReading.Buttons(Message);

    /// <summary>The buttons under the message; a phone shows them only while it is the newest.</summary>
    public IReadOnlyList<Button> QuickReplies => MessageReading.QuickReplies(Message);

    /// <summary>What notifications and old phones show in place of a Flex message, template or imagemap.</summary>
    public string? AltText => Message.String("altText");

    /// <summary>The name that the message is shown under, if not the bot's own.</summary>
    public string? Sender => Message.Part("sender")?.String("name");
}

/// <summary>Something to tap: its words, what it does (a LINE action object), and where it stands (quickReply, flex, template, imagemap, richMenu).</summary>
public sealed record Button(string Label, JsonElement Action, string Place)
{
    /// <summary>postback, message, uri, datetimepicker, …</summary>
    public string Kind => Action.String("type") ?? "";
}
