using System.CommandLine;
using Concierge.Data;

namespace Concierge.Admin.Commands;

/// <summary><c>rotate-keys FILE</c>: once a year, and whenever somebody may have seen the master key.</summary>
public static class RotateKeysCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "Where the new master key is to be; it must not be there yet" };
        var command = new Command("rotate-keys", "Make a new master key and seal everything anew with it. Stop bot and admin first") { file };
        command.SetAction((parsed, _) => CommandLine.With(async (database, now) =>
        {
            var path = parsed.GetValue(file)!;
            var changed = await database.RotateTo(path);
            Console.WriteLine($"{changed} values have the new key. Set Security:MasterKeyFile to {path}, start the hosts, and keep the old file as long as backups of its time.");
            return 0;
        }));
        return command;
    }
}
