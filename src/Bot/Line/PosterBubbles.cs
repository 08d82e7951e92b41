using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>Things on offer, one bubble each, side by side; what concerns all of them stands below the last.</summary>
internal static class PosterBubbles
{
    /// <summary>In grapheme clusters, and lines of a poster: all of it is on the page of the thing itself.</summary>
    private const int LineLength = 160;

    private const int Lines = 12;

    public static ImmutableArray<FlexContainer.Bubble> Draw(Bubble.Posters posters, Buttons buttons) =>
        Paging.Over(posters.All, 1, (page, at, of) => Draw(posters, page[0], at == of - 1, Parts.PageMark(at, of), buttons));

    private static FlexContainer.Bubble Draw(Bubble.Posters posters, Poster poster, bool isLast, string? mark, Buttons buttons)
    {
        var common = isLast && !posters.Buttons.IsDefaultOrEmpty ? posters.Buttons : [];
        // What one most likely wants stands out, so that nobody presses 出さないで for it.
        var all = poster.Buttons.Concat(common).Select((button, at) => at == 0 ? buttons.Plain(button) : buttons.Quiet(button)).ToArray();
        return Parts.Bubble(
            Header(posters.Title, mark),
            Parts.Column("lg", [
                Parts.Large(TextLength.Clip(poster.Title, LineLength)),
                .. poster.Lines.Take(Lines).Select(line => Parts.Normal(TextLength.Clip(line, LineLength)))]),
            Parts.Footer([.. all[..poster.Buttons.Length], .. poster.Links.Select(Buttons.Outside), .. all[poster.Buttons.Length..]]));
    }

    private static Flex.Box? Header(string? title, string? mark)
    {
        var all = new[] { title is null ? null : Parts.Title(title) with { Share = 1 }, mark is null ? null : Parts.Second(mark) with { Share = 0 } };
        return all.OfType<Flex>().ToImmutableArray() is { IsEmpty: false } parts ? Parts.Strip(parts) : null;
    }
}
