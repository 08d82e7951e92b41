using System.CommandLine;
using Concierge.Data;

namespace Concierge.Admin.Commands;

/// <summary><c>backup FILE</c>: while the hosts go on working.</summary>
public static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "Where to; it must not be there yet" };
        var command = new Command("backup", "Copy everything into one file, without stopping anything. The master key is not in it: keep that elsewhere") { file };
        command.SetAction((parsed, _) => CommandLine.With((database, now) =>
        {
            var path = parsed.GetValue(file)!;
            var rows = Write(database, path, now);
            Console.WriteLine($"{rows} rows, {new FileInfo(path).Length} bytes. Try it out with: restore --verify {path}");
            return Task.FromResult(0);
        }));
        return command;
    }

    /// <summary>Appears under its name only when it is whole and on the disk.</summary>
    private static long Write(Database database, string path, DateTimeOffset now)
    {
        if (File.Exists(path)) throw new StartupRefused($"{path} is there already; a backup never replaces another.");
        var draft = path + ".part";
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        long rows;
        using (var stream = new FileStream(draft, how))
        {
            rows = database.Reader.Read(unit => Backup.Write(unit, stream, now));
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: false);
        return rows;
    }
}
