using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>Where sealed values stand, and with which key, read from the model: a column of a later feature is found without being named.</summary>
internal static class SealedColumns
{
    public static IEnumerable<SealedColumn> Of(IModel model) =>
        from table in model.GetEntityTypes()
        from column in table.GetProperties()
        where column.ClrType == typeof(Sealed) || column.ClrType == typeof(Sealed?)
        select new SealedColumn(table, column);

    /// <summary>Opens every value there is.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="CannotOpen">One cannot be opened; it is named by table and owner.</exception>
    public static int OpenAll(Unit unit)
    {
        var opened = 0;
        foreach (var column in Of(unit.Db.Model))
        {
            foreach (var (_, owner, value) in column.Rows(unit))
            {
                column.Open(unit, owner, value);
                opened++;
            }
        }
        return opened;
    }
}

/// <summary>One sealed column.</summary>
internal sealed class SealedColumn(IEntityType table, IProperty column)
{
    private readonly string name = table.GetTableName()!;
    private readonly string[] keys = [.. table.FindPrimaryKey()!.Properties.Select(key => key.Name())];

    public string Field => $"{name}.{column.Name()}";

    public bool WrapsKeys => table.ClrType == typeof(MemberKeyEntry);

    /// <summary>What came in before we knew whose it is has the system's key, and so has what is nobody's.</summary>
    private IProperty? Member => table.ClrType == typeof(InboxEntry) ? null : table.FindProperty(nameof(MemberKeyEntry.MemberId));

    /// <summary>All that hold something; read to the end before any is changed.</summary>
    public IReadOnlyList<(object[] Key, string? Member, Sealed Value)> Rows(Unit unit)
    {
        using var command = unit.Connection.CreateCommand();
        (command.Transaction, command.CommandText) = (unit.Transaction, $"SELECT {string.Join(", ", [.. keys, Member?.Name() ?? "NULL", column.Name()])} FROM {name} WHERE {column.Name()} IS NOT NULL");
        using var reader = command.ExecuteReader();
        var rows = new List<(object[], string?, Sealed)>();
        while (reader.Read())
        {
            var value = reader.GetFieldValue<byte[]>(keys.Length + 1);
            // A row that is finished holds an empty one.
            if (value.Length == 0) continue;
            rows.Add(([.. Enumerable.Range(0, keys.Length).Select(reader.GetValue)], reader.IsDBNull(keys.Length) ? null : reader.GetString(keys.Length), new Sealed(value)));
        }
        return rows;
    }

    public byte[] Open(Unit unit, string? member, Sealed value) => (WrapsKeys, member) switch
    {
        (true, { } owner) => unit.Vault.Unwrapped(owner, value),
        (false, { } owner) => unit.Vault.Open(unit.Members.Key(owner), Field, value),
        _ => unit.Vault.OpenForSystem(Field, value),
    };

    public void Write(Unit unit, object[] key, Sealed value)
    {
        using var command = unit.Connection.CreateCommand();
        (command.Transaction, command.CommandText) = (unit.Transaction, $"UPDATE {name} SET {column.Name()} = @value WHERE {string.Join(" AND ", keys.Select((k, i) => $"{k} = @k{i}"))}");
        Add("@value", value.Bytes);
        for (var i = 0; i < key.Length; i++) Add($"@k{i}", key[i]);
        command.ExecuteNonQuery();

        void Add(string parameter, object what)
        {
            var made = command.CreateParameter();
            (made.ParameterName, made.Value) = (parameter, what);
            command.Parameters.Add(made);
        }
    }
}
