using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>
/// The few parts that every bubble of ours is built of. All of them follow the person's own size of type
/// (<c>scaling</c>), and no text is cut off on the screen (<c>wrap</c>).
/// </summary>
internal static class Parts
{
    /// <summary>The same all around, so that heading, question and buttons stand on one edge.</summary>
    private const string Room = "18px";

    public static Flex.Text Large(string text) =>
        Words(text) with { Size = "xl", Weight = "bold", LineSpacing = "8px" };

    public static Flex.Text Normal(string text) => Words(text) with { Size = "lg", LineSpacing = "6px" };

    /// <summary>Second in importance: softer, but never small.</summary>
    public static Flex.Text Second(string text) =>
        Words(text) with { Size = "md", Color = Palette.SoftInk, LineSpacing = "6px" };

    public static Flex.Text Title(string text) =>
        Words(text) with { Size = "lg", Weight = "bold", Color = Palette.Green };

    // LINE refuses an empty text, and with it the whole message.
    private static Flex.Text Words(string text) =>
        new(string.IsNullOrWhiteSpace(text) ? "－" : text) { Color = Palette.Ink, Wrap = true, Scaling = true };

    public static Flex.Box Column(string spacing, params ImmutableArray<Flex> contents) =>
        new("vertical", contents) { Spacing = spacing };

    public static Flex.Box Row(string spacing, params ImmutableArray<Flex> contents) =>
        new("horizontal", contents) { Spacing = spacing };

    public static Flex.Separator Rule(string margin) => new() { Margin = margin, Color = Palette.Rule };

    /// <summary>The pale strip on top of a bubble.</summary>
    public static Flex.Box Strip(params ImmutableArray<Flex> contents) =>
        Row("md", contents) with { PaddingAll = Room, BackgroundColor = Palette.Mint };

    /// <summary>Buttons below one another, or null when there are none.</summary>
    public static Flex.Box? Footer(IEnumerable<Flex> buttons) =>
        buttons.ToImmutableArray() is { Length: > 0 } all ? Column("md", all) with { PaddingAll = Room } : null;

    public static FlexContainer.Bubble Bubble(Flex.Box? header, Flex.Box body, Flex.Box? footer) =>
        new("giga", header, body with { PaddingAll = Room }, footer);

    /// <summary>「1／3」 where a list goes over several bubbles; null where it does not.</summary>
    public static string? PageMark(int page, int pages) => pages > 1 ? $"{page + 1}／{pages}" : null;
}
