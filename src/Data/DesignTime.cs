using Microsoft.EntityFrameworkCore.Design;

namespace Concierge.Data;

/// <summary>For <c>dotnet ef</c> alone: it only needs the model, nothing is opened.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => (SqliteDb)DesignTime.Db(new SqliteProvider("Data Source=design.db"));
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => (PostgresDb)DesignTime.Db(new PostgresProvider("Host=localhost;Database=design"));
}

internal static class DesignTime
{
    public static ConciergeDb Db(Provider provider) => provider.NewDb(provider.DbOptions(connection: null));
}
