using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concierge.LineSimulator;

public sealed partial class Person
{
    /// <summary>
    /// Everything that can be tapped now, newest first: quick replies of the newest message, buttons of all messages, then the rich menu.
    /// </summary>
    public IReadOnlyList<Button> Tappable
    {
        get
        {
            var shown = Log.Items.Where(item => item.From != ChatItem.System).ToArray();
            var quick = shown is [.., { From: ChatItem.Bot } newest] ? newest.QuickReplies : [];
            var buttons = shown.Where(item => item.From == ChatItem.Bot).Reverse().SelectMany(item => item.Buttons);
            return [.. quick, .. buttons, .. RichMenu is { } menu ? MessageReading.Areas(menu) : []];
        }
    }

    /// <summary>
    /// Taps the newest visible button with this label, or the one on an older message. A date picker is answered with
    /// <paramref name="picks"/> (2026-11-24, 10:30 or 2026-11-24T10:30), or with what it starts at.
    /// </summary>
    public Task<WebhookAnswer> Taps(string label, ChatItem? on = null, string? picks = null)
    {
        IReadOnlyList<Button> buttons = on is null ? Tappable : [.. on.Buttons, .. on.QuickReplies];
        var button = buttons.FirstOrDefault(button => button.Label == label)
            ?? throw new InvalidOperationException($"{Name} sees no button [{label}], only {string.Concat(buttons.Select(button => $"[{button.Label}]"))}.\n{Transcript}");
        return Does(button.Action, picks is null ? null : new JsonObject { [button.Action.String("mode") ?? "datetime"] = picks });
    }

    /// <summary>Taps the button that stands at this place in <see cref="Tappable"/>, counted from one.</summary>
    public Task<WebhookAnswer> TapsNth(int place) => Does(Tappable[place - 1].Action, null);

    /// <summary>Does what a LINE action object says.</summary>
    internal Task<WebhookAnswer> Does(JsonElement action, JsonObject? picked)
    {
        if (Blocked) throw new InvalidOperationException($"{Name} blocks the bot and can't write to it.");
        return action.String("type") switch
        {
            "postback" => Posts(action, null),
            "message" => Says(action.String("text") ?? ""),
            "datetimepicker" => Posts(action, picked ?? Starts(action)),
            "richmenuswitch" => Switches(action),
            "camera" or "cameraRoll" => SendsImage(),
            "location" => SendsLocation(35.8676, 139.9757, "柏駅", "千葉県柏市柏1丁目"),
            "uri" => Task.FromResult(WebhookAnswer.NotSent with { Opens = action.String("uri") ?? action.String("linkUri") }),
            _ => Task.FromResult(WebhookAnswer.NotSent),
        };
    }

    private Task<WebhookAnswer> Posts(JsonElement action, JsonObject? parameters)
    {
        Wrote = world.Time.GetUtcNow();
        // Only the words to show make a bubble; they are no message event.
        if ((action.String("displayText") ?? action.String("text")) is { } words)
            Log.Add(world.Ids.Message(), ChatItem.Person, LineJson.Element(new { type = "text", text = words }));
        return world.Courier.Send(world.Events.Postback(this, action.String("data") ?? "", parameters));
    }

    private Task<WebhookAnswer> Switches(JsonElement action)
    {
        var alias = action.String("richMenuAliasId") ?? "";
        var menu = world.RichMenus.Alias(alias);
        var status = menu is null ? "RICHMENU_ALIAS_ID_NOTFOUND" : world.RichMenus.Find(menu) is null ? "RICHMENU_NOTFOUND" : "SUCCESS";
        if (status == "SUCCESS") world.RichMenus.Link(Id, menu!);
        Log.Touch();
        return Posts(action, status == "SUCCESS"
            ? new JsonObject { ["newRichMenuAliasId"] = alias, ["status"] = status }
            : new JsonObject { ["status"] = status });
    }

    private JsonObject Starts(JsonElement action)
    {
        var mode = action.String("mode") ?? "datetime";
        var form = mode switch { "date" => "yyyy-MM-dd", "time" => "HH:mm", _ => "yyyy-MM-dd'T'HH:mm" };
        var now = world.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).ToString(form, CultureInfo.InvariantCulture);
        return new JsonObject { [mode] = action.String("initial") ?? now };
    }
}
