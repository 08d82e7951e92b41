using Concierge.Core.Broadcasts;
using Concierge.Data;

namespace Concierge.Bot.Broadcasts;

/// <summary>
/// Pictures of broadcasts, for LINE and for phones: as open as the message that they belong to, under ids that nobody guesses. They never change,
/// so everybody may keep them, and no browser takes one for anything but a picture.
/// </summary>
public static class BroadcastPictures
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(BroadcastContent.PathOf("{id}"), [HttpMethods.Get, HttpMethods.Head], Show);

    private static IResult Show(string id, Database database, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (database.Reader.Read(unit => BroadcastBook.Picture(unit, id)) is not { } picture) return Results.NotFound();
        headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(picture.Bytes, picture.Type);
    }
}
