using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Concierge.Data;

internal static class PostgresCheck
{
    private const int Minimum = 13;

    public static IReadOnlyList<string> Run(PostgresProvider provider)
    {
        try
        {
            using var connection = provider.Open("SELECT 1");
            if (connection.PostgreSqlVersion.Major < Minimum)
                throw new StartupRefused($"The server of {provider.Place} is PostgreSQL {connection.PostgreSqlVersion}; {Minimum} or later is needed.");
            return Warnings(connection, provider.Place);
        }
        catch (Exception e) when (e is DbException or SocketException or TimeoutException)
        {
            throw new StartupRefused($"The PostgreSQL database {provider.Place} cannot be reached ({e.Message}); check ConnectionStrings:Concierge and that the server runs.", e);
        }
    }

    private static List<string> Warnings(NpgsqlConnection connection, string place)
    {
        var warnings = new List<string>();
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
        {
            using var command = new NpgsqlCommand("SHOW " + setting, connection);
            if (command.ExecuteScalar() is "off") warnings.Add($"{place} runs with {setting}=off: a power cut can lose what was already answered.");
        }
        return warnings;
    }
}
