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
        AuditCommand.Make(),
    };

    /// <summary>
    /// Works on the database of the settings, as the host would. Where nobody says what environment it is, it is a clone on one's own machine:
    /// a server names its master key.
    /// </summary>
    internal static async Task<int> With(Func<Database, DateTimeOffset, Task<int>> work)
    {
        var builder = AdminHost.Settings([]);
        using var database = Database.Open(DatabaseSettings.From(key => builder.Configuration[key], builder.Environment.IsDevelopment() || !IsNamed()));
        database.RequireSchema();
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

    private static bool IsNamed() => (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT")) is not null;
}
