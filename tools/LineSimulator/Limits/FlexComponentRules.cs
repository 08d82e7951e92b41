namespace Concierge.LineSimulator;

/// <summary>The components of a Flex bubble, and which may stand in which.</summary>
internal static class FlexComponentRules
{
    public static readonly string[] Boxes = ["box"];
    public static readonly string[] Heroes = ["box", "image", "video"];
    private static readonly string[] InBox = ["box", "button", "image", "text", "separator", "filler", "spacer"];
    private static readonly string[] InBaseline = ["icon", "text", "filler", "spacer"];
    private static readonly string[] Spans = ["span"];
    private static readonly string[] Gravities = ["top", "bottom", "center"];
    private static readonly string[] Aligns = ["start", "end", "center"];

    public static void Check(Part part, string[] allowed)
    {
        var kind = part.OneOf("type", allowed, required: true);
        if (kind is null) return;
        switch (kind)
        {
            case "box": Box(part); break;
            case "button": Button(part); break;
            case "image": Image(part); break;
            case "video": Video(part); break;
            case "icon": Icon(part); break;
            case "text": Text(part); break;
            case "span": Letters(part); break;
            case "separator": Separator(part); break;
            case "filler": part.Whole("flex", min: 0); break;
            case "spacer": part.Matching("size", FlexForms.Space()); break;
        }
        part.NothingElse();
    }

    private static void Box(Part box)
    {
        var layout = box.OneOf("layout", ["horizontal", "vertical", "baseline"], required: true);
        foreach (var child in box.List("contents", 0, int.MaxValue)) Check(child, layout == "baseline" ? InBaseline : InBox);
        box.Matching("spacing", FlexForms.Space());
        FlexBoxRules.Look(box);
        Placed(box);
        Tapped(box);
    }

    private static void Button(Part button)
    {
        if (button.Object("action", required: true) is { } action) ActionRules.Check(action, ActionPlace.FlexButton);
        button.OneOf("style", ["primary", "secondary", "link"]);
        button.OneOf("height", ["sm", "md"]);
        button.OneOf("gravity", Gravities);
        button.OneOf("adjustMode", ["shrink-to-fit"]);
        button.Matching("color", FlexForms.Color());
        button.Flag("scaling");
        Placed(button);
    }

    private static void Image(Part image)
    {
        image.Url("url", required: true);
        image.Matching("size", FlexForms.ImageSize());
        Ratio(image);
        image.OneOf("aspectMode", ["cover", "fit"]);
        image.OneOf("align", Aligns);
        image.OneOf("gravity", Gravities);
        image.Matching("backgroundColor", FlexForms.Color());
        image.Flag("animated");
        Placed(image);
        Tapped(image);
    }

    private static void Video(Part video)
    {
        video.Url("url", required: true);
        video.Url("previewUrl", required: true);
        if (video.Object("altContent", required: true) is { } other) Check(other, ["box", "image"]);
        Ratio(video);
        Tapped(video);
    }

    private static void Icon(Part icon)
    {
        icon.Url("url", required: true);
        icon.Matching("size", FlexForms.FontSize());
        Ratio(icon);
        icon.Flag("scaling");
        Placed(icon, grows: false);
    }

    private static void Text(Part text)
    {
        var spans = text.List("contents", 0, int.MaxValue, required: false);
        foreach (var span in spans) Check(span, Spans);
        Letters(text, required: spans.Count == 0);
        text.OneOf("align", Aligns);
        text.OneOf("gravity", Gravities);
        text.Flag("wrap");
        text.Matching("lineSpacing", FlexForms.Pixels());
        text.Whole("maxLines", min: 0);
        text.OneOf("adjustMode", ["shrink-to-fit"]);
        text.Flag("scaling");
        Placed(text);
        Tapped(text);
    }

    private static void Letters(Part letters) => Letters(letters, required: true);

    private static void Letters(Part letters, bool required)
    {
        letters.Text("text", int.MaxValue, required);
        letters.Matching("size", FlexForms.FontSize());
        letters.Matching("color", FlexForms.Color());
        letters.OneOf("weight", ["regular", "bold"]);
        letters.OneOf("style", ["normal", "italic"]);
        letters.OneOf("decoration", ["none", "underline", "line-through"]);
    }

    private static void Separator(Part line)
    {
        line.Matching("margin", FlexForms.Space());
        line.Matching("color", FlexForms.Color());
    }

    private static void Placed(Part part, bool grows = true)
    {
        if (grows) part.Whole("flex", min: 0);
        part.Matching("margin", FlexForms.Space());
        part.OneOf("position", ["relative", "absolute"]);
        foreach (var side in (string[])["offsetTop", "offsetBottom", "offsetStart", "offsetEnd"])
            part.Matching(side, FlexForms.Inset());
    }

    private static void Tapped(Part part)
    {
        if (part.Object("action") is { } action) ActionRules.Check(action, ActionPlace.Flex);
    }

    private static void Ratio(Part part)
    {
        if (part.Matching("aspectRatio", FlexForms.Ratio()) is not { } ratio) return;
        var sides = ratio.Split(':').Select(side => double.Parse(side, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        if (sides[1] > sides[0] * 3) part.Wrong("aspectRatio", "invalid property");
    }
}
