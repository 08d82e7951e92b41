using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;

namespace Concierge.Admin.Broadcasts;

/// <summary>What people will see, bubble by bubble.</summary>
/// <param name="Gone">The seminar or post on its card takes nobody any more: it cannot be approved.</param>
/// <param name="Quick">Below the last.</param>
public sealed record PreviewShown(IReadOnlyList<PreviewBubble> Bubbles, IReadOnlyList<string> Quick, bool Gone)
{
    public static PreviewShown Of(Broadcast broadcast, BroadcastCards cards)
    {
        var reply = BroadcastReply.Of(broadcast.Content, cards, broadcast.Code);
        return new PreviewShown([.. reply.Bubbles.Select(PreviewBubble.Of)], [.. reply.Quick.Select(button => button.Label)], cards.Gone);
    }
}

/// <param name="Kind">text, image or card.</param>
/// <param name="Title">Of a card.</param>
/// <param name="Buttons">What stands on them, links last.</param>
public sealed record PreviewBubble(string Kind, string? Title, IReadOnlyList<string> Lines, string? Image, IReadOnlyList<string> Buttons)
{
    internal static PreviewBubble Of(Bubble bubble) => bubble switch
    {
        Bubble.Say say => new("text", null, [say.Text], null, []),
        Bubble.Image image => new("image", null, [], image.Address, []),
        Bubble.Posters { All: [var card] } => new("card", card.Title, card.Lines, null, [.. card.Buttons.Select(button => button.Label), .. card.Links.Select(link => link.Label)]),
        _ => throw new InvalidOperationException($"PreviewBubble does not know {bubble.GetType().Name}."),
    };
}
