using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Concierge.Bench;

/// <summary>The published bot as a process of its own.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    public const string Secret = "bench-secret";

    private readonly Process _process;

    private BotProcess(Process process, string url, TimeSpan coldStart) => (_process, Url, ColdStart) = (process, url, coldStart);

    public string Url { get; }

    /// <summary>From the start of the process to the first 200 of /health/ready.</summary>
    public TimeSpan ColdStart { get; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory now, and the most there ever was, in MB.</summary>
    public (double Now, double Peak) Memory
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64 / 1048576.0, _process.PeakWorkingSet64 / 1048576.0);
        }
    }

    public static async Task<BotProcess> Start(Settings settings, Place place, string line)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(Path.Combine(settings.BotFolder, "Concierge.Bot")) { RedirectStandardOutput = true };
        foreach (var (name, value) in Environment(place, line, url)) start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await UntilReady(url, process);
        return new BotProcess(process, url, clock.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Dictionary<string, string> Environment(Place place, string line, string url) => new()
    {
        ["urls"] = url,
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Logging__LogLevel__Default"] = "Warning",
        ["Database__Provider"] = place.Provider,
        ["ConnectionStrings__Concierge"] = place.ConnectionString,
        ["Security__MasterKeyFile"] = place.KeyFile,
        ["Line__ChannelSecrets__0"] = Secret,
        ["Line__ChannelId"] = "1234567890",
        ["Line__ChannelAccessToken"] = "bench-token",
        ["Line__ApiBase"] = line,
        ["Line__DataApiBase"] = line,
        ["Line__RichMenu"] = "false",
    };

    private static async Task UntilReady(string url, Process process)
    {
        using var http = new HttpClient();
        for (var tries = 0; tries < 3000; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException($"The bot ended with {process.ExitCode} before it was ready.");
            try
            {
                if ((await http.GetAsync(url + "/health/ready")).IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(5);
        }
        throw new TimeoutException("The bot was not ready in 15 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
