using System.Security.Cryptography;

namespace Concierge.Data;

/// <summary>The file with the master key. Never in the database, never in its backup.</summary>
internal static class MasterKey
{
    private const UnixFileMode OnlyUs = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <param name="alreadySealed">The database holds values sealed with a key: then a missing file is never replaced.</param>
    public static byte[] Load(DatabaseOptions options, bool alreadySealed)
    {
        var file = options.MasterKeyFile;
        if (!File.Exists(file))
        {
            if (alreadySealed) throw Refuse(file, "is missing, but the database was sealed with one; put that file back");
            if (!options.Development) throw Refuse(file, "is missing; make one (head -c 32 /dev/urandom) that only the service can read, and keep a copy apart from the backups");
            Make(file);
        }
        var key = Read(file);
        if (!options.Development && ReadableByOthers(file)) throw Refuse(file, "can be read by other accounts; chmod 600 it");
        return key;
    }

    /// <summary>A new one, in a file that is not there yet.</summary>
    public static byte[] MakeNew(string file)
    {
        if (File.Exists(file)) throw new StartupRefused($"{file} is there already; a new master key needs a new file.");
        Make(file);
        return Read(file);
    }

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = $"{file}.{Environment.ProcessId}.new";
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OnlyUs;
        using (var stream = new FileStream(draft, how))
        {
            stream.Write(RandomNumberGenerator.GetBytes(SealingKey.Size));
            stream.Flush(flushToDisk: true);
        }
        // Both hosts may start at once in development: the first one's key stays.
        try { File.Move(draft, file, overwrite: false); }
        catch (IOException) when (File.Exists(file)) { File.Delete(draft); }
    }

    private static byte[] Read(string file)
    {
        byte[] key;
        try { key = File.ReadAllBytes(file); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw Refuse(file, $"cannot be read ({e.Message})"); }
        return key.Length == SealingKey.Size ? key : throw Refuse(file, $"must hold exactly {SealingKey.Size} bytes and holds {key.Length}");
    }

    private static bool ReadableByOthers(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0;

    private static StartupRefused Refuse(string file, string what) => new($"The master key file {file} (Security:MasterKeyFile) {what}.");
}
