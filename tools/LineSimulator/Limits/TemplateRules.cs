using System.Text.RegularExpressions;

namespace Concierge.LineSimulator;

/// <summary>Templates: buttons, confirm, carousel, image carousel.</summary>
internal static partial class TemplateRules
{
    public static void Check(Part message)
    {
        message.Text("altText", 1500, required: true);
        if (message.Object("template", required: true) is not { } template) return;
        switch (template.OneOf("type", ["buttons", "confirm", "carousel", "image_carousel"], required: true))
        {
            case "buttons": Buttons(template); break;
            case "confirm": Confirm(template); break;
            case "carousel": Carousel(template); break;
            case "image_carousel": ImageCarousel(template); break;
        }
        template.NothingElse();
    }

    private static void Buttons(Part template)
    {
        Picture(template);
        Shape(template);
        template.Text("title", 40, unit: Unit.Graphemes);
        template.Text("text", Pictured(template) || template.Has("title") ? 60 : 160, required: true, Unit.Graphemes);
        Actions(template, 1, 4);
    }

    private static void Confirm(Part template)
    {
        template.Text("text", 240, required: true, Unit.Graphemes);
        Actions(template, 2, 2);
    }

    private static void Carousel(Part template)
    {
        Shape(template);
        var columns = template.List("columns", 1, 10);
        foreach (var column in columns) Column(column);
        if (columns.Select(Kind).Distinct().Count() > 1)
            template.Wrong("columns", "All columns must have the same number of actions, and all or none an image and a title");
    }

    private static (int Actions, bool Image, bool Title) Kind(Part column) =>
        (column.Value.Parts("actions").Count(), Pictured(column), column.Has("title"));

    private static void Column(Part column)
    {
        Picture(column);
        column.Text("title", 40, unit: Unit.Graphemes);
        column.Text("text", Pictured(column) || column.Has("title") ? 60 : 120, required: true, Unit.Graphemes);
        Actions(column, 1, 3);
        column.NothingElse();
    }

    private static void ImageCarousel(Part template)
    {
        foreach (var column in template.List("columns", 1, 10))
        {
            column.Url("imageUrl", required: true);
            if (column.Object("action", required: true) is { } action) ActionRules.Check(action, ActionPlace.ImageCarousel);
            column.NothingElse();
        }
    }

    private static void Actions(Part owner, int min, int max)
    {
        foreach (var action in owner.List("actions", min, max)) ActionRules.Check(action, ActionPlace.Template);
    }

    private static void Picture(Part owner)
    {
        owner.Url("thumbnailImageUrl");
        owner.Matching("imageBackgroundColor", Color());
        if (owner.Object("defaultAction") is { } action) ActionRules.Check(action, ActionPlace.TemplateDefault);
    }

    private static void Shape(Part owner)
    {
        owner.OneOf("imageAspectRatio", ["rectangle", "square"]);
        owner.OneOf("imageSize", ["cover", "contain"]);
    }

    private static bool Pictured(Part owner) => owner.Has("thumbnailImageUrl");

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Color();
}
