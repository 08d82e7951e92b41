using System.Net;
using Concierge.Data;

namespace Concierge.Bot;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can store what comes in; a load balancer or an operator
/// asks this. <c>/metrics</c>: Prometheus text, to this machine only.
/// </summary>
public static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly HashSet<string> ProxyHeaders = new(StringComparer.OrdinalIgnoreCase) { "Forwarded", "Via", "X-Real-IP" };

    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", Ready);
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/metrics") && !IsThisMachine(http), Refuse);
    }

    private static async Task<IResult> Ready(Database database)
    {
        try
        {
            await database.Writer.Write(unit => unit.Feed.After(long.MaxValue, 1)).WaitAsync(Patience);
            return Results.Text("ready");
        }
        catch (Exception world)
        {
            return Results.Text($"not ready: the database did not answer ({world.GetType().Name})", statusCode: 503);
        }
    }

    private static void Refuse(IApplicationBuilder app) => app.Run(http =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    // A proxy on this machine calls from loopback for anybody: what it adds to the headers gives it away.
    private static bool IsThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.Keys.Any(IsOfAProxy);

    private static bool IsOfAProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || ProxyHeaders.Contains(header);
}
