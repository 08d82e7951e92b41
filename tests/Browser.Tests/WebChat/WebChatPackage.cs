using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Concierge.BrowserTests.WebChat;

/// <summary>
/// Microsoft's Web Chat: the one file of it that a site needs. It comes from the npm registry once and is then kept beside the system's
/// temporary files.
/// </summary>
internal static class WebChatPackage
{
    private const string Name = "botframework-webchat", Version = "4.18.1", File = "package/dist/webchat.js";

    private static readonly string Kept = Path.Combine(Path.GetTempPath(), $"concierge-{Name}-{Version}-{Environment.UserName}.js");

    /// <returns>The path of the file, or why there is none.</returns>
    public static async Task<(string? Path, string? Missing)> Get()
    {
        if (System.IO.File.Exists(Kept)) return (Kept, null);
        var draft = Directory.CreateTempSubdirectory("concierge-webchat-").FullName;
        try
        {
            var (code, said) = await Npm(draft);
            if (code != 0) return (null, $"Web Chat {Version} could not be had from npm: {said}");
            await Unpack(Directory.GetFiles(draft, "*.tgz").Single(), Path.Combine(draft, "webchat.js"));
            // Whole or not at all, also when several ask at once.
            System.IO.File.Move(Path.Combine(draft, "webchat.js"), Kept, overwrite: true);
            return (Kept, null);
        }
        finally
        {
            Directory.Delete(draft, recursive: true);
        }
    }

    private static async Task Unpack(string archive, string to)
    {
        await using var packed = new GZipStream(System.IO.File.OpenRead(archive), CompressionMode.Decompress);
        await using var all = new TarReader(packed);
        while (await all.GetNextEntryAsync() is { } entry)
        {
            if (entry.Name != File) continue;
            await entry.ExtractToFileAsync(to, overwrite: true);
            return;
        }
        throw new InvalidDataException($"{File} is not in {archive}.");
    }

    private static async Task<(int Code, string Said)> Npm(string folder)
    {
        var start = new ProcessStartInfo("npm", ["pack", $"{Name}@{Version}", "--silent", "--fetch-retries=1", "--fetch-timeout=20000"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        catch (Win32Exception)
        {
            return (-1, "npm is not installed.");
        }
    }
}
