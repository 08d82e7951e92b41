using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Concierge.SystemTests.Data;

namespace Concierge.SystemTests.Watch;

/// <summary>The bot as a process of its own, so that what it writes and sends is its own and not the test's.</summary>
internal sealed partial class WatchedBot : IAsyncDisposable
{
    private const int Terminate = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<string> _url = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WatchedBot(ProcessStartInfo how) => _process = new Process { StartInfo = how, EnableRaisingEvents = true };

    /// <summary>All that it wrote.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Where it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message holds what it wrote.</exception>
    public Task<string> Url => _url.Task.WaitAsync(Patience);

    public static WatchedBot Start(TestDatabase database, params (string Key, string Value)[] settings)
    {
        var how = new ProcessStartInfo(Dotnet, [Path.Combine(AppContext.BaseDirectory, "Concierge.Bot.dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(database.SqliteFile)!,
        };
        (string, string)[] usual =
        [
            ("DOTNET_ENVIRONMENT", "Production"), ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", ""), ("urls", "http://127.0.0.1:0"),
            ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"), ("Database:Provider", $"{database.Options.Provider}"),
            ("ConnectionStrings:Concierge", database.Options.ConnectionString), ("Security:MasterKeyFile", database.Options.MasterKeyFile),
            ("Line:ChannelSecrets:0", "development-secret-not-for-production"), ("Line:ChannelId", "1234567890"),
        ];
        foreach (var (key, value) in usual.Concat(settings)) how.Environment[key.Replace(":", "__")] = value;
        var bot = new WatchedBot(how);
        bot.Begin();
        return bot;
    }

    /// <summary>SIGTERM: it finishes what it does, and sends its last figures.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Stops()
    {
        Signal(_process.Id, Terminate);
        return await Ends();
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> Ends()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await Ends();
        _process.Dispose();
    }

    private void Begin()
    {
        _process.Exited += (_, _) => _url.TrySetException(new InvalidOperationException($"The bot ended before it listened.\n{string.Join('\n', Lines)}"));
        _process.OutputDataReceived += (_, line) => Hears(line.Data);
        _process.ErrorDataReceived += (_, line) => Hears(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hears(string? line)
    {
        if (line is null) return;
        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } found) _url.TrySetResult(found.Groups[1].Value);
    }

    /// <summary>The host that runs this test: three folders above its runtime.</summary>
    public static string Dotnet => Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);

    [GeneratedRegex("""Now listening on: (http://[^"\s]+)""")]
    private static partial Regex Listening();
}
