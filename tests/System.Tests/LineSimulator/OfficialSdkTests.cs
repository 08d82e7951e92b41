using System.ComponentModel;
using System.Diagnostics;
using Concierge.LineSimulator;
using Xunit;

namespace Concierge.SystemTests.LineSimulator;

/// <summary>
/// LINE's official SDK for Node against the simulator, in both directions. It comes from the npm registry once and is then kept
/// beside the system's temporary files; without npm, node or a network this is left out, and says so.
/// </summary>
public sealed class OfficialSdkTests : IDisposable
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Conformance");
    private static readonly string Kept = Path.Combine(Path.GetTempPath(), $"concierge-line-bot-sdk-11.0.0-{Environment.UserName}");

    // Each run has a folder of its own, so that several on one machine do not meet.
    private readonly string _folder = Directory.CreateTempSubdirectory("concierge-sdk-").FullName;

    [Fact]
    public async Task The_official_SDK_takes_the_simulator_for_LINE()
    {
        await Install();
        foreach (var script in Directory.GetFiles(Scripts)) File.Copy(script, Path.Combine(_folder, Path.GetFileName(script)));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "node_modules"), Path.Combine(Kept, "node_modules"));
        await using var line = await Simulator.Start();
        var picture = Path.Combine(_folder, "menu.png");
        await File.WriteAllBytesAsync(picture, CannedMedia.Png(2500, 843), TestContext.Current.CancellationToken);
        var run = await Run(_folder, "node", "conformance.mjs", line.Url, "1234567890", "development-secret-not-for-production", "development-token", picture);
        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(10, run.Output.Split('\n').Count(row => row.StartsWith("held: ", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task Install()
    {
        Assert.SkipWhen((await Run(Path.GetTempPath(), "node", "--version")).Code != 0, "node is not installed.");
        if (Directory.Exists(Kept)) return;
        var draft = Directory.CreateTempSubdirectory("concierge-sdk-").FullName;
        File.Copy(Path.Combine(Scripts, "package.json"), Path.Combine(draft, "package.json"));
        var install = await Run(draft, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", "--fetch-timeout=20000");
        Assert.SkipWhen(install.Code != 0, $"The official SDK could not be installed: {install.Output}");
        // Whole or not at all; of several who install at once the first one's stays.
        try { Directory.Move(draft, Kept); }
        catch (IOException) when (Directory.Exists(Kept)) { Directory.Delete(draft, recursive: true); }
    }

    /// <returns>-1 when there is no such program.</returns>
    private static async Task<(int Code, string Output)> Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The simulator is on this machine: no proxy between.
        start.Environment["NO_PROXY"] = "127.0.0.1";
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return (-1, $"{program} is not installed");
        }
    }
}
