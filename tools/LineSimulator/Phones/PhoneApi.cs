using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concierge.LineSimulator;

/// <summary>What the phone page asks: people, chats, pictures, and news of changes.</summary>
internal static class PhoneApi
{
    public static void MapPhones(this IEndpointRouteBuilder app, World world)
    {
        var phones = app.MapGroup("/phone/api");
        phones.MapGet("people", () => Shown(world.People.All.Select(PhoneViews.Person)));
        phones.MapPost("people", (NewPerson person) => Add(world, person));
        phones.MapGet("people/{id}/chat", (string id, long? after) => Chat(world, id, after ?? 0));
        phones.MapGet("people/{id}/events", (string id, HttpContext http, IHostApplicationLifetime host) => Follow(world, id, http, host));
        phones.MapGet("content/{id}", (string id) => Bytes(world.Contents.Get(id)));
        phones.MapGet("richmenus/{id}/image", (string id) => Bytes(world.RichMenus.Find(id)?.Image));
        phones.MapPhoneActions(world);
        phones.MapClock(world);
        phones.MapFaults(world);
    }

    public static IResult Shown(object value) => Results.Text(LineJson.Text(value), "application/json");

    public static IResult Wrong(int status, string message) => Results.Json(new { message }, LineJson.Options, statusCode: status);

    private static IResult Add(World world, NewPerson person) => string.IsNullOrWhiteSpace(person.Name)
        ? Wrong(400, "name is missing")
        : Shown(PhoneViews.Person(world.People.Add(person.Name.Trim())));

    private static IResult Chat(World world, string id, long after)
    {
        if (world.People.Find(id) is not { } person) return Wrong(404, $"nobody has the id {id}");
        var view = PhoneViews.Chat(world, person, after);
        person.SeenSeq = person.Log.Seq;
        return Shown(view);
    }

    private static IResult Bytes(Answer? found) => found is { Status: 200 }
        ? Results.Bytes(found.Body, found.ContentType)
        : Wrong(404, "there is no such content");

    private static async Task Follow(World world, string id, HttpContext http, IHostApplicationLifetime host)
    {
        if (world.People.Find(id) is not { } person)
        {
            await Wrong(404, $"nobody has the id {id}").ExecuteAsync(http);
            return;
        }
        // An open page must not keep a simulator from stopping.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, host.ApplicationStopping);
        await NewsStream.Write(http, person, over.Token);
    }

    internal sealed record NewPerson(string? Name);
}
