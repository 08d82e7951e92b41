namespace Concierge.Data;

public enum DatabaseProvider
{
    /// <summary>A file of our own; nothing to install.</summary>
    Sqlite,

    /// <summary>A server, for several nodes.</summary>
    Postgres,
}

/// <summary>Where the data lives and with which key it is sealed. Checked by <see cref="Database.Open"/>.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Setting <c>Database:Provider</c>.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Setting <c>ConnectionStrings:Concierge</c>.</summary>
    public string ConnectionString { get; init; } = "Data Source=var/concierge.db";

    /// <summary>Setting <c>Security:MasterKeyFile</c>: exactly 32 bytes, outside the database and its backup.</summary>
    public string MasterKeyFile { get; init; } = "var/master.key";

    /// <summary>True: a missing master key is made. False: it must be there, and no other account may read it.</summary>
    public bool Development { get; init; }
}
