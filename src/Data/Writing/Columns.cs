using System.Data.Common;

namespace Concierge.Data;

/// <summary>Reading columns as they are stored.</summary>
internal static class Columns
{
    public static DateTimeOffset Instant(this DbDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? InstantOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Instant(column);

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? LongOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static Sealed Sealed(this DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column));

    public static Sealed? SealedOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Sealed(column);

    public static DateTimeOffset? AsInstant(this object? ticks) => ticks is long known ? new DateTimeOffset(known, TimeSpan.Zero) : null;
}
