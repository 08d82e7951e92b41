using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>
/// Everything that is stored about a member, opened: for the person alone. Read from the model like <see cref="Erasing"/>, so
/// what a later feature stores is in it too.
/// </summary>
public static class MemberRecord
{
    /// <summary>Keys, hashes of links and cookies, and the numbers that one is found by, say nothing to anybody.</summary>
    private static readonly string[] Left = ["member_key", "member_gram"];

    public static IReadOnlyList<RecordTable> Of(Unit unit, string memberId)
    {
        if (unit.Members.KeyIfAny(memberId) is not { } key) return [];
        var own = unit.Db.Model.FindEntityType(typeof(MemberEntry))!;
        return
        [
            .. MemberColumns.Of(unit.Db.Model).Append((own, own.FindProperty(nameof(MemberEntry.Id))!))
                .Where(of => !Left.Contains(of.Item1.GetTableName()))
                .Select(of => Table(unit, key, of.Item1, of.Item2))
                .Where(table => table.Rows.Count > 0),
        ];
    }

    private static RecordTable Table(Unit unit, MemberKey key, IEntityType table, IProperty column)
    {
        var name = table.GetTableName()!;
        var columns = table.GetProperties().Where(p => p.ClrType != typeof(byte[])).ToArray();
        var order = string.Join(", ", table.FindPrimaryKey()!.Properties.Select(p => p.Name()));
        using var command = unit.Connection.CreateCommand();
        command.Transaction = unit.Transaction;
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(p => p.Name()))} FROM {name} WHERE {column.Name()} = @member ORDER BY {order}";
        var member = command.CreateParameter();
        (member.ParameterName, member.Value) = ("@member", key.MemberId);
        command.Parameters.Add(member);
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read()) rows.Add(Row(unit, key, name, columns, reader));
        return new RecordTable(name, rows);
    }

    private static Dictionary<string, string> Row(Unit unit, MemberKey key, string table, IProperty[] columns, DbDataReader reader)
    {
        var row = new Dictionary<string, string>();
        for (var i = 0; i < columns.Length; i++)
            if (!reader.IsDBNull(i)) row[columns[i].Name()] = Value(unit, key, table, columns[i], reader, i);
        return row;
    }

    private static string Value(Unit unit, MemberKey key, string table, IProperty column, DbDataReader reader, int at)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (type == typeof(DateTimeOffset)) return reader.Instant(at).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        if (type != typeof(Sealed)) return Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) ?? "";
        // What was sent is empty: it stands in the messages.
        return reader.Sealed(at) is { Bytes.Length: > 0 } value ? Encoding.UTF8.GetString(Opened(unit, key, $"{table}.{column.Name()}", value)) : "";
    }

    /// <summary>Sealed fields are named after their column; what came in before we knew whose it is has the system's key.</summary>
    private static byte[] Opened(Unit unit, MemberKey key, string field, Sealed value) =>
        field == Fields.InboxRaw ? unit.Vault.OpenForSystem(field, value) : unit.Vault.Open(key, field, value);
}

/// <summary>One table's rows about a member: column and value, instants as the clocks of Tokyo show them.</summary>
public sealed record RecordTable(string Name, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);
