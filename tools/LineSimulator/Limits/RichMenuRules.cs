using System.Text.RegularExpressions;

namespace Concierge.LineSimulator;

/// <summary>Rich menus: measures, twenty areas, names.</summary>
internal static partial class RichMenuRules
{
    public static void Check(Part menu)
    {
        if (menu.Object("size", required: true) is { } size) Size(size);
        menu.Flag("selected", required: true);
        menu.Text("name", 300, required: true, Unit.Graphemes);
        menu.Text("chatBarText", 14, required: true, Unit.Graphemes);
        foreach (var area in menu.List("areas", 0, 20))
        {
            if (area.Object("bounds", required: true) is { } bounds) Bounds(bounds);
            if (area.Object("action", required: true) is { } action) ActionRules.Check(action, ActionPlace.RichMenu);
            area.NothingElse();
        }
        menu.NothingElse();
    }

    [GeneratedRegex("^[a-z0-9_-]{1,32}$")]
    public static partial Regex Alias();

    /// <summary>Whether a menu or its picture has a permitted shape: 800 to 2500 wide, 250 high or more, at least 1.45 to 1.</summary>
    public static bool Fits(long width, long height) => width is >= 800 and <= 2500 && height >= 250 && width >= height * 1.45;

    private static void Size(Part size)
    {
        var width = size.Whole("width", 800, 2500, required: true);
        var height = size.Whole("height", min: 250, required: true);
        if (width is { } w and >= 800 and <= 2500 && height is { } h and >= 250 && !Fits(w, h))
            size.Wrong("height", "The aspect ratio (width / height) must be at least 1.45");
        size.NothingElse();
    }

    private static void Bounds(Part bounds)
    {
        bounds.Whole("x", min: 0, required: true);
        bounds.Whole("y", min: 0, required: true);
        bounds.Whole("width", min: 1, required: true);
        bounds.Whole("height", min: 1, required: true);
        bounds.NothingElse();
    }
}
