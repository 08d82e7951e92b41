using System.CommandLine;
using Concierge.Data;

namespace Concierge.Admin.Commands;

/// <summary>What is done at the machine itself instead of over the network.</summary>
public static class CommandLine
{
    public static bool IsMeant(string[] args) => args is [var first, ..] && (first is "--help" or "-h" or "-?" || Root().Subcommands.Any(command => command.Name == first));

    /// <returns>The exit status: 0 when it was done.</returns>
    public static Task<int> Run(string[] args) => Root().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    private static RootCommand Root() => new("The desk's side of the concierge. Without a command it serves the admin API and the console.")
    {
        TokenCommand.Make(),
        AccountCommand.Make(),
        AuditCommand.Make(),
        BackupCommand.Make(),
        RestoreCommand.Make(),
        RestoreCommand.MakeRelease(),
        RotateKeysCommand.Make(),
    };

    /// <summary>
    /// Works on the database of the settings, as the host would. Where nobody says what environment it is, it is a clone on one's own machine:
    /// a server names its master key.
    /// </summary>
    /// <param name="migrate">True: make the tables, where there are none yet.</param>
    internal static async Task<int> With(Func<Database, DateTimeOffset, Task<int>> work, bool migrate = false)
    {
        using var database = Database.Open(Options());
        if (migrate) database.Migrate();
        else database.RequireSchema();
        try
        {
            return await work(database, TimeProvider.System.GetUtcNow());
        }
        catch (Problem problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    internal static DatabaseOptions Options()
    {
        var builder = AdminHost.Settings([]);
        return DatabaseSettings.From(key => builder.Configuration[key], builder.Environment.IsDevelopment() || !IsNamed());
    }

    private static bool IsNamed() => (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")) is not null;
}
