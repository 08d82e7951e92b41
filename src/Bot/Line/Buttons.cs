using Concierge.Core.Conversations;

namespace Concierge.Bot.Line;

/// <summary>
/// Buttons of ours as LINE's. What the person chose appears in the chat as their own words, so that they can read later
/// what they said. One of several put on or off appears with its new mark: LINE then goes down to the list that comes
/// again, where without an echo it would stay at the old one, as if nothing had happened.
/// </summary>
internal sealed class Buttons(TapTokens taps, Func<Page, string> link)
{
    private const string On = "☑ ";
    private const string Off = "☐ ";

    /// <summary>One choice of a question. On and off differ by mark and by ground, not by colour alone.</summary>
    public Flex.Button Choice(Button button) => button switch
    {
        { Tap.Act: Act.Decide } => Decide(button),
        { On: false } => Large(button, Off) with { Style = "secondary", Color = Palette.Off },
        { On: true } => Large(button, On) with { Style = "primary", Color = Palette.Green },
        _ => Plain(button),
    };

    public Flex.Button Plain(Button button) => Large(button, "") with { Style = "primary", Color = Palette.Green };

    /// <summary>Second in importance.</summary>
    public Flex.Button Quiet(Button button) => Large(button, "") with { Style = "secondary", Color = Palette.Off };

    private Flex.Button Decide(Button button) =>
        Large(button, "") with { Style = "primary", Color = Palette.Blue, Margin = "xxl" };

    /// <summary>Beside a row of a list: the chat says which row it was for.</summary>
    public Flex.Button Beside(Button button, string row) =>
        Large(button, "") with
        {
            Action = Postback(button, LineLimits.ButtonLabelGraphemes, "", $"{button.Label}：{row}"),
            Style = "secondary",
            Color = Palette.Off,
            Share = 3,
            Gravity = "center",
        };

    public Flex.Button Door(Bubble.Door door) =>
        Look(new LineAction.Uri(TextLength.Clip(door.Label, LineLimits.ButtonLabelGraphemes), link(door.Page))) with
        {
            Style = "primary",
            Color = Palette.Blue,
        };

    /// <summary>A telephone number or an address outside.</summary>
    public static Flex.Button Outside(Link link) =>
        Look(new LineAction.Uri(TextLength.Clip(link.Label, LineLimits.ButtonLabelGraphemes), link.Address)) with
        {
            Style = "primary",
            Color = Palette.Blue,
        };

    public QuickReplyItem Quick(Button button) =>
        new(Postback(button, LineLimits.QuickLabelGraphemes, "", button.Label));

    private Flex.Button Large(Button button, string mark) =>
        Look(Postback(button, LineLimits.ButtonLabelGraphemes, mark, button.Tap.Act is Act.Put put ? (put.On ? On : Off) + button.Label : button.Label));

    private static Flex.Button Look(LineAction action) =>
        new(action) { Height = "md", AdjustMode = "shrink-to-fit", Scaling = true };

    private LineAction.Postback Postback(Button button, int most, string mark, string shown) =>
        new(TextLength.Clip(mark + button.Label, most),
            taps.Seal(button.Tap),
            TextLength.Clip(shown, LineLimits.DisplayTextGraphemes));
}
