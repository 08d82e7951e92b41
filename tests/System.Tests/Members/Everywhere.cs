using System.Globalization;
using System.Text;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.SystemTests.Members;

/// <summary>
/// Puts somebody into every table that has a column for a member, with a canary in every text and every sealed value. Made
/// from the model, so a table that nobody has thought of yet is in it too.
/// </summary>
/// <param name="onLine">False: a visitor of the website.</param>
internal sealed class Everywhere(Unit unit, string member, bool onLine = true)
{
    private readonly Dictionary<string, Dictionary<string, object>> _rows = [];
    private int _count;

    public static string Canary(string member) => $"canary-of-{member}";

    public static IEnumerable<IEntityType> Tables(Unit unit) =>
        unit.Db.Model.GetEntityTypes().Where(table => table.ClrType != typeof(MemberEntry) && table.GetProperties().Any(IsMember));

    public static bool IsMember(IProperty column) =>
        column.Name == "MemberId" || column.GetContainingForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(MemberEntry));

    private static bool IsSomebodys(IEntityType table) =>
        table.GetProperties().Any(IsMember) || table.GetForeignKeys().Any(key => key.PrincipalEntityType != table && IsSomebodys(key.PrincipalEntityType));

    public void Put()
    {
        if (onLine) unit.Members.FindOrAddByLine("U" + member, Some.Noon, () => member);
        else unit.Members.AddAnonymous(Some.Noon, () => member);
        unit.Members.Key(member);
        foreach (var table in Tables(unit)) Row(table);
    }

    /// <summary>Every cell of every row as text, but for numbers that only count.</summary>
    public static List<string> Cells(Unit unit, Func<string, bool> row)
    {
        var all = new List<string>();
        foreach (var table in unit.Db.Model.GetEntityTypes())
        {
            var columns = table.GetProperties().Select(p => p.GetColumnName()).ToArray();
            using var command = unit.Db.Database.GetDbConnection().CreateCommand();
            command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(unit.Db.Database.CurrentTransaction!);
            command.CommandText = $"SELECT {string.Join(", ", columns)} FROM {table.GetTableName()}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var cells = columns.Select((column, i) => $"{table.GetTableName()}.{column}={Text(reader.IsDBNull(i) ? null : reader.GetValue(i))}").ToArray();
                if (row(string.Join('\n', cells))) all.AddRange(cells);
            }
        }
        return [.. all.Order(StringComparer.Ordinal)];
    }

    private static string Text(object? value) => value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>One row, and the rows it refers to.</summary>
    private Dictionary<string, object> Row(IEntityType table)
    {
        if (_rows.TryGetValue(table.Name, out var known)) return known;
        if (table.ClrType == typeof(MemberEntry)) return new() { ["Id"] = member };
        var values = new Dictionary<string, object>();
        _rows[table.Name] = values;
        foreach (var column in table.GetProperties())
            if (Value(table, column) is { } value) values[column.Name] = value;
        if (table.ClrType == typeof(LineUserEntry) || table.ClrType == typeof(MemberKeyEntry)) return values;
        var names = values.Keys.Select(name => table.FindProperty(name)!.GetColumnName()).ToArray();
        var sql = $"INSERT INTO {table.GetTableName()} ({string.Join(", ", names)}) VALUES ({string.Join(", ", names.Select((_, i) => "{" + i + "}"))})";
        unit.Db.Database.ExecuteSqlRaw(sql, values.Values);
        // Others may refer to it by the number that it was given.
        if (table.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } given] && given.ClrType == typeof(long)) values[given.Name] = Newest(table, given);
        return values;
    }

    private object Newest(IEntityType table, IProperty key)
    {
        using var command = unit.Db.Database.GetDbConnection().CreateCommand();
        command.Transaction = Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(unit.Db.Database.CurrentTransaction!);
        command.CommandText = $"SELECT MAX({key.GetColumnName()}) FROM {table.GetTableName()}";
        return command.ExecuteScalar()!;
    }

    private object? Value(IEntityType table, IProperty column)
    {
        if (IsMember(column)) return member;
        if (column.ValueGenerated == ValueGenerated.OnAdd && column.IsPrimaryKey()) return null;
        if (column.GetContainingForeignKeys().FirstOrDefault() is { } key)
            return Row(key.PrincipalEntityType).GetValueOrDefault(key.PrincipalKey.Properties[key.Properties.ToList().IndexOf(column)].Name);
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        // A seminar that she goes to is the town's, not hers.
        var text = $"{(IsSomebodys(table) ? Canary(member) : "of-the-town-of-" + member[2..])}/{table.GetTableName()}.{column.GetColumnName()}/{++_count}";
        if (type == typeof(Sealed)) return Secret(table, column, text).Bytes;
        if (type.IsEnum) return column.GetTypeMapping().Converter?.ProviderClrType == typeof(string) ? Enum.GetNames(type)[0] : Enum.GetValues(type).GetValue(0);
        if (type == typeof(string)) return text;
        if (type == typeof(byte[])) return Encoding.UTF8.GetBytes(text);
        if (type == typeof(DateTimeOffset)) return Some.Noon.UtcTicks;
        if (type == typeof(Guid)) return Guid.NewGuid();
        if (type == typeof(DateOnly)) return new DateOnly(1950, 1, 1);
        if (type == typeof(TimeOnly)) return new TimeOnly(10, 0);
        return Convert.ChangeType(1, type, CultureInfo.InvariantCulture);
    }

    private Sealed Secret(IEntityType table, IProperty column, string text)
    {
        var field = $"{table.GetTableName()}.{column.GetColumnName()}";
        return field == Fields.InboxRaw
            ? unit.Vault.SealForSystem(field, Encoding.UTF8.GetBytes(text))
            : unit.Vault.Seal(unit.Members.Key(member), field, Encoding.UTF8.GetBytes(text));
    }
}
