using Concierge.Bot.Line;
using Concierge.Bot.Site;
using Concierge.Core.Members;
using Concierge.Data;
using QRCoder;

namespace Concierge.Bot.Members;

/// <summary>
/// Where the QR codes on posters and letters lead. LINE does not tell a bot by which code somebody came, so the visit is
/// counted here, without a cookie or an address, and then handed on to LINE.
/// </summary>
public static class QrCodes
{
    private const string Unknown = "other";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/q/{source}", Add);
        routes.MapGet("/q/{source}/talk", Talk);
        routes.MapGet("/q/{source}/code.svg", Code);
        routes.MapGet("/q/site/{part}/{id}", TalkOf);
        routes.MapGet("/q/site/{part}/{id}/code.svg", CodeOf);
    }

    /// <summary>To LINE's page to add the account as a friend.</summary>
    private static async Task<IResult> Add(string source, Database database, LineOptions options, TimeProvider time, HttpContext http)
    {
        await CountVisit(source, database, time);
        return Lead(http, options.FriendUrl);
    }

    /// <summary>To the chat, with words put ready that say where one comes from: whoever sends them is known by it.</summary>
    private static async Task<IResult> Talk(string source, Database database, LineOptions options, TimeProvider time, HttpContext http)
    {
        await CountVisit(source, database, time);
        return Lead(http, (Source.Find(source) is { } known ? options.ChatAddress(known.Says) : null) ?? options.FriendUrl);
    }

    /// <summary>To the chat, with words put ready that name what was chosen on the open site; what is over leads to LINE all the same.</summary>
    private static async Task<IResult> TalkOf(string part, string id, SiteOffers offers, Database database, LineOptions options, TimeProvider time, HttpContext http)
    {
        await CountVisit(Source.Site.Key, database, time);
        return Lead(http, (SiteChoice.Find(offers, part, id) is { } chosen ? options.ChatAddress(chosen.Words) : null) ?? options.FriendUrl);
    }

    /// <summary>An old or mistyped code leads on all the same, and so does one that could not be counted.</summary>
    private static Task CountVisit(string source, Database database, TimeProvider time) => Count.Visit(database, "visit/" + (Source.Find(source)?.Key ?? Unknown), time.GetUtcNow());

    /// <summary>To print: it leads to <c>/q/{source}</c>, so whoever comes by it is counted there.</summary>
    private static IResult Code(string source, OwnAddress own) =>
        Source.Find(source) is { } known ? Draw($"{own.Base}/q/{known.Key}") : Results.NotFound();

    /// <summary>For whoever reads the site on a computer: the phone goes on with what was chosen.</summary>
    private static IResult CodeOf(string part, string id, SiteOffers offers, OwnAddress own) =>
        SiteChoice.Find(offers, part, id) is { } chosen ? Draw(own.Base + PathOf(chosen)) : Results.NotFound();

    /// <summary>Where what was chosen is handed on to LINE.</summary>
    public static string PathOf(SiteChoice? chosen) => "/q/" + Source.Site.Key + chosen?.Path;

    private static IResult Draw(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        // The four squares of quiet around it belong to the code.
        var size = code.ModuleMatrix.Count;
        var path = string.Concat(from y in Enumerable.Range(0, size) from x in Enumerable.Range(0, size) where code.ModuleMatrix[y][x] select $"M{x} {y}h1v1h-1z");
        return Results.Text($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>""", "image/svg+xml");
    }

    private static IResult Lead(HttpContext http, string? address)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return address is null ? Results.NotFound() : Results.Redirect(address);
    }
}
