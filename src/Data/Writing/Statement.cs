using System.Data;
using System.Data.Common;

namespace Concierge.Data;

/// <summary>A hand-made statement: prepared at its first use, kept as long as its connection.</summary>
/// <param name="parameters">Name and type of each, in the order of the values: <c>"member text, at long"</c>.</param>
internal sealed class Statement(Unit unit, string sql, string parameters = "") : IDisposable
{
    private readonly bool writes = !sql.StartsWith("SELECT", StringComparison.Ordinal);
    private DbCommand? command;

    /// <returns>How many rows were changed.</returns>
    public int Run(params ReadOnlySpan<object?> values)
    {
        var changed = Ready(values).ExecuteNonQuery();
        if (changed > 0) unit.Changed = true;
        return changed;
    }

    /// <summary>The first column of the first row; null when there is no row, or no value in it.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        using var reader = Ready(values).ExecuteReader();
        return Found(reader) && !reader.IsDBNull(0) ? reader.GetValue(0) : null;
    }

    public T? First<T>(Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
        where T : class
    {
        using var reader = Ready(values).ExecuteReader();
        return Found(reader) ? read(reader) : null;
    }

    public List<T> All<T>(Func<DbDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Ready(values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public void Dispose() => command?.Dispose();

    // A row that comes back from RETURNING was written.
    private bool Found(DbDataReader reader)
    {
        if (!reader.Read()) return false;
        unit.Changed |= writes;
        return true;
    }

    private DbCommand Ready(ReadOnlySpan<object?> values)
    {
        if (unit.Transaction is null) throw new InvalidOperationException("A unit is good only within the work it was given to.");
        command ??= Make();
        if (command.Transaction != unit.Transaction) command.Transaction = unit.Transaction;
        if (values.Length != command.Parameters.Count) throw new ArgumentException($"{values.Length} values for: {sql}");
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Storable(values[i]);
        return command;
    }

    private DbCommand Make()
    {
        var made = unit.Connection.CreateCommand();
        made.Transaction = unit.Transaction;
        made.CommandText = sql;
        foreach (var parameter in parameters.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = parameter.IndexOf(' ');
            var added = made.CreateParameter();
            // With its sign: without, SQLite's provider tries out every sign at every use.
            added.ParameterName = "@" + parameter[..space];
            added.DbType = Type(parameter[(space + 1)..]);
            added.Value = DBNull.Value;
            made.Parameters.Add(added);
        }
        try { made.Prepare(); }
        catch
        {
            made.Dispose();
            throw;
        }
        return made;
    }

    private static DbType Type(string name) => name switch
    {
        "text" => DbType.String,
        "long" => DbType.Int64,
        "int" => DbType.Int32,
        "flag" => DbType.Boolean,
        "bytes" => DbType.Binary,
        "uuid" => DbType.Guid,
        _ => throw new ArgumentException($"There is no column type {name}."),
    };

    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        string text => Text.Storable(text),
        DateTimeOffset at => at.UtcTicks,
        Sealed secret => secret.Bytes,
        _ => value,
    };
}
