namespace Concierge.Data;

/// <summary>Which SQLite may be used.</summary>
public static class SqliteVersion
{
    /// <summary>Earlier ones could, rarely, damage a file whose write-ahead log began anew. Source: SQLite's release notes, 3.51.3.</summary>
    private const string Minimum = "3.51.3";

    /// <exception cref="StartupRefused">It is older than we can trust.</exception>
    public static void Require(string version)
    {
        if (Version.Parse(version) < Version.Parse(Minimum))
            throw new StartupRefused($"SQLite {version} was loaded; {Minimum} or later is needed. Start the program from its published build, which brings its own.");
    }
}
