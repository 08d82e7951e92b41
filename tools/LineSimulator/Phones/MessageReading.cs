using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>What a person can read and tap in a message object.</summary>
internal static class MessageReading
{
    public static IReadOnlyList<string> Texts(JsonElement message) => message.String("type") switch
    {
        "template" => message.Part("template") is { } template ? Template(template) : [],
        "flex" => message.Part("contents") is { } contents ? [.. Flex(contents)] : [],
        "location" => [.. Present(message, "title", "address")],
        _ => [.. Present(message, "text")],
    };

    public static IReadOnlyList<Button> Buttons(JsonElement message) => message.String("type") switch
    {
        "template" => message.Part("template") is { } template ? [.. TemplateButtons(template)] : [],
        "flex" => message.Part("contents") is { } contents ? [.. FlexButtons(contents)] : [],
        "imagemap" => [.. message.Parts("actions").Select(action => new Button(LabelOf(action), action, "imagemap"))],
        _ => [],
    };

    public static IReadOnlyList<Button> QuickReplies(JsonElement message) => message.Part("quickReply") is { } quickReply
        ? [.. quickReply.Parts("items").Select(item => item.Part("action")!.Value).Select(action => new Button(LabelOf(action), action, "quickReply"))]
        : [];

    public static IReadOnlyList<Button> Areas(JsonElement richMenu) =>
        [.. richMenu.Parts("areas").Select(area => area.Part("action")!.Value).Select(action => new Button(LabelOf(action), action, "richMenu"))];

    private static string[] Template(JsonElement template) =>
        [.. Present(template, "title", "text"), .. template.Parts("columns").SelectMany(column => Present(column, "title", "text"))];

    private static IEnumerable<Button> TemplateButtons(JsonElement template) => template.Parts("columns").Prepend(template)
        .SelectMany(part => part.Parts("actions").Concat(Optional(part, "action")).Concat(Optional(part, "defaultAction")))
        .Select(action => new Button(LabelOf(action), action, "template"));

    // Depth first in writing order: header, hero, body, footer stand in that order on the phone whatever the JSON says.
    private static IEnumerable<string> Flex(JsonElement part)
    {
        var spans = part.Parts("contents").Where(child => child.String("type") == "span").ToArray();
        if (part.String("type") == "text")
        {
            var text = spans.Length > 0 ? string.Concat(spans.Select(span => span.String("text"))) : part.String("text");
            return text is null ? [] : [text];
        }
        return Children(part).SelectMany(Flex);
    }

    private static IEnumerable<Button> FlexButtons(JsonElement part)
    {
        if (part.Part("action") is { } action)
            yield return new Button(action.String("label") ?? (string.Concat(Flex(part)) is { Length: > 0 } words ? words : LabelOf(action)), action, "flex");
        foreach (var button in Children(part).SelectMany(FlexButtons)) yield return button;
    }

    private static IEnumerable<JsonElement> Children(JsonElement part) =>
        ((string[])["header", "hero", "body", "footer"]).SelectMany(block => Optional(part, block)).Concat(part.Parts("contents"));

    private static IEnumerable<JsonElement> Optional(JsonElement part, string name) => part.Part(name) is { } found ? [found] : [];

    private static IEnumerable<string> Present(JsonElement part, params string[] names) => names.Select(name => part.String(name)).OfType<string>();

    private static string LabelOf(JsonElement action) =>
        action.String("label") ?? action.String("displayText") ?? action.String("text") ?? action.String("uri") ?? action.String("linkUri") ?? action.String("data") ?? "";
}
