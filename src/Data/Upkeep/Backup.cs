using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// A copy of everything, taken in one snapshot while the hosts go on: gzip of JSON lines, a head, of each table its name and columns and then its
/// rows, and an end that counts them and holds the hash of all before it. The same for both databases, so it also moves a city from one to the other. What
/// is sealed stays sealed: without the master key, which is never in it, nobody reads what people said.
/// </summary>
public static class Backup
{
    internal const string Format = "kashiwa-concierge backup 1";

    /// <returns>How many rows.</returns>
    public static long Write(Unit unit, Stream file, DateTimeOffset now)
    {
        using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Line(gzip, sum, new BackupHead(Format, now, Schema.Newest(unit.Db)));
        var rows = 0L;
        foreach (var table in BackupTable.All(unit.Db.Model))
        {
            Line(gzip, sum, new BackupTableHead(table.Name, table.Columns));
            foreach (var row in table.Read(unit))
            {
                Line(gzip, sum, row);
                rows++;
            }
        }
        gzip.Write(JsonSerializer.SerializeToUtf8Bytes(new BackupEnd(rows, Convert.ToHexStringLower(sum.GetHashAndReset()))));
        return rows;
    }

    private static void Line<T>(Stream to, IncrementalHash sum, T line)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line), (byte)'\n'];
        sum.AppendData(bytes);
        to.Write(bytes);
    }
}

/// <param name="Migration">The newest that the database had: only a program with the same tables can restore it.</param>
internal sealed record BackupHead(string Format, DateTimeOffset At, string Migration);

internal sealed record BackupTableHead(string Table, string[] Columns);

internal sealed record BackupEnd(long Rows, string Sha256);
