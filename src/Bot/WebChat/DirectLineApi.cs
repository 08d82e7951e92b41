using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Concierge.Bot.Web;
using Concierge.Data;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Concierge.Bot.WebChat;

/// <summary>
/// The same concierge for people who are not on LINE: what Microsoft's Web Chat calls of Direct Line 3.0 (Bot Framework REST API,
/// "Direct Line API 3.0 reference"). It polls; there is no socket and no upload. Whose talk it is follows from the token alone: the id in
/// the address is the client's memory, and opens nothing.
/// </summary>
public static partial class DirectLineApi
{
    private const int LongestBody = 64 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<WebChatVisitors>().AddSingleton<ActivityWriter>().AddSingleton<WebChatLog>();
        services.AddCors();
    }

    public static void Map(WebApplication app)
    {
        app.UseCors(Allow(app.Services.GetRequiredService<IOptions<WebOptions>>().Value));
        var api = app.MapGroup("/v3/directline");
        api.MapPost("/tokens/generate", async (WebChatVisitors visitors) => Answer(await visitors.Begin())).AddEndpointFilter(NewVisitors.Count);
        api.MapPost("/tokens/refresh", Refresh);
        api.MapPost("/conversations", Start);
        api.MapGet("/conversations/{id}", Resume);
        api.MapGet("/conversations/{id}/activities", Read);
        api.MapPost("/conversations/{id}/activities", Post);
    }

    private static async Task<IResult> Refresh(HttpRequest http, WebChatVisitors visitors) =>
        visitors.Of(http) is { } member ? Answer(await visitors.Hand(member)) : Results.StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>Begins the talk, or finds it: whoever comes with a token of a talk that has begun goes on with it.</summary>
    private static async Task<IResult> Start(HttpRequest http, WebChatVisitors visitors, PageConversation talk, NewId newId)
    {
        if (visitors.Of(http) is not { } member) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (talk.Last(member) is null) await talk.Take(member, newId(), new WebEvent(null, null, Opened: true));
        return Answer(visitors.Bound(member, WebChatVisitors.Token(http)!), StatusCodes.Status201Created);
    }

    private static IResult Resume(HttpRequest http, WebChatVisitors visitors) =>
        visitors.Of(http) is { } member ? Answer(visitors.Bound(member, WebChatVisitors.Token(http)!)) : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Read(string? watermark, HttpRequest http, WebChatVisitors visitors, WebChatLog log)
    {
        if (visitors.Of(http) is not { } member) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!long.TryParse(watermark is null or "" ? "0" : watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var after)) return Results.BadRequest();
        return Answer(await log.After(member, after));
    }

    private static async Task<IResult> Post(HttpRequest http, WebChatVisitors visitors, PageConversation talk, NewId newId)
    {
        if (visitors.Of(http) is not { } member) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (http.ContentLength is not (> 0 and <= LongestBody)) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        PostedActivity? posted;
        try { posted = await JsonSerializer.DeserializeAsync<PostedActivity>(http.Body, Json, http.HttpContext.RequestAborted); }
        catch (JsonException) { return Results.BadRequest(); }

        var eventId = WebChatLog.EventId(visitors.ConversationOf(member), posted?.ClientActivityID is { } own && ClientId().IsMatch(own) ? own : newId());
        // Typing, and events of other kinds, are no words of a person.
        if (posted is { Type: "message", Tap: { } tap }) await talk.Take(member, eventId, new WebEvent(null, tap));
        else if (posted is { Type: "message", Text: { } text } && !string.IsNullOrWhiteSpace(text)) await talk.Take(member, eventId, new WebEvent(text, null));
        return Answer(new { Id = eventId });
    }

    private static IResult Answer(object value, int status = StatusCodes.Status200OK) => Results.Json(value, Json, statusCode: status);

    /// <summary>The pages that may call are those that may frame us. Nothing is granted by a cookie here.</summary>
    private static Action<CorsPolicyBuilder> Allow(WebOptions web) =>
        policy => policy.WithOrigins(web.EmbedOrigins).WithMethods("GET", "POST").WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with");

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$")]
    private static partial Regex ClientId();
}
