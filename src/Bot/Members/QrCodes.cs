using Concierge.Bot.Line;
using Concierge.Core.Members;
using Concierge.Data;

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
        return Lead(http, Source.Find(source) is { } known && options.BotId is { Length: > 0 } id
            ? $"https://line.me/R/oaMessage/{Uri.EscapeDataString(id)}/?{Uri.EscapeDataString(known.Says)}"
            : options.FriendUrl);
    }

    /// <summary>An old or mistyped code leads on all the same, and so does one that could not be counted.</summary>
    private static async Task CountVisit(string source, Database database, TimeProvider time)
    {
        try
        {
            await database.Writer.Write(unit => Tally.Add(unit, "visit/" + (Source.Find(source)?.Key ?? Unknown), time.GetUtcNow()));
        }
        catch (NotStored)
        {
            // A lost count is nothing to a person who wants to come in.
        }
    }

    private static IResult Lead(HttpContext http, string? address)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return address is null ? Results.NotFound() : Results.Redirect(address);
    }
}
