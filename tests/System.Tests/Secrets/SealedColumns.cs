using System.Text;
using Concierge.Data;
using Concierge.SystemTests.Road;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concierge.SystemTests.Secrets;

/// <summary>Opens what is sealed, as the product's own model names it, to see that canaries have been everywhere.</summary>
internal static class SealedColumns
{
    /// <summary>Every sealed column of the model, as <c>table.column</c>.</summary>
    public static IReadOnlyList<string> Of(Town town) => town.Database.Reader.Read(unit => Names(unit).Select(c => $"{c.Table}.{c.Column}").Order(StringComparer.Ordinal).ToList());

    /// <summary>Those that hold one of these now, opened with the key of whoever it belongs to.</summary>
    public static IReadOnlyList<string> Holding(Town town, IReadOnlyList<string> secrets) => town.Database.Reader.Read(unit =>
    {
        var keys = unit.Db.Members.Select(member => member.Id).ToList().Select(unit.Members.KeyIfAny).OfType<MemberKey>().ToList();
        return Names(unit).Where(column => Values(unit, column.Table, column.Column).Any(value => Holds(unit, keys, $"{column.Table}.{column.Column}", value, secrets)))
            .Select(column => $"{column.Table}.{column.Column}").ToList();
    });

    private static IEnumerable<(string Table, string Column)> Names(Unit unit) =>
        from table in unit.Db.Model.GetEntityTypes()
        from column in table.GetProperties()
        where (Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType) == typeof(Sealed)
        select (table.GetTableName()!, column.GetColumnName());

    private static List<byte[]> Values(Unit unit, string table, string column)
    {
        using var command = unit.Db.Database.GetDbConnection().CreateCommand();
        command.Transaction = unit.Db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"SELECT {column} FROM {table} WHERE {column} IS NOT NULL";
        using var reader = command.ExecuteReader();
        var values = new List<byte[]>();
        while (reader.Read()) values.Add(reader.GetFieldValue<byte[]>(0));
        return values;
    }

    private static bool Holds(Unit unit, List<MemberKey> keys, string field, byte[] value, IReadOnlyList<string> secrets)
    {
        if (value.Length == 0) return false;
        var opened = keys.Select(key => Opened(() => unit.Vault.Open(key, field, new Sealed(value)))).Append(Opened(() => unit.Vault.OpenForSystem(field, new Sealed(value))));
        return opened.OfType<string>().Any(text => secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));
    }

    private static string? Opened(Func<byte[]> open)
    {
        try
        {
            return Encoding.UTF8.GetString(open());
        }
        catch (CannotOpen)
        {
            return null;
        }
    }
}
