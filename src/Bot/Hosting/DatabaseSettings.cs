using Concierge.Data;

namespace Concierge.Bot;

/// <summary>Reads the settings of the database and the master key; see docs/operations.md.</summary>
public static class DatabaseSettings
{
    private const string KeyName = "Security:MasterKeyFile";

    /// <exception cref="StartupRefused">A setting is wrong or missing; the message names it.</exception>
    public static DatabaseOptions From(IConfiguration settings, IHostEnvironment host)
    {
        var defaults = new DatabaseOptions();
        return new DatabaseOptions
        {
            Provider = Provider(settings["Database:Provider"]),
            ConnectionString = settings.GetConnectionString("Concierge") ?? defaults.ConnectionString,
            MasterKeyFile = settings[KeyName] ?? (host.IsDevelopment() ? defaults.MasterKeyFile : throw new StartupRefused(
                $"{KeyName} is not set. Outside development it must name a file of 32 random bytes that only this service can read.")),
            Development = host.IsDevelopment(),
        };
    }

    private static DatabaseProvider Provider(string? name) => name switch
    {
        null => DatabaseProvider.Sqlite,
        _ when Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) => provider,
        _ => throw new StartupRefused($"Database:Provider is \"{name}\". It must be Sqlite or Postgres."),
    };
}
