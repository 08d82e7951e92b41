using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>Opens what is sealed in one member's rows of a table and seals it with another's key; the rows are still the first one's then.</summary>
internal static class Resealing
{
    public static void Of(Unit unit, IEntityType table, string member, MemberKey from, MemberKey to)
    {
        var secrets = table.GetProperties().Where(p => p.ClrType == typeof(Sealed) || p.ClrType == typeof(Sealed?)).Select(p => p.Name()).ToArray();
        // What came in before we knew whose it is has the system's key.
        if (secrets.Length == 0 || table.ClrType == typeof(InboxEntry)) return;
        var (name, keys) = (table.GetTableName()!, table.FindPrimaryKey()!.Properties.Select(p => p.Name()).ToArray());
        foreach (var row in Rows(unit, name, member, keys, secrets, from.MemberId))
        {
            using var update = Command(unit,
                $"UPDATE {name} SET {string.Join(", ", secrets.Select((secret, i) => $"{secret} = @s{i}"))} WHERE {string.Join(" AND ", keys.Select((key, i) => $"{key} = @k{i}"))}");
            for (var i = 0; i < secrets.Length; i++) Add(update, $"@s{i}", Sealed(unit, $"{name}.{secrets[i]}", row[keys.Length + i], from, to));
            for (var i = 0; i < keys.Length; i++) Add(update, $"@k{i}", row[i]);
            update.ExecuteNonQuery();
        }
    }

    private static List<object[]> Rows(Unit unit, string table, string member, string[] keys, string[] secrets, string of)
    {
        using var command = Command(unit, $"SELECT {string.Join(", ", keys.Concat(secrets))} FROM {table} WHERE {member} = @member");
        Add(command, "@member", of);
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>Nothing stays nothing: a row that was blanked, or finished.</summary>
    private static object Sealed(Unit unit, string field, object value, MemberKey from, MemberKey to) => value is byte[] { Length: > 0 } bytes
        ? unit.Vault.Seal(to, field, unit.Vault.Open(from, field, new Sealed(bytes))).Bytes
        : value;

    private static DbCommand Command(Unit unit, string sql)
    {
        var command = unit.Connection.CreateCommand();
        (command.Transaction, command.CommandText) = (unit.Transaction, sql);
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        // A null alone does not say of what type it is.
        if (value is DBNull) parameter.DbType = System.Data.DbType.Binary;
        command.Parameters.Add(parameter);
    }
}
