using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Broadcasts;

/// <summary>What people will see, bubble by bubble.</summary>
/// <param name="Gone">The seminar or post on its card takes nobody any more: it cannot be approved.</param>
/// <param name="Quick">Below the last.</param>
/// <param name="Times">Of one that repeats, when it goes out next, at most five; before a seminar, what is shown is that of the first.</param>
/// <param name="Wrong">Of a draft: what would be refused when it is handed in.</param>
public sealed record PreviewShown(IReadOnlyList<PreviewBubble> Bubbles, IReadOnlyList<string> Quick, bool Gone, IReadOnlyList<DateTimeOffset> Times, IReadOnlyList<WrongPart> Wrong)
{
    public static PreviewShown Of(Unit unit, Broadcast broadcast, QuietHours quiet, DateTimeOffset now)
    {
        var times = BroadcastBook.Coming(unit, broadcast, now);
        var content = BroadcastBook.Next(broadcast, times);
        var cards = BroadcastBook.CardsOf(unit, content, now);
        var wrong = broadcast.State == BroadcastState.Draft ? broadcast.Wrong(quiet, now) : [];
        var reply = BroadcastReply.Of(content, cards, broadcast.Code);
        return new PreviewShown([.. reply.Bubbles.Select(PreviewBubble.Of)], [.. reply.Quick.Select(button => button.Label)], cards.Gone, [.. times.Select(time => time.At)], [.. wrong.Select(part => WrongPart.Of(broadcast, part, now))]);
    }
}

/// <param name="Item">As the refusal would name it.</param>
/// <param name="Detail">In a sentence.</param>
public sealed record WrongPart(string Item, string Detail)
{
    internal static WrongPart Of(Broadcast broadcast, string part, DateTimeOffset now) => new(part, Words.Say("problem_broadcast_" + part switch
    {
        _ when broadcast.Content.IsUnwritten(part) => "no_" + part,
        "timing" when broadcast.Timing is Timing.Once { At: { } at } && at <= now => "past",
        _ => part,
    }));
}

/// <param name="Kind">text, image or card.</param>
/// <param name="Title">Of a card.</param>
/// <param name="Image">Its address; a path where it was uploaded.</param>
/// <param name="Alt">What is to be seen on it.</param>
/// <param name="Buttons">What stands on them, links last.</param>
public sealed record PreviewBubble(string Kind, string? Title, IReadOnlyList<string> Lines, string? Image, string? Alt, IReadOnlyList<string> Buttons)
{
    internal static PreviewBubble Of(Bubble bubble) => bubble switch
    {
        Bubble.Say say => new("text", null, [say.Text], null, null, []),
        Bubble.Image image => new("image", null, [], image.Address, image.Alt, []),
        Bubble.Posters { All: [var card] } => new("card", card.Title, card.Lines, null, null, [.. card.Buttons.Select(button => button.Label), .. card.Links.Select(link => link.Label)]),
        _ => throw new InvalidOperationException($"PreviewBubble does not know {bubble.GetType().Name}."),
    };
}
