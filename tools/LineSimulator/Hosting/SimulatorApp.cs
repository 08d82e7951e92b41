using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concierge.LineSimulator;

/// <summary>The web application around a <see cref="World"/>.</summary>
internal static class SimulatorApp
{
    public static WebApplication Build(World world)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(Loopback.Listening(world.Options.Url));
        // Above LINE's 2 MB, so that the platform can answer for itself, and above a phone's picture of 10 MB.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 12 * 1024 * 1024);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (!world.Options.Logs) builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UsePhonePage();
        app.MapPlatform(world);
        app.MapPhones(world);
        app.MapTests(world);
        return app;
    }
}
