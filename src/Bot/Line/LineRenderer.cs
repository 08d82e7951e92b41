using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>
/// Writes what the bot says as LINE messages: at most 5, the quick buttons under the last. Pure: the same reply, links
/// and key make the same messages.
/// </summary>
public static class LineRenderer
{
    /// <param name="link">The address of a page of ours for this person; at most 1000 characters.</param>
    public static ImmutableArray<LineMessage> Render(Reply reply, Func<Page, string> link, TapTokens taps)
    {
        var buttons = new Buttons(taps, link);
        var messages = reply.Bubbles.SelectMany(bubble => Messages(bubble, buttons)).ToImmutableArray();
        return From(reply.Sender, WithQuick(AtMostFive(messages), reply.Quick, buttons));
    }

    private static IEnumerable<LineMessage> Messages(Bubble bubble, Buttons buttons) => bubble switch
    {
        Bubble.Say say => TextLength.Split(say.Text, LineLimits.TextUnits).Select(text => new LineMessage.TextMessage(text)),
        Bubble.Ask ask => Paging.Messages(AskBubble.Draw(ask, buttons), AltText.Of(bubble)),
        Bubble.Rows rows => Paging.Messages(RowsBubbles.Draw(rows, buttons), AltText.Of(bubble)),
        Bubble.Card card => Paging.Messages(CardBubble.Draw(card, buttons), AltText.Of(bubble)),
        Bubble.Posters { All.IsEmpty: false } posters => Paging.Messages(PosterBubbles.Draw(posters, buttons), AltText.Of(bubble)),
        Bubble.Posters => [],
        Bubble.Image image => [new LineMessage.ImageMessage(image.Address, image.Address)],
        Bubble.Door door => [new LineMessage.FlexMessage(AltText.Of(bubble), Draw(door, buttons))],
        _ => throw new InvalidOperationException($"LineRenderer does not know {bubble.GetType().Name}."),
    };

    private static FlexContainer.Bubble Draw(Bubble.Door door, Buttons buttons) =>
        Parts.Bubble(
            null,
            Parts.Column("lg", Parts.Normal(TextLength.ClipUnits(door.Text, 2_000))),
            Parts.Footer([buttons.Door(door)]));

    /// <summary>Under the name of a member of staff.</summary>
    private static ImmutableArray<LineMessage> From(string? name, ImmutableArray<LineMessage> messages) => name is null
        ? messages
        : [.. messages.Select(message => message with { Sender = new Sender(TextLength.ClipUnits(name, LineLimits.SenderNameUnits), null) })];

    private static ImmutableArray<LineMessage> AtMostFive(ImmutableArray<LineMessage> messages)
    {
        if (messages.Length > LineLimits.Messages) messages = Joined(messages);
        // The last one holds the question: whatever goes, that stays.
        return messages.Length <= LineLimits.Messages ? messages : [.. messages[..(LineLimits.Messages - 1)], messages[^1]];
    }

    private static ImmutableArray<LineMessage> Joined(ImmutableArray<LineMessage> messages)
    {
        var joined = new List<LineMessage>();
        foreach (var message in messages)
        {
            if (joined is [.., LineMessage.TextMessage before]
                && message is LineMessage.TextMessage text
                && before.Text.Length + text.Text.Length + 2 <= LineLimits.TextUnits)
                joined[^1] = new LineMessage.TextMessage($"{before.Text}\n\n{text.Text}");
            else
                joined.Add(message);
        }

        return [.. joined];
    }

    private static ImmutableArray<LineMessage> WithQuick(
        ImmutableArray<LineMessage> messages, ImmutableArray<Button> quick, Buttons buttons)
    {
        if (messages.IsEmpty || quick.IsDefaultOrEmpty) return messages;
        var items = quick.Take(LineLimits.QuickItems).Select(buttons.Quick).ToImmutableArray();
        return messages.SetItem(messages.Length - 1, messages[^1] with { QuickReply = new QuickReply(items) });
    }
}
