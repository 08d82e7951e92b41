namespace Concierge.Admin.Web;

/// <summary>What every answer tells the browser: run nothing but ours, keep nothing, tell nobody, be framed by nobody.</summary>
public static class SafeHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Set(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            Write(http.Response.Headers, http.Request.IsHttps);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static void Write(IHeaderDictionary headers, bool https)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (https) headers.StrictTransportSecurity = "max-age=31536000";
        if (headers.CacheControl != Asset.Kept) headers.CacheControl = "no-store";
    }
}
