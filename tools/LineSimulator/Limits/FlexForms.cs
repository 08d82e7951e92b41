using System.Text.RegularExpressions;

namespace Concierge.LineSimulator;

/// <summary>The forms that Flex values take: sizes by name, in pixels, in percent; colours; ratios.</summary>
internal static partial class FlexForms
{
    [GeneratedRegex("^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")]
    public static partial Regex Color();

    [GeneratedRegex(@"^(none|xs|sm|md|lg|xl|xxl|\d+(\.\d+)?px)$")]
    public static partial Regex Space();

    [GeneratedRegex(@"^(none|xs|sm|md|lg|xl|xxl|-?\d+(\.\d+)?(px|%))$")]
    public static partial Regex Inset();

    [GeneratedRegex(@"^(none|light|normal|medium|semi-bold|bold|\d+(\.\d+)?px)$")]
    public static partial Regex Border();

    [GeneratedRegex(@"^\d+(\.\d+)?(px|%)$")]
    public static partial Regex Extent();

    [GeneratedRegex(@"^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|\d+(\.\d+)?px)$")]
    public static partial Regex FontSize();

    [GeneratedRegex(@"^(xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl|full|\d+(\.\d+)?(px|%))$")]
    public static partial Regex ImageSize();

    [GeneratedRegex(@"^\d+(\.\d+)?:\d+(\.\d+)?$")]
    public static partial Regex Ratio();

    [GeneratedRegex(@"^\d+(\.\d+)?px$")]
    public static partial Regex Pixels();

    [GeneratedRegex(@"^\d+(\.\d+)?deg$")]
    public static partial Regex Angle();

    [GeneratedRegex(@"^\d+(\.\d+)?%$")]
    public static partial Regex Percent();
}
