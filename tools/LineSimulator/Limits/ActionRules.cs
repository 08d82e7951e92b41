using System.Text.RegularExpressions;

namespace Concierge.LineSimulator;

/// <summary>Actions: what a tap does.</summary>
internal static partial class ActionRules
{
    private static readonly string[] Schemes = ["http", "https", "line", "tel"];

    public static void Check(Part action, ActionPlace place)
    {
        var kind = action.OneOf("type", place.Kinds, required: true);
        if (kind is null) return;
        action.Text("label", place.Label, place.LabelRequired, Unit.Graphemes);
        Kind(kind, action);
        action.NothingElse();
    }

    private static void Kind(string kind, Part action)
    {
        switch (kind)
        {
            case "postback": Postback(action); break;
            case "message": action.Text("text", 300, required: true, Unit.Graphemes); break;
            case "uri": Uri(action); break;
            case "datetimepicker": DatetimePicker(action); break;
            case "clipboard": action.Text("clipboardText", 1000, required: true, min: 1); break;
            case "richmenuswitch": RichMenuSwitch(action); break;
        }
    }

    private static void Postback(Part action)
    {
        action.Text("data", 300, required: true);
        action.Text("displayText", 300, unit: Unit.Graphemes);
        action.Text("text", 300, unit: Unit.Graphemes);
        if (action.Has("displayText") && action.Has("text")) action.Wrong("text", "can't be used together with displayText");
        var opens = action.OneOf("inputOption", ["closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"]);
        action.Text("fillInText", 300, unit: Unit.Graphemes);
        if (action.Has("fillInText") && opens != "openKeyboard") action.Wrong("fillInText", "needs inputOption openKeyboard");
    }

    private static void Uri(Part action)
    {
        if (action.Text("uri", 1000, required: true) is { } text
            && !(System.Uri.TryCreate(text, UriKind.Absolute, out var uri) && Schemes.Contains(uri.Scheme)))
            action.Wrong("uri", action.At.IsPointer ? "invalid uri" : "invalid uri scheme");
        if (action.Object("altUri") is not { } other) return;
        other.Text("desktop", 1000);
        other.NothingElse();
    }

    private static void DatetimePicker(Part action)
    {
        action.Text("data", 300, required: true);
        var form = action.OneOf("mode", ["date", "time", "datetime"], required: true) switch
        {
            "date" => Date(),
            "time" => Time(),
            _ => Datetime(),
        };
        action.Matching("initial", form);
        action.Matching("max", form);
        action.Matching("min", form);
    }

    private static void RichMenuSwitch(Part action)
    {
        action.Matching("richMenuAliasId", RichMenuRules.Alias(), required: true);
        action.Text("data", 300, required: true);
    }

    [GeneratedRegex(@"^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$|^2100-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d$")]
    private static partial Regex Time();

    [GeneratedRegex(@"^((19|20)\d\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d$")]
    private static partial Regex Datetime();
}
