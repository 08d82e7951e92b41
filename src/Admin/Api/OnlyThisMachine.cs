using System.Net;

namespace Concierge.Admin;

/// <summary>Answers callers on this machine, and nobody who comes through a proxy on it.</summary>
public sealed class OnlyThisMachine : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return IsLocal(http) ? next(context) : ValueTask.FromResult<object?>(Results.NotFound());
    }

    private static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !http.Request.Headers.ContainsKey("X-Forwarded-For");
}
