using System.Text;
using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>Flex messages: a bubble of 30 KB, or twelve bubbles of one width in 50 KB.</summary>
internal static class FlexRules
{
    private const int BubbleBytes = 30 * 1024;
    private const int CarouselBytes = 50 * 1024;

    public static void Check(Part message)
    {
        message.Text("altText", 1500, required: true);
        if (message.Object("contents", required: true) is not { } found) return;
        var container = new Part(found.Value, Spot.Flex, message.Findings);
        if (container.OneOf("type", ["bubble", "carousel"], required: true) == "carousel") Carousel(container);
        else Bubble(container);
        container.NothingElse();
    }

    private static void Carousel(Part carousel)
    {
        var bubbles = carousel.List("contents", 1, 12);
        foreach (var bubble in bubbles)
        {
            bubble.OneOf("type", ["bubble"], required: true);
            Bubble(bubble);
            bubble.NothingElse();
        }
        if (bubbles.Select(bubble => bubble.Value.String("size") ?? "mega").Distinct().Count() > 1)
            carousel.Wrong("contents", "all bubbles must have the same size");
        Fits(carousel, CarouselBytes);
    }

    private static void Bubble(Part bubble)
    {
        bubble.Ignore("type");
        bubble.OneOf("size", ["nano", "micro", "deca", "hecto", "kilo", "mega", "giga"]);
        bubble.OneOf("direction", ["ltr", "rtl"]);
        foreach (var block in (string[])["header", "body", "footer"])
            if (bubble.Object(block) is { } box) FlexComponentRules.Check(box, FlexComponentRules.Boxes);
        if (bubble.Object("hero") is { } hero) FlexComponentRules.Check(hero, FlexComponentRules.Heroes);
        if (bubble.Object("styles") is { } styles) Styles(styles);
        if (bubble.Object("action") is { } action) ActionRules.Check(action, ActionPlace.Flex);
        if (!bubble.Has("header") && !bubble.Has("hero") && !bubble.Has("body") && !bubble.Has("footer"))
            bubble.Findings.Add(bubble.At, "At least one block must be specified");
        Fits(bubble, BubbleBytes);
    }

    private static void Styles(Part styles)
    {
        foreach (var name in (string[])["header", "hero", "body", "footer"])
        {
            if (styles.Object(name) is not { } style) continue;
            style.Matching("backgroundColor", FlexForms.Color());
            style.Flag("separator");
            style.Matching("separatorColor", FlexForms.Color());
            style.NothingElse();
        }
        styles.NothingElse();
    }

    // Written compactly, so that a request's own indentation does not count.
    private static void Fits(Part part, int most)
    {
        var bytes = Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(part.Value, LineJson.Options));
        if (bytes > most) part.Findings.Add(part.At, $"size must be at most {most} bytes");
    }
}
