using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// The audit trail: appended to in the transaction of what it tells of, and a chain of hashes, so that a row which was changed, taken out or
/// put in is found (<see cref="FirstFault"/>). Who could cut off its end and mend the head is found out by a head that was written down elsewhere.
/// </summary>
public static class AuditTrail
{
    public static void Append(Unit unit, DateTimeOffset at, string actor, string action, string target, string fields = "")
    {
        // First of all the head's row: whoever else appends waits here.
        unit.Db.Database.ExecuteSqlRaw("UPDATE audit_head SET seq = seq + 1 WHERE id = 1");
        var head = unit.Db.Set<AuditHeadEntry>().AsNoTracking().Single();
        var hash = HashOf(head.Hash, head.Seq, at, actor, action, target, fields);
        unit.Db.Add(new AuditEntry { Seq = head.Seq, At = at, Actor = actor, Action = action, Target = target, Fields = fields, Previous = head.Hash, Hash = hash });
        unit.Db.Database.ExecuteSql($"UPDATE audit_head SET hash = {hash} WHERE id = 1");
    }

    public static AuditHead Head(Unit unit) => unit.Db.Set<AuditHeadEntry>().AsNoTracking().Select(h => new AuditHead(h.Seq, h.Hash)).Single();

    /// <summary>Null when the whole chain holds; else the first place where it does not.</summary>
    /// <param name="known">A head that was written down earlier, elsewhere; null for none.</param>
    public static AuditFault? FirstFault(Unit unit, AuditHead? known = null)
    {
        var (seq, hash) = (0L, Array.Empty<byte>());
        foreach (var entry in unit.Db.Set<AuditEntry>().AsNoTracking().OrderBy(a => a.Seq).AsEnumerable())
        {
            if (entry.Seq != ++seq) return new AuditFault(seq, "an entry is missing");
            if (!entry.Previous.AsSpan().SequenceEqual(hash)) return new AuditFault(seq, "it does not follow from the entry before it");
            hash = HashOf(hash, seq, entry.At, entry.Actor, entry.Action, entry.Target, entry.Fields);
            if (!entry.Hash.AsSpan().SequenceEqual(hash)) return new AuditFault(seq, "its words are not those that were written");
            if (known?.Seq == seq && !known.Hash.AsSpan().SequenceEqual(hash)) return new AuditFault(seq, "it is not the one that was written down elsewhere");
        }
        var head = Head(unit);
        if (head.Seq != seq || !head.Hash.AsSpan().SequenceEqual(hash) || known?.Seq > seq) return new AuditFault(seq + 1, "the end is missing");
        return null;
    }

    /// <summary>Each part with its length before it: no two entries read alike.</summary>
    private static byte[] HashOf(byte[] previous, long seq, DateTimeOffset at, params ReadOnlySpan<string> parts)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(previous);
        Number(sum, seq);
        Number(sum, at.UtcTicks);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            Number(sum, bytes.Length);
            sum.AppendData(bytes);
        }
        return sum.GetHashAndReset();
    }

    private static void Number(IncrementalHash sum, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        sum.AppendData(bytes);
    }
}

/// <summary>The last entry of the chain.</summary>
public sealed record AuditHead(long Seq, byte[] Hash);

/// <param name="Seq">The first entry that cannot be trusted.</param>
public sealed record AuditFault(long Seq, string Reason);
