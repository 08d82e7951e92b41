using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Concierge.Bot.Members;
using Concierge.Bot.Site;
using Concierge.Bot.Web.Pages;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Concierge.Bot.Web;

/// <summary>
/// The pages of the city's own server: the same conversation as on LINE, one question per screen in large type, and the card
/// to print. They work without a script.
/// </summary>
public static class PrivatePage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").AddEndpointFilter<PageHeaders>();
        pages.MapGet("/p/{token}", Open);
        pages.MapGet("/chat", ShowStart);
        pages.MapPost("/chat", Start).DisableAntiforgery().AddEndpointFilter(NewVisitors.Count);
        pages.MapGet("/chat/{part}/{id}", ShowStartWith);
        pages.MapPost("/chat/{part}/{id}", StartWith).DisableAntiforgery().AddEndpointFilter(NewVisitors.Count);
        pages.MapGet("/page", Show);
        pages.MapPost("/page", Post).DisableAntiforgery();
        pages.MapGet(PathOf(Page.Card), ShowCard);
        pages.MapGet(PathOf(Page.Check), ShowCheck);
        pages.MapGet(PathOf(Page.Mine), ShowMine);
        pages.MapGet("/mine.json", GiveMine);
        JoinPages.Map(pages);
        routes.MapGet("/assets/page.css", () => Results.Bytes(Css.Value, "text/css; charset=utf-8"));
        Pictures.Map(routes);
    }

    private static async Task<IResult> Open(string token, HttpContext http, PageVisits visits) => await visits.Open(http, token) switch
    {
        null => View<ExpiredPage>(StatusCodes.Status410Gone),
        Page.Conversation => Results.Redirect("/page?opened=1"),
        { } page => Results.Redirect(PathOf(page)),
    };

    /// <summary>Where a page stands; nothing of a person is in it.</summary>
    public static string PathOf(Page page) => page switch
    {
        Page.Conversation => "/page",
        Page.Card => "/card",
        Page.Check => "/check",
        Page.Mine => "/mine",
        Page.Join => "/join",
        _ => throw new InvalidOperationException($"PrivatePage does not know {page}."),
    };

    /// <summary>What the city's website embeds. Nobody is made a member by looking at it.</summary>
    private static IResult ShowStart(HttpContext http, PageVisits visits) =>
        visits.Visitor(http) is null ? View<StartPage>(StatusCodes.Status200OK) : Results.Redirect("/page");

    /// <summary>With what was chosen on the open site. Also whoever has begun is asked: following a link changes no talk.</summary>
    private static IResult ShowStartWith(string part, string id, SiteOffers offers, NewId newId) => SiteChoice.Find(offers, part, id) is { } chosen
        ? View<StartPage>(StatusCodes.Status200OK, ("Chosen", chosen), ("EventId", newId()))
        : View<GonePage>(StatusCodes.Status404NotFound);

    private static async Task<IResult> Start(HttpContext http, PageVisits visits)
    {
        if (!SameOrigin(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (visits.Visitor(http) is null) await visits.Begin(http);
        return Results.Redirect("/page");
    }

    private static async Task<IResult> StartWith(string part, string id, HttpContext http, PageVisits visits, PageConversation conversation, SiteOffers offers)
    {
        if (!SameOrigin(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (SiteChoice.Find(offers, part, id) is not { } chosen) return View<GonePage>(StatusCodes.Status404NotFound);
        var member = visits.Visitor(http) ?? await visits.Begin(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (IsEvent(form["event"], out var eventId)) await conversation.Take(member, eventId, new WebEvent(chosen.Words, null));
        return Results.Redirect("/page");
    }

    private static async Task<IResult> Show(HttpContext http, PageVisits visits, PageConversation conversation, NewId newId)
    {
        if (visits.Visitor(http) is not { } member) return View<ExpiredPage>(StatusCodes.Status410Gone);
        if (conversation.Last(member) is null || http.Request.Query.ContainsKey("opened"))
        {
            await conversation.Take(member, newId(), new WebEvent(null, null, Opened: true));
            if (http.Request.Query.ContainsKey("opened")) return Results.Redirect("/page");
        }
        return View<ConversationPage>(StatusCodes.Status200OK, ("Reply", conversation.Last(member)), ("Talk", conversation.Talk(member)), ("EventId", newId()));
    }

    private static async Task<IResult> Post(HttpContext http, PageVisits visits, PageConversation conversation)
    {
        if (!SameOrigin(http)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (visits.Visitor(http) is not { } member) return View<ExpiredPage>(StatusCodes.Status410Gone);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var posted = form["tap"] is [{ Length: > 0 } tap] ? new WebEvent(null, tap) : new WebEvent(form["words"].ToString(), null);
        if (IsEvent(form["event"], out var eventId)) await conversation.Take(member, eventId, posted);
        return Results.Redirect(int.TryParse(form["place"], CultureInfo.InvariantCulture, out var place) ? $"/page#{Anchor(place)}" : "/page");
    }

    private static bool IsEvent(StringValues posted, [NotNullWhen(true)] out string? eventId)
    {
        eventId = posted is [{ Length: > 0 and <= 64 } id] ? id : null;
        return eventId is not null;
    }

    /// <summary>The name of a place in a list of choices, as the address has it after the #.</summary>
    internal static string Anchor(int place) => string.Create(CultureInfo.InvariantCulture, $"choice-{place}");

    private static IResult ShowMine(HttpContext http, PageVisits visits, MemberSheet sheet) =>
        visits.Visitor(http) is { } member && sheet.Of(member) is { } parts
            ? View<MinePage>(StatusCodes.Status200OK, ("Parts", parts.AsEnumerable()))
            : View<ExpiredPage>(StatusCodes.Status410Gone);

    private static IResult GiveMine(HttpContext http, PageVisits visits, MemberSheet sheet) =>
        visits.Visitor(http) is { } member && sheet.Of(member) is { } parts
            ? Results.File(JsonSerializer.SerializeToUtf8Bytes(parts, SheetJson), "application/json; charset=utf-8", "kashiwa-concierge.json")
            : View<ExpiredPage>(StatusCodes.Status410Gone);

    private static readonly JsonSerializerOptions SheetJson = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    private static IResult ShowCard(HttpContext http, PageVisits visits, PageCard card) => Print(http, visits, card, Page.Card);

    private static IResult ShowCheck(HttpContext http, PageVisits visits, PageCard card) => Print(http, visits, card, Page.Check);

    private static IResult Print(HttpContext http, PageVisits visits, PageCard card, Page page) =>
        visits.Visitor(http) is { } member && card.Of(member, page) is { } bubble
            ? View<CardPage>(StatusCodes.Status200OK, ("Card", bubble))
            : View<ExpiredPage>(StatusCodes.Status410Gone);

    /// <summary>Browsers say where a form came from; forms of other sites, and of pages that hide theirs, are refused.</summary>
    internal static bool SameOrigin(HttpContext http) => http.Request.Headers.Origin is not [{ } origin] || IsOwn(http, origin);

    /// <summary>By host alone: before us there may be a proxy that speaks https.</summary>
    private static bool IsOwn(HttpContext http, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && (from.Authority == http.Request.Host.Value || (http.RequestServices.GetRequiredService<IOptions<BotOptions>>().Value.PublicUrl is { } own && from.Authority == new Uri(own).Authority));

    internal static RazorComponentResult<T> View<T>(int status, params (string Name, object? Value)[] values)
        where T : IComponent =>
        new(values.ToDictionary(v => v.Name, v => v.Value)) { StatusCode = status, PreventStreamingRendering = true };

    private static readonly Lazy<byte[]> Css = new(() =>
    {
        using var resource = typeof(PrivatePage).Assembly.GetManifestResourceStream("page.css")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    });
}
