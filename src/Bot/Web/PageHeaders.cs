using Microsoft.Extensions.Options;

namespace Concierge.Bot.Web;

/// <summary>What every page of ours tells the browser: keep nothing, run nothing, be framed by nobody but those the city named.</summary>
public sealed class PageHeaders(IOptions<WebOptions> options) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        var framers = options.Value.EmbedOrigins is { Length: > 0 } origins ? string.Join(' ', origins) : "'none'";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {framers}";
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        // Not to others; but our own forms must say that they are ours.
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }
}
