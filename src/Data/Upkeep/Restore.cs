using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Puts a backup into a database that is empty, in one transaction. Afterwards nothing is sent until it is released (<see cref="Holds"/>), and what
/// waited to be sent goes to review: it may long have been said.
/// </summary>
public static class Restore
{
    /// <summary>Reads the whole file once, without touching anything.</summary>
    /// <exception cref="StartupRefused">It is not whole, or none of ours.</exception>
    public static void CheckFile(string path)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var end = default(string);
            foreach (var line in Lines(path))
            {
                if (end is not null) sum.AppendData(System.Text.Encoding.UTF8.GetBytes(end + "\n"));
                end = line;
            }
            if (end is not null && JsonSerializer.Deserialize<BackupEnd>(end)?.Sha256 == Convert.ToHexStringLower(sum.GetHashAndReset())) return;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or EndOfStreamException) { }
        throw new StartupRefused($"{path} is no whole backup of ours: it was cut off or changed. Take an older one.");
    }

    /// <returns>How many rows.</returns>
    /// <exception cref="StartupRefused">The database is not empty, or the backup is of other tables.</exception>
    public static long Into(Unit unit, string path, DateTimeOffset now)
    {
        if (unit.Db.Members.Any()) throw new StartupRefused("There are members in this database already: restore into an empty one, which the bot makes when it is started on a new address.");
        unit.TakeTime();
        var tables = BackupTable.All(unit.Db.Model).ToDictionary(table => table.Name);
        foreach (var table in tables.Values.Reverse()) table.Empty(unit);
        MessageIndex.Empty(unit);
        using var lines = Lines(path).GetEnumerator();
        var head = Head(lines, unit, path);
        var (rows, into) = (0L, (BackupTable?)null);
        while (lines.MoveNext())
        {
            if (lines.Current.StartsWith('['))
            {
                into!.Insert(unit, JsonSerializer.Deserialize<JsonElement[]>(lines.Current)!);
                rows++;
            }
            else if (JsonSerializer.Deserialize<BackupTableHead>(lines.Current) is { Table: { } name } table) into = Known(tables, table, name);
        }
        foreach (var table in tables.Values) unit.CountOn(table);
        unit.Db.Outbox.Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Sending)
            .ExecuteUpdate(set => set.SetProperty(o => o.State, OutboxState.Review).SetProperty(o => o.Reason, "Restored"));
        BroadcastRounds.Restored(unit, now);
        unit.Db.Set<HoldEntry>().ExecuteDelete();
        Holds.Begin(unit, now, head.At);
        return rows;
    }

    /// <summary>After <see cref="Into"/>: what only a look at everything shows.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public static string? FirstFault(Unit unit)
    {
        if (AuditTrail.FirstFault(unit) is { } fault) return $"entry {fault.Seq} of the audit trail: {fault.Reason}";
        try
        {
            SealedColumns.OpenAll(unit);
            return null;
        }
        catch (CannotOpen sealedValue)
        {
            return sealedValue.Message;
        }
    }

    private static BackupHead Head(IEnumerator<string> lines, Unit unit, string path)
    {
        var head = lines.MoveNext() ? JsonSerializer.Deserialize<BackupHead>(lines.Current) : null;
        if (head?.Format != Backup.Format) throw new StartupRefused($"{path} is no backup of ours.");
        // The two databases name the same migration by the moment at which each was made.
        if (Schema.NameOf(head.Migration) != Schema.NameOf(Schema.Newest(unit.Db)))
            throw new StartupRefused($"{path} has the tables of {head.Migration}; restore it with the version of this program that made it, and then start the newer one.");
        return head;
    }

    private static BackupTable Known(Dictionary<string, BackupTable> tables, BackupTableHead head, string name) =>
        tables.TryGetValue(name, out var table) && table.Columns.SequenceEqual(head.Columns) ? table : throw new StartupRefused($"The backup has a table {name} that this version does not have like that.");

    private static IEnumerable<string> Lines(string path)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (file.ReadLine() is { } line) yield return line;
    }
}
