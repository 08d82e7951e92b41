using System.Collections.Immutable;

namespace Concierge.Bot.Line;

/// <summary>The part of <see cref="LineLimits"/> that walks through a Flex message.</summary>
internal static class FlexLimits
{
    public static void Check(FlexContainer container, string at, Findings over)
    {
        switch (container)
        {
            case FlexContainer.Bubble bubble:
                Check(bubble, at, over);
                break;
            case FlexContainer.Carousel carousel:
                Check(carousel, at, over);
                break;
        }
    }

    private static void Check(FlexContainer.Carousel carousel, string at, Findings over)
    {
        over.Between($"{at}.contents", carousel.Contents.Length, 1, LineLimits.CarouselBubbles);
        if (over.Measures) over.Between($"{at} bytes", LineBytes.Size(carousel), 1, LineLimits.CarouselBytes);
        if (carousel.Contents.OfType<FlexContainer.Bubble>().DistinctBy(bubble => bubble.Size).Count() > 1)
            over.Add($"{at}.contents: bubbles of different size");
        for (var i = 0; i < carousel.Contents.Length; i++)
            Check(carousel.Contents[i], $"{at}.contents[{i}]", over);
    }

    private static void Check(FlexContainer.Bubble bubble, string at, Findings over)
    {
        if (over.Measures) over.Between($"{at} bytes", LineBytes.Size(bubble), 1, LineLimits.BubbleBytes);
        if (bubble.Header is { } header) Check(header, $"{at}.header", over);
        Check(bubble.Body, $"{at}.body", over);
        if (bubble.Footer is { } footer) Check(footer, $"{at}.footer", over);
    }

    private static void Check(Flex part, string at, Findings over)
    {
        switch (part)
        {
            case Flex.Box box:
                for (var i = 0; i < box.Contents.Length; i++)
                    Check(box.Contents[i], $"{at}.contents[{i}]", over);
                break;
            case Flex.Text { Words.Length: 0 }:
                over.Add($"{at}.text: empty");
                break;
            case Flex.Button button:
                LineLimits.Check(button.Action, LineLimits.ButtonLabelGraphemes, $"{at}.action", over);
                break;
        }
    }
}

/// <summary>Collects what is over, with the place as LINE's own errors name it.</summary>
internal sealed class Findings
{
    private readonly ImmutableArray<string>.Builder _all = ImmutableArray.CreateBuilder<string>();

    /// <summary>Whether sizes in bytes are worth looking at.</summary>
    public bool Measures { get; init; } = true;

    public ImmutableArray<string> All => _all.ToImmutable();

    public void Add(string finding) => _all.Add(finding);

    public void Between(string at, int count, int least, int most)
    {
        if (count < least) Add($"{at}: {count} < {least}");
        if (count > most) Add($"{at}: {count} > {most}");
    }

    public void Scheme(string at, string address, params ReadOnlySpan<string> allowed)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !allowed.Contains(uri.Scheme))
            Add($"{at}: not {string.Join(", ", allowed)}");
    }
}
