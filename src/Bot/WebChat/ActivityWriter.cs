using System.Text.Json.Nodes;
using Concierge.Bot.Line;
using Concierge.Bot.Web;
using Concierge.Core.Conversations;

namespace Concierge.Bot.WebChat;

/// <summary>A reply of ours as activities: one for each bubble, the commands under the last.</summary>
public sealed class ActivityWriter(TapTokens taps, PageLinkMaker links)
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    private static readonly ChannelAccount Concierge = new("concierge", "bot", Core.Wording.Words.Say("page_title"));

    private readonly AdaptiveCards _cards = new(taps);

    /// <param name="open">Makes a one-time link to a page.</param>
    public IEnumerable<Activity> Of(Reply reply, string id, DateTimeOffset at, ConversationAccount conversation, Func<Page, string> open)
    {
        var all = links.Absolute(reply).Bubbles.SelectMany(bubble => Parts(bubble, open))
            .Select((part, i) => new Activity($"{id}.{i}", "message", at, Concierge, conversation, part.Text, Attached(part.Cards)))
            .ToArray();
        if (all.Length > 0 && reply.Quick.Length > 0) all[^1] = all[^1] with { SuggestedActions = new([.. reply.Quick.Select(Suggested)]) };
        return all;
    }

    private IEnumerable<(string? Text, JsonObject[] Cards)> Parts(Bubble bubble, Func<Page, string> open)
    {
        switch (bubble)
        {
            case Bubble.Say say: yield return (say.Text, []); break;
            case Bubble.Ask ask: yield return (null, [_cards.Ask(ask)]); break;
            case Bubble.Rows rows: yield return (null, [_cards.Rows(rows)]); break;
            case Bubble.Card card: yield return (null, [_cards.Boxes(card, card.Print is { } print ? new Link(print.Label, open(print.Page)) : null)]); break;
            case Bubble.Door door: yield return (null, [_cards.Door(door.Text, new Link(door.Label, open(door.Page)))]); break;
            case Bubble.Posters posters:
                // Below one another: side by side, large letters leave each of them a strip.
                yield return (posters.Title, [.. posters.All.Select(_cards.Poster)]);
                if (!posters.Buttons.IsEmpty) yield return (null, [_cards.Buttons(posters.Buttons)]);
                break;
        }
    }

    private static Attachment[]? Attached(JsonObject[] cards) => cards.Length == 0 ? null : [.. cards.Select(card => new Attachment(AdaptiveCard, card))];

    private CardAction Suggested(Button button) => new("messageBack", button.Label, button.Label, button.Label, new TapValue(taps.Seal(button.Tap)));
}
