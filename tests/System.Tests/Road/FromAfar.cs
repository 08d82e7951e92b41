using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Concierge.SystemTests.Road;

/// <summary>Lets a request of a test seem to come from another machine, by a header that only tests know.</summary>
internal sealed class FromAfar : IStartupFilter
{
    public const string Header = "x-test-address";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, go) =>
        {
            if (http.Request.Headers[Header] is [{ } address]) http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            return go(http);
        });
        next(app);
    };
}
