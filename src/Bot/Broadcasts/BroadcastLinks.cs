using Concierge.Bot.Site;
using Concierge.Data;

namespace Concierge.Bot.Broadcasts;

/// <summary>
/// Where the link of a broadcast leads. That it was followed is counted, not by whom: without a cookie or an address. It leads nowhere but
/// where staff wrote, in a broadcast that a second person approved.
/// </summary>
public static class BroadcastLinks
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/g/{code}", Lead);

    private static async Task<IResult> Lead(string code, Database database, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (database.Reader.Read(unit => BroadcastBook.Leads(unit, code)) is not { } address) return Results.NotFound();
        if (!Programs.Is(http.Request)) await Count.Quietly(database, unit => BroadcastBook.CountClick(unit, code));
        return Results.Redirect(address);
    }
}
