using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>A table as a backup knows it. A value is null, a number, true or false, or text; bytes are text in base64, by the column's type.</summary>
internal sealed class BackupTable
{
    private readonly IEntityType table;
    private readonly IProperty[] properties;

    private BackupTable(IEntityType table)
    {
        (this.table, Name, properties) = (table, table.GetTableName()!, [.. table.GetProperties()]);
        Columns = [.. properties.Select(property => property.Name())];
    }

    public string Name { get; }

    public string[] Columns { get; }

    /// <summary>The column that the database counts up by itself; null for none.</summary>
    public string? Counted => properties.SingleOrDefault(p => p.ValueGenerated == ValueGenerated.OnAdd && p.IsPrimaryKey() && Stored(p) == typeof(long))?.Name();

    /// <summary>Those that others refer to first; without what is made anew from the others.</summary>
    public static IEnumerable<BackupTable> All(IModel model) =>
        MemberColumns.TablesInOrder(model).Reverse().Where(table => !MessageIndex.Tables.Contains(table.ClrType)).Select(table => new BackupTable(table));

    public IEnumerable<object?[]> Read(Unit unit)
    {
        using var command = Command(unit, $"SELECT {string.Join(", ", Columns)} FROM {Name}");
        using var reader = command.ExecuteReader();
        while (reader.Read()) yield return [.. properties.Select((property, i) => reader.IsDBNull(i) ? null : Value(reader, i, Stored(property)))];
    }

    public void Empty(Unit unit)
    {
        using var command = Command(unit, $"DELETE FROM {Name}");
        command.ExecuteNonQuery();
    }

    public void Insert(Unit unit, JsonElement[] row)
    {
        using var command = Command(unit, $"INSERT INTO {Name} ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select((_, i) => $"@v{i}"))})");
        for (var i = 0; i < row.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@v{i}", Value(row[i], Stored(properties[i])) ?? DBNull.Value);
            if (parameter.Value is DBNull) parameter.DbType = DbTypeOf(Stored(properties[i]));
            command.Parameters.Add(parameter);
        }
        command.ExecuteNonQuery();
    }

    private static Type Stored(IProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static object Value(DbDataReader reader, int i, Type type) => type switch
    {
        _ when type == typeof(byte[]) => reader.GetFieldValue<byte[]>(i),
        _ when type == typeof(bool) => reader.GetBoolean(i),
        _ when type == typeof(int) || type == typeof(long) => reader.GetInt64(i),
        _ when type == typeof(double) => reader.GetDouble(i),
        _ when type == typeof(decimal) => reader.GetDecimal(i),
        _ when type == typeof(Guid) => reader.GetGuid(i),
        _ when type == typeof(DateOnly) => reader.GetFieldValue<DateOnly>(i),
        _ when type == typeof(TimeOnly) => reader.GetFieldValue<TimeOnly>(i),
        _ when type == typeof(string) => reader.GetString(i),
        _ => throw new NotSupportedException($"A backup does not know how to keep {type}."),
    };

    private static object? Value(JsonElement value, Type type) => value.ValueKind == JsonValueKind.Null ? null : type switch
    {
        _ when type == typeof(byte[]) => value.GetBytesFromBase64(),
        _ when type == typeof(bool) => value.GetBoolean(),
        _ when type == typeof(int) => value.GetInt32(),
        _ when type == typeof(long) => value.GetInt64(),
        _ when type == typeof(double) => value.GetDouble(),
        _ when type == typeof(decimal) => value.GetDecimal(),
        _ when type == typeof(Guid) => value.GetGuid(),
        _ when type == typeof(DateOnly) => DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ when type == typeof(TimeOnly) => TimeOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => value.GetString(),
    };

    /// <summary>A null alone does not say of what type it is.</summary>
    private static System.Data.DbType DbTypeOf(Type type) => type switch
    {
        _ when type == typeof(byte[]) => System.Data.DbType.Binary,
        _ when type == typeof(bool) => System.Data.DbType.Boolean,
        _ when type == typeof(int) => System.Data.DbType.Int32,
        _ when type == typeof(long) => System.Data.DbType.Int64,
        _ when type == typeof(double) => System.Data.DbType.Double,
        _ when type == typeof(decimal) => System.Data.DbType.Decimal,
        _ when type == typeof(Guid) => System.Data.DbType.Guid,
        _ when type == typeof(DateOnly) => System.Data.DbType.Date,
        _ when type == typeof(TimeOnly) => System.Data.DbType.Time,
        _ => System.Data.DbType.String,
    };

    private static DbCommand Command(Unit unit, string sql)
    {
        var command = unit.Connection.CreateCommand();
        (command.Transaction, command.CommandText) = (unit.Transaction, sql);
        return command;
    }
}
