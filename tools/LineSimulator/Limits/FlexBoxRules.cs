namespace Concierge.LineSimulator;

/// <summary>How a Flex box looks: measures, borders, padding, alignment, gradient.</summary>
internal static class FlexBoxRules
{
    private static readonly string[] Justified = ["flex-start", "center", "flex-end", "space-between", "space-around", "space-evenly"];

    public static void Look(Part box)
    {
        box.Matching("backgroundColor", FlexForms.Color());
        box.Matching("borderColor", FlexForms.Color());
        box.Matching("borderWidth", FlexForms.Border());
        box.Matching("cornerRadius", FlexForms.Space());
        foreach (var extent in (string[])["width", "maxWidth", "height", "maxHeight"]) box.Matching(extent, FlexForms.Extent());
        foreach (var side in (string[])["paddingAll", "paddingTop", "paddingBottom", "paddingStart", "paddingEnd"])
            box.Matching(side, FlexForms.Inset());
        box.OneOf("justifyContent", Justified);
        box.OneOf("alignItems", ["flex-start", "center", "flex-end"]);
        if (box.Object("background") is { } background) Gradient(background);
    }

    private static void Gradient(Part background)
    {
        background.OneOf("type", ["linearGradient"], required: true);
        background.Matching("angle", FlexForms.Angle(), required: true);
        background.Matching("startColor", FlexForms.Color(), required: true);
        background.Matching("endColor", FlexForms.Color(), required: true);
        background.Matching("centerColor", FlexForms.Color());
        background.Matching("centerPosition", FlexForms.Percent());
        background.NothingElse();
    }
}
