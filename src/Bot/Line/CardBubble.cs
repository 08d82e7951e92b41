using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>わたしの棚卸しカード: its boxes below one another, as a phone is narrow.</summary>
internal static class CardBubble
{
    private const int PerBubble = 4;

    /// <summary>In grapheme clusters, and lines of a box: the whole card is on our own page, to read and to print.</summary>
    private const int LineLength = 120;

    private const int Lines = 12;

    public static ImmutableArray<FlexContainer.Bubble> Draw(Bubble.Card card, Buttons buttons) =>
        Paging.Over(card.Boxes, PerBubble, (page, at, of) => Draw(card, page, at, of, buttons));

    private static FlexContainer.Bubble Draw(Bubble.Card card, ImmutableArray<Box> page, int at, int of, Buttons buttons)
    {
        var title = Parts.Title(TextLength.Clip(card.Title, LineLength));
        var header = Parts.PageMark(at, of) is { } mark ? Parts.Strip(title, Parts.Second(mark) with { Share = 0 }) : Parts.Strip(title);
        return Parts.Bubble(header, Parts.Column("lg", [.. page.Select(Draw)]), at == of - 1 ? Footer(card, buttons) : null);
    }

    private static Flex Draw(Box box)
    {
        var lines = box.Lines.IsDefaultOrEmpty ? [""] : box.Lines.Take(Lines);
        return Parts.Column("md", [
            Parts.Title(TextLength.Clip(box.Title, LineLength)),
            .. lines.Select(line => Parts.Normal(TextLength.Clip(line, LineLength)))]) with
        {
            PaddingAll = "16px",
            BackgroundColor = Palette.Mint,
            CornerRadius = "12px",
        };
    }

    private static Flex.Box? Footer(Bubble.Card card, Buttons buttons)
    {
        IEnumerable<Flex> print = card.Print is { } door ? [buttons.Door(door)] : [];
        return Parts.Footer(print.Concat(card.Buttons.Select(buttons.Plain)));
    }
}
