using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Concierge.Data;

namespace Concierge.SystemTests.Crash;

/// <summary>The bot as it runs in the world: a process of its own, with the real clock, at a port that the system chose.</summary>
public sealed partial class BotProcess : IDisposable
{
    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(Process process) => _process = process;

    /// <summary>The newest of what it wrote: one sentence when it refused to start.</summary>
    public string Said => string.Join('\n', _said);

    public static BotProcess Start(DatabaseOptions database, IReadOnlyDictionary<string, string> line)
    {
        var how = new ProcessStartInfo(Dotnet, [Path.Combine(AppContext.BaseDirectory, "Concierge.Bot.dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(database.MasterKeyFile)!,
        };
        foreach (var (key, value) in Settings(database).Concat(line)) how.Environment[key.Replace(":", "__")] = value;
        var bot = new BotProcess(new Process { StartInfo = how });
        bot.Begin();
        return bot;
    }

    /// <summary>Its address, once it is ready for what comes in.</summary>
    /// <exception cref="InvalidOperationException">It ended, or was ended, before.</exception>
    public async Task<string> IsReady()
    {
        var url = await _url.Task.WaitAsync(Patience);
        try
        {
            while (await Http.GetAsync(url + "/health/ready") is { StatusCode: not HttpStatusCode.OK } not) not.Dispose();
            return url;
        }
        catch (HttpRequestException e)
        {
            throw new InvalidOperationException($"The bot was not ready and is not there any more.\n{Said}", e);
        }
    }

    /// <summary>SIGKILL: from one instruction to the next it is gone.</summary>
    public async Task IsKilled()
    {
        _process.Kill();
        await Ends();
    }

    /// <summary>SIGTERM, as an operator or a container's host stops it.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> IsStopped()
    {
        if (Signal(_process.Id, Terminate) != 0) throw new InvalidOperationException("The bot could not be told to stop.");
        return await Ends();
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> Ends()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Begin()
    {
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _url.TrySetException(new InvalidOperationException($"The bot ended before it listened.\n{Said}"));
        _process.OutputDataReceived += (_, line) => Hears(line.Data);
        _process.ErrorDataReceived += (_, line) => Hears(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hears(string? line)
    {
        if (line is null) return;
        if (Listening().Match(line) is { Success: true } found) _url.TrySetResult(found.Groups[1].Value);
        _said.Enqueue(line);
        if (_said.Count > 100) _said.TryDequeue(out _);
    }

    private static Dictionary<string, string> Settings(DatabaseOptions database) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = "",
        ["urls"] = "http://127.0.0.1:0",
        // So that it says which port it was given.
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Information",
        ["Database:Provider"] = database.Provider.ToString(),
        ["ConnectionStrings:Concierge"] = database.ConnectionString,
        ["Security:MasterKeyFile"] = database.MasterKeyFile,
    };

    /// <summary>The host that runs this test, wherever it was installed: three folders above its runtime.</summary>
    private static string Dotnet => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    [GeneratedRegex("""Now listening on: (http://[^"\s]+)""")]
    private static partial Regex Listening();
}
