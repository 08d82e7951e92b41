using Microsoft.Extensions.Configuration;

namespace Concierge.LineSimulator;

/// <summary>Reads the options of a stand-alone simulator from appsettings, environment and command line.</summary>
internal static class Settings
{
    public static SimulatorOptions Read(string[] args)
    {
        var settings = new ConfigurationBuilder()
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine(args)
            .Build();
        var options = new SimulatorOptions { Url = settings["urls"] ?? "http://127.0.0.1:5300", Logs = true };
        settings.GetSection("Simulator").Bind(options);
        return options;
    }
}
