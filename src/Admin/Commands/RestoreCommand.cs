using System.CommandLine;
using Concierge.Data;

namespace Concierge.Admin.Commands;

/// <summary><c>restore FILE</c> into an empty database, or, with <c>--verify</c>, into one that is thrown away again; and <c>release</c>.</summary>
public static class RestoreCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "A file that backup wrote" };
        var verify = new Option<bool>("--verify") { Description = "Only try it out: restore into a database that is thrown away, and look at everything in it" };
        var command = new Command("restore", "Put a backup into the empty database of the settings. Nothing is sent afterwards until release") { file, verify };
        command.SetAction((parsed, _) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path)) throw new StartupRefused($"There is no file {path}.");
            Restore.CheckFile(path);
            return parsed.GetValue(verify) ? Verify(path) : Into(path);
        });
        return command;
    }

    public static Command MakeRelease()
    {
        var command = new Command("release", "After a restore: begin to send again. What had waited stays in review");
        command.SetAction((_, _) => CommandLine.With(async (database, now) =>
        {
            var held = await database.Writer.Write(unit =>
            {
                var was = Holds.Release(unit);
                if (was) AuditTrail.Append(unit, now, "command", "release", "hold");
                return was;
            });
            Console.WriteLine(held ? "Released: the bot begins to send within half a minute." : "Nothing was held.");
            return 0;
        }));
        return command;
    }

    private static Task<int> Into(string path) => CommandLine.With(async (database, now) =>
    {
        if (!database.TakePlace()) throw new StartupRefused("A bot is running on this database; stop it first.");
        var rows = await database.Writer.Write(unit => Restore.Into(unit, path, now));
        return Tell(rows, database.Reader.Read(Restore.FirstFault), "Restored. Nothing is sent until: release");
    }, migrate: true);

    private static async Task<int> Verify(string path)
    {
        var folder = Directory.CreateTempSubdirectory("concierge-verify-");
        try
        {
            using var database = Database.Open(CommandLine.Options() with { Provider = DatabaseProvider.Sqlite, ConnectionString = $"Data Source={Path.Combine(folder.FullName, "verify.db")};Pooling=False" });
            database.Migrate();
            var rows = await database.Writer.Write(unit => Restore.Into(unit, path, TimeProvider.System.GetUtcNow()));
            return Tell(rows, database.Reader.Read(Restore.FirstFault), "The backup is whole, and this master key opens everything in it.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Tell(long rows, string? fault, string well)
    {
        Console.WriteLine($"{rows} rows.");
        Console.WriteLine(fault is null ? well : $"But not all is well: {fault}.");
        return fault is null ? 0 : 1;
    }
}
