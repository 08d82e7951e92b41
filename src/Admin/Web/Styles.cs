using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Web;

/// <summary>The one style sheet. Its address changes with it, so browsers keep it for good.</summary>
public static class Styles
{
    public const string Kept = "public, max-age=31536000, immutable";

    private static readonly byte[] Sheet = Read();

    public static string Address { get; } = $"/assets/console-{Convert.ToHexStringLower(SHA256.HashData(Sheet))[..8]}.css";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Address, Give).AllowAnonymous();

    private static FileContentHttpResult Give(HttpContext http)
    {
        http.Response.Headers.CacheControl = Kept;
        return TypedResults.Bytes(Sheet, "text/css; charset=utf-8");
    }

    private static byte[] Read()
    {
        using var resource = typeof(Styles).Assembly.GetManifestResourceStream("console.css")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
