using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concierge.LineSimulator;

/// <summary>Scripts people over HTTP, for tests that are not written in C#. Acts are the phone's: /test/people/{id}/text and so on.</summary>
internal static class TestApi
{
    public static void MapTests(this IEndpointRouteBuilder app, World world)
    {
        var tests = app.MapGroup("/test");
        tests.MapGet("people", () => PhoneApi.Shown(world.People.All.Select(PhoneViews.Person)));
        tests.MapPost("people", (PhoneApi.NewPerson person) => PhoneApi.Shown(PhoneViews.Person(world.People.FindOrAdd(person.Name ?? ""))));
        tests.MapPost("people/{id}/tap", (string id, Tap tap) => Taps(world, id, tap));
        tests.MapGet("people/{id}/id-token", (string id, string? nonce) => IdToken(world, id, nonce));
        tests.MapGet("people/{id}/transcript", (string id) => Transcript(world, id));
        tests.MapGet("people/{id}/sees", (string id, int? count) => Sees(world, id, count ?? 1));
        tests.MapGet("requests", () => PhoneApi.Shown(world.Requests.All));
        tests.MapDelete("requests", () => { world.Requests.Clear(); return PhoneApi.Shown(new { }); });
        tests.MapGet("webhooks", () => PhoneApi.Shown(world.Courier.Sent));
        tests.MapGet("snapshot", () => PhoneApi.Shown(Snapshot(world)));
        tests.MapPost("deliver", (HttpRequest request) => Deliver(world, request));
        tests.MapPut("quota", (NewQuota quota) => { world.Usage.Quota = quota.Value; return PhoneApi.Shown(quota); });
        tests.MapPhoneActions(world);
        tests.MapClock(world);
        tests.MapFaults(world);
    }

    private static async Task<IResult> Taps(World world, string id, Tap tap)
    {
        if (world.People.Find(id) is not { } person) return PhoneApi.Wrong(404, $"nobody has the id {id}");
        try
        {
            var on = tap.ItemId is { } item ? person.Log.Find(item) : null;
            return PhoneApi.Shown(await person.Taps(tap.Label, on, tap.Picks));
        }
        catch (InvalidOperationException wrong)
        {
            return PhoneApi.Wrong(400, wrong.Message);
        }
    }

    private static IResult Transcript(World world, string id) => world.People.Find(id) is { } person
        ? Results.Text(person.Transcript)
        : PhoneApi.Wrong(404, $"nobody has the id {id}");

    private static IResult IdToken(World world, string id, string? nonce) => world.People.Find(id) is { } person
        ? PhoneApi.Shown(new { idToken = person.IdToken(nonce) })
        : PhoneApi.Wrong(404, $"nobody has the id {id}");

    private static async Task<IResult> Sees(World world, string id, int count)
    {
        if (world.People.Find(id) is not { } person) return PhoneApi.Wrong(404, $"nobody has the id {id}");
        try
        {
            return PhoneApi.Shown(await person.Sees(count));
        }
        catch (TimeoutException nothing)
        {
            return PhoneApi.Wrong(408, nothing.Message);
        }
    }

    private static object Snapshot(World world) => new
    {
        now = world.Time.GetUtcNow(),
        webhookUrl = world.WebhookUrl,
        consumption = world.Usage.ThisMonth,
        quota = world.Usage.Quota,
        richMenus = world.RichMenus.All.Select(menu => menu.Id),
        people = world.People.All.Select(person => new { person.Id, person.Name, person.Following, person.Blocked, chat = person.Chat }),
    };

    private static async Task<IResult> Deliver(World world, HttpRequest request)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes);
        return PhoneApi.Shown(await world.Courier.Raw(bytes.ToArray(), request.Headers["x-line-signature"].FirstOrDefault()));
    }

    internal sealed record Tap(string Label, string? ItemId, string? Picks);

    internal sealed record NewQuota(long? Value);
}
