using System.Security.Cryptography;

namespace Concierge.Admin.Web;

/// <summary>A file that pages need. Its address changes with it, so browsers keep it for good.</summary>
public sealed class Asset
{
    public const string Kept = "public, max-age=31536000, immutable";

    private readonly byte[] bytes;
    private readonly string type;

    private Asset(string name, string type)
    {
        using var resource = typeof(Asset).Assembly.GetManifestResourceStream(name)!;
        bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        this.type = type;
        Address = $"/assets/{Path.GetFileNameWithoutExtension(name)}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}{Path.GetExtension(name)}";
    }

    public static Asset Styles { get; } = new("console.css", "text/css; charset=utf-8");

    public static Asset Icon { get; } = new("icon.svg", "image/svg+xml");

    private static Asset OldIcon { get; } = new("favicon.ico", "image/x-icon");

    public static Asset Live { get; } = new("live.js", "text/javascript; charset=utf-8");

    public static Asset Folds { get; } = new("folds.js", "text/javascript; charset=utf-8");

    public string Address { get; }

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var asset in new[] { Styles, Icon, Live, Folds }) routes.MapGet(asset.Address, asset.Give).AllowAnonymous();
        // Browsers ask for it unbidden, by this address.
        routes.MapGet("/favicon.ico", () => TypedResults.Bytes(OldIcon.bytes, OldIcon.type)).AllowAnonymous();
    }

    private IResult Give(HttpContext http)
    {
        http.Response.Headers.CacheControl = Kept;
        return TypedResults.Bytes(bytes, type);
    }
}
