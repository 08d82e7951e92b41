using System.Collections.Immutable;

namespace Concierge.Bot.Line;

/// <summary>Spreads what is too much for one bubble over several, and several bubbles over as few messages as LINE allows.</summary>
internal static class Paging
{
    public delegate FlexContainer.Bubble Draw<T>(ImmutableArray<T> page, int at, int of);

    /// <summary>As few bubbles as fit in <paramref name="most"/> items and LINE's bytes each, evenly filled; at least one.</summary>
    public static ImmutableArray<FlexContainer.Bubble> Over<T>(ImmutableArray<T> items, int most, Draw<T> draw)
    {
        var pages = Math.Max(1, (items.Length + most - 1) / most);
        while (true)
        {
            var drawn = Enumerable.Range(0, pages).Select(at => draw(Page(items, at, pages), at, pages)).ToImmutableArray();
            if (pages >= items.Length || drawn.All(Fits)) return drawn;
            pages++;
        }
    }

    private static ImmutableArray<T> Page<T>(ImmutableArray<T> items, int at, int of)
    {
        var from = items.Length * at / of;
        return items[from..(items.Length * (at + 1) / of)];
    }

    private static bool Fits(FlexContainer.Bubble bubble) => LineBytes.Size(bubble) <= LineLimits.BubbleBytes;

    /// <summary>One bubble as it is; several side by side, in more than one message only when they are too many or too large.</summary>
    public static IEnumerable<LineMessage> Messages(ImmutableArray<FlexContainer.Bubble> bubbles, string altText)
    {
        var together = ImmutableArray<FlexContainer.Bubble>.Empty;
        foreach (var bubble in bubbles)
        {
            if (!together.IsEmpty && !Fits(together.Add(bubble)))
            {
                yield return new LineMessage.FlexMessage(altText, Container(together));
                together = [];
            }

            together = together.Add(bubble);
        }

        yield return new LineMessage.FlexMessage(altText, Container(together));
    }

    private static bool Fits(ImmutableArray<FlexContainer.Bubble> bubbles) =>
        bubbles.Length <= LineLimits.CarouselBubbles && LineBytes.Size(Container(bubbles)) <= LineLimits.CarouselBytes;

    private static FlexContainer Container(ImmutableArray<FlexContainer.Bubble> bubbles) =>
        bubbles is [var only] ? only : new FlexContainer.Carousel([.. bubbles.Select(Narrow)]);

    // Side by side, the edge of the next bubble must show, or nobody finds it.
    private static FlexContainer.Bubble Narrow(FlexContainer.Bubble bubble) => bubble with { Size = "mega" };
}
