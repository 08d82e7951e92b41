using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Concierge.Bot.Line;

/// <summary>What a Flex message holds: one bubble, or several side by side.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Bubble), "bubble")]
[JsonDerivedType(typeof(Carousel), "carousel")]
public abstract record FlexContainer
{
    private FlexContainer() { }

    // The blocks and bubbles are held by their base types on purpose: only so does the serializer write their "type".

    /// <param name="Size">nano to giga; equal for all bubbles of a carousel.</param>
    /// <param name="Header">This and the other blocks are boxes.</param>
    public sealed record Bubble(string Size, Flex? Header, Flex Body, Flex? Footer) : FlexContainer;

    /// <param name="Contents">Bubbles.</param>
    public sealed record Carousel(ImmutableArray<FlexContainer> Contents) : FlexContainer;
}

/// <summary>The parts that a bubble is built of. Sizes are LINE's words (none, xs … xxl) or pixels ("12px").</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Box), "box")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(Separator), "separator")]
public abstract record Flex
{
    private Flex() { }

    /// <summary>Room before this part.</summary>
    public string? Margin { get; init; }

    /// <param name="Layout">vertical, horizontal or baseline.</param>
    public sealed record Box(string Layout, ImmutableArray<Flex> Contents) : Flex
    {
        /// <summary>Share of the room in the box around it; 0: as much as it needs.</summary>
        [JsonPropertyName("flex")]
        public int? Share { get; init; }

        public string? Spacing { get; init; }

        public string? PaddingAll { get; init; }

        public string? BackgroundColor { get; init; }

        public string? CornerRadius { get; init; }
    }

    public sealed record Text([property: JsonPropertyName("text")] string Words) : Flex
    {
        [JsonPropertyName("flex")]
        public int? Share { get; init; }

        public string? Size { get; init; }

        public string? Weight { get; init; }

        public string? Color { get; init; }

        public string? Align { get; init; }

        public string? Gravity { get; init; }

        public string? LineSpacing { get; init; }

        public bool? Wrap { get; init; }

        /// <summary>Follows the size of type that the person chose in LINE.</summary>
        public bool? Scaling { get; init; }
    }

    public sealed record Button(LineAction Action) : Flex
    {
        [JsonPropertyName("flex")]
        public int? Share { get; init; }

        /// <summary>primary (white on the colour), secondary (black on the colour) or link.</summary>
        public string? Style { get; init; }

        public string? Color { get; init; }

        public string? Height { get; init; }

        public string? Gravity { get; init; }

        /// <summary>A button does not wrap: a long label is made smaller rather than cut.</summary>
        public string? AdjustMode { get; init; }

        public bool? Scaling { get; init; }
    }

    public sealed record Separator : Flex
    {
        public string? Color { get; init; }
    }
}
