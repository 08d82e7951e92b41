namespace Concierge.LineSimulator;

/// <summary>Where an action stands decides how long its label may be, and which actions there are.</summary>
internal sealed record ActionPlace(int Label, bool LabelRequired, params string[] Kinds)
{
    private static readonly string[] Everywhere = ["postback", "message", "uri", "datetimepicker", "clipboard"];

    public static readonly ActionPlace QuickReply = new(20, true, [.. Everywhere, "camera", "cameraRoll", "location"]);
    public static readonly ActionPlace Template = new(20, true, Everywhere);
    public static readonly ActionPlace TemplateDefault = new(20, false, Everywhere);
    public static readonly ActionPlace ImageCarousel = new(12, false, Everywhere);
    public static readonly ActionPlace RichMenu = new(20, false, [.. Everywhere, "richmenuswitch"]);
    public static readonly ActionPlace FlexButton = new(40, true, Everywhere);
    public static readonly ActionPlace Flex = new(40, false, Everywhere);
}
