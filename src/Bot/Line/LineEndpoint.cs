using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Concierge.Bot.Line;

/// <summary>
/// Receives webhooks. Nothing is answered 200 that is not durable: signature over the raw bytes first, then
/// <see cref="LineArrivals"/>, then the answer; turns are taken afterwards.
/// Source: Messaging API reference, "Webhooks" and "Signature validation".
/// </summary>
public sealed partial class LineEndpoint(LineArrivals arrivals, IOptionsMonitor<LineOptions> options, ILogger<LineEndpoint> log)
{
    /// <summary>LINE sends at most 2 MB in other directions and far less here; more is no webhook.</summary>
    public const int MaxBody = 1024 * 1024;

    /// <summary>Room for a usual webhook. More is taken as it comes, not as it is announced: announcing costs a stranger nothing.</summary>
    private const int FirstRoom = 16 * 1024;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/line/webhook", (HttpContext http, LineEndpoint endpoint) => endpoint.Receive(http));

    private async Task Receive(HttpContext http)
    {
        if (await Body(http) is not { } body)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        if (!LineSignature.IsValid(body.Span, http.Request.Headers[LineSignature.Header], options.CurrentValue.ChannelSecrets))
        {
            LogBadSignature();
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        http.Response.StatusCode = await arrivals.Keep(body) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>Null when it is larger than <see cref="MaxBody"/>.</summary>
    private static async ValueTask<ReadOnlyMemory<byte>?> Body(HttpContext http)
    {
        if (http.Request.ContentLength > MaxBody) return null;
        // Our own count answers 413 for an announced and for an endless body alike.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        var buffer = new byte[Math.Min(http.Request.ContentLength ?? FirstRoom, FirstRoom)];
        var filled = 0;
        while (true)
        {
            if (filled == http.Request.ContentLength) return buffer.AsMemory(0, filled);
            if (filled > MaxBody) return null;
            if (filled == buffer.Length) Array.Resize(ref buffer, Math.Min(MaxBody + 1, filled * 2));
            var read = await http.Request.Body.ReadAsync(buffer.AsMemory(filled), http.RequestAborted);
            if (read == 0) return filled > MaxBody ? null : buffer.AsMemory(0, filled);
            filled += read;
        }
    }

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "A webhook without a valid signature was refused")]
    private partial void LogBadSignature();
}
