namespace Concierge.Bot.Line;

/// <summary>
/// The colours of everything we show on LINE. Calm, and far apart: text on its ground has at least 7:1, white on a
/// button at least 4.5:1 (WCAG 2.2, 1.4.6 and 1.4.3). A test holds them to it.
/// </summary>
public static class Palette
{
    public const string Paper = "#FFFFFF";
    public const string Ink = "#1A1A1A";

    /// <summary>For what is read second: hints, titles of rows.</summary>
    public const string SoftInk = "#474747";

    /// <summary>Deep green: headings, and buttons with white words.</summary>
    public const string Green = "#0B5D3B";

    /// <summary>Pale green: the strip behind headings, boxes of the card.</summary>
    public const string Mint = "#E9F4EE";

    /// <summary>An option that is off: black words on it.</summary>
    public const string Off = "#DDE5E0";

    /// <summary>Deep blue: 決定 and the way to a page, unlike any choice.</summary>
    public const string Blue = "#0B3F7A";

    public const string Rule = "#C9D3CD";
}
