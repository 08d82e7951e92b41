using Concierge.Admin.Frailty;
using Concierge.Admin.Understanding;
using Microsoft.Extensions.Configuration.Memory;

namespace Concierge.Admin;

/// <summary>The host as a whole: settings, what staff can call, health.</summary>
public static class AdminHost
{
    private static readonly Dictionary<string, string?> Defaults = new() { ["urls"] = "http://127.0.0.1:5200" };

    /// <param name="replace">For tests: puts settings in place.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });
        // Framework logs name paths and bodies: only what is wrong is kept.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
        builder.Services.AddProblemDetails().AddSingleton(TimeProvider.System);
        replace?.Invoke(builder);

        var app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.MapGet("/health/live", () => Results.Text("live"));
        // Nobody can sign in yet, so these are for trying out on one's own machine and exist nowhere else.
        if (app.Environment.IsDevelopment()) MapTrials(app.MapGroup("/api/v1").AddEndpointFilter<OnlyThisMachine>().AddEndpointFilter<ProblemFilter>());
        return app;
    }

    private static void MapTrials(RouteGroupBuilder api)
    {
        ScoringApi.Map(api);
        UnderstandingApi.Map(api);
    }
}
