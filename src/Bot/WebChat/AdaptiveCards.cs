using System.Text.Json.Nodes;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Bot.WebChat;

/// <summary>Our bubbles as Adaptive Cards 1.3. Large type, every text wraps, every button says in full what it does.</summary>
public sealed class AdaptiveCards(TapTokens taps)
{
    private const string On = "☑ ", Off = "☐ ";

    public JsonObject Ask(Bubble.Ask ask) => Card(
        [
            ask.Heading is null && ask.Left is null ? null : Text(string.Join("　", new[] { ask.Heading, ask.Left }.OfType<string>())),
            Text(ask.Text, "Large", bold: true),
            ask.Note is null ? null : Text(ask.Note),
            ask.Picture is { } picture ? new JsonObject { ["type"] = "Image", ["url"] = Web.Pictures.PathOf(picture.File), ["altText"] = picture.Alt } : null,
            ask.Picked is null ? null : Text(ask.Picked, bold: true),
        ],
        ask.Choices.Select(Submit));

    public JsonObject Rows(Bubble.Rows rows) => Card(
        [Text(rows.Title, "Large", bold: true), .. rows.Items.SelectMany(Row)],
        rows.Buttons.Select(Submit));

    /// <param name="print">Where the card can be read large and printed; null when nowhere.</param>
    public JsonObject Boxes(Bubble.Card card, Link? print) => Card(
        [Text(card.Title, "Large", bold: true), .. card.Boxes.Select(Box)],
        [.. print is null ? Array.Empty<JsonObject>() : [Open(print)], .. card.Buttons.Select(Submit)]);

    public JsonObject Poster(Poster poster) => Card(
        [Text(poster.Title, "Large", bold: true), .. poster.Lines.Select(line => Text(line))],
        [.. poster.Links.Select(Open), .. poster.Buttons.Select(Submit)]);

    /// <summary>What concerns all posters, below the last.</summary>
    public JsonObject Buttons(IEnumerable<Button> buttons) => Card([], buttons.Select(Submit));

    public JsonObject Door(string text, Link link) => Card([Text(text, "Large")], [Open(link)]);

    private IEnumerable<JsonObject?> Row(Row row) =>
    [
        Text(row.Title, bold: true),
        Text(row.Value),
        row.Change is { } change
            ? new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray(Submit(change, Words.Say("page_change_name", ("title", row.Title), ("label", change.Label)))) }
            : null,
    ];

    private static JsonObject Box(Box box) => new()
    {
        ["type"] = "Container",
        ["style"] = box.Tone switch { Tone.Blue => "accent", Tone.Red => "attention", _ => "emphasis" },
        ["items"] = new JsonArray([Text(box.Title, bold: true), .. box.Lines.Select(line => Text(line))]),
    };

    private JsonObject Submit(Button button) => Submit(button, (button.On switch { true => On, false => Off, null => "" }) + button.Label);

    private JsonObject Submit(Button button, string title) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = title,
        ["data"] = new JsonObject { ["tap"] = taps.Seal(button.Tap) },
    };

    private static JsonObject Open(Link link) => new() { ["type"] = "Action.OpenUrl", ["title"] = link.Label, ["url"] = link.Address };

    private static JsonObject Text(string text, string size = "Medium", bool bold = false) => new()
    {
        ["type"] = "TextBlock", ["text"] = text, ["size"] = size, ["weight"] = bold ? "Bolder" : "Default", ["wrap"] = true,
    };

    private static JsonObject Card(IEnumerable<JsonObject?> body, IEnumerable<JsonObject> actions) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.3",
        ["lang"] = "ja",
        ["body"] = new JsonArray([.. body.OfType<JsonObject>()]),
        ["actions"] = new JsonArray([.. actions]),
    };
}
