using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concierge.LineSimulator;

/// <summary>What a person does on the phone page. Every one answers with what the bot's webhook answered.</summary>
internal static class PhoneActions
{
    public static void MapPhoneActions(this IEndpointRouteBuilder phones, World world)
    {
        Map("follow", (person, _) => person.Follows());
        Map("block", (person, _) => person.Blocks());
        Map("unblock", (person, _) => person.Unblocks());
        Map("text", (person, body) => person.Says(Needed(body, "text")));
        Map("sticker", (person, body) => person.SendsSticker(Needed(body, "packageId"), Needed(body, "stickerId")));
        Map("location", (person, body) => person.SendsLocation(
            Degrees(body, "latitude"), Degrees(body, "longitude"), body.String("title"), body.String("address")));
        Map("audio", (person, _) => person.SendsAudio());
        Map("unsend", (person, body) => person.Unsends(Needed(body, "itemId")));
        Map("action", Act);
        phones.MapPost("people/{id}/image", (string id, HttpRequest request) => Image(world, id, request));

        void Map(string what, Func<Person, JsonElement, Task<WebhookAnswer>> act) =>
            phones.MapPost($"people/{{id}}/{what}", (string id, HttpRequest request) => Do(world, id, request, act));
    }

    private static async Task<IResult> Do(World world, string id, HttpRequest request, Func<Person, JsonElement, Task<WebhookAnswer>> act)
    {
        if (world.People.Find(id) is not { } person) return PhoneApi.Wrong(404, $"nobody has the id {id}");
        try
        {
            return Told(await act(person, await Json(request)));
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or JsonException or FormatException)
        {
            return PhoneApi.Wrong(400, wrong.Message);
        }
    }

    // Acts that need no words may come without a body.
    private static async Task<JsonElement> Json(HttpRequest request)
    {
        var bytes = await Bytes(request);
        return bytes.Length == 0 ? default : JsonElement.Parse(bytes);
    }

    private static async Task<byte[]> Bytes(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static Task<WebhookAnswer> Act(Person person, JsonElement body)
    {
        if (body.String("itemId") is { } item && person.Log.Find(item) is null) throw new ArgumentException($"there is no message {item}");
        var action = body.Part("action") ?? throw new ArgumentException("action is missing");
        return person.Does(action, body.Part("params") is { } picked ? JsonObject.Create(picked) : null);
    }

    private static async Task<IResult> Image(World world, string id, HttpRequest request)
    {
        if (world.People.Find(id) is not { } person) return PhoneApi.Wrong(404, $"nobody has the id {id}");
        var type = request.ContentType ?? "";
        if (!type.StartsWith("image/", StringComparison.Ordinal)) return await Do(world, id, request, (one, _) => one.SendsImage());
        return person.Blocked ? PhoneApi.Wrong(400, "the bot is blocked") : Told(await person.SendsImage(await Bytes(request), type));
    }

    private static IResult Told(WebhookAnswer answer) => PhoneApi.Shown(new { status = answer.Status, reason = answer.Reason, opens = answer.Opens });

    private static string Needed(JsonElement body, string name) =>
        body.String(name) is { Length: > 0 } text ? text : throw new ArgumentException($"{name} is missing");

    private static double Degrees(JsonElement body, string name) =>
        body.Part(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : throw new ArgumentException($"{name} is missing");
}
