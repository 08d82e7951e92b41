namespace Concierge.Data;

/// <summary>Reads the settings of the database and the master key; see docs/operations.md.</summary>
public static class DatabaseSettings
{
    private const string KeyName = "Security:MasterKeyFile";

    /// <param name="setting">The value of a key; null when it is not set.</param>
    /// <exception cref="StartupRefused">A setting is wrong or missing; the message names it.</exception>
    public static DatabaseOptions From(Func<string, string?> setting, bool development)
    {
        var defaults = new DatabaseOptions();
        return new DatabaseOptions
        {
            Provider = Provider(setting),
            ConnectionString = setting("ConnectionStrings:Concierge") ?? defaults.ConnectionString,
            MasterKeyFile = setting(KeyName) ?? (development ? defaults.MasterKeyFile : throw new StartupRefused(
                $"{KeyName} is not set. Outside development it must name a file of 32 random bytes that only this service can read.")),
            Development = development,
        };
    }

    /// <exception cref="StartupRefused">It is neither of the two.</exception>
    public static DatabaseProvider Provider(Func<string, string?> setting) => setting("Database:Provider") switch
    {
        null => DatabaseProvider.Sqlite,
        var name when Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) => provider,
        var name => throw new StartupRefused($"Database:Provider is \"{name}\". It must be Sqlite or Postgres."),
    };
}
