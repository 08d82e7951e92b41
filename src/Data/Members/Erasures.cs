using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>The ledger of erasures, in the database and in a file outside it.</summary>
public static class Erasures
{
    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    /// <summary>Number of the next receipt: the day and a running number, as one can say it on the telephone.</summary>
    public static string NextNumber(Unit unit, DateTimeOffset now)
    {
        var day = now.ToOffset(Tokyo).ToString("yyMMdd", CultureInfo.InvariantCulture) + "-";
        var given = unit.Db.Set<ErasureEntry>().Count(e => e.Number.StartsWith(day) && !e.Number.Contains("/"));
        return day + (given + 1).ToString("000", CultureInfo.InvariantCulture);
    }

    public static void Add(Unit unit, string number, byte[] memberHash, DateTimeOffset at, bool kept = false)
    {
        unit.Db.Add(new ErasureEntry { Number = number, MemberHash = memberHash, At = at, Kept = kept });
        unit.Db.SaveChanges();
    }

    /// <summary>The member, and whoever has become this member: in a backup of before, they stand under names of their own.</summary>
    public static void Add(Unit unit, string number, string memberId, DateTimeOffset at)
    {
        Add(unit, number, HashOf(memberId), at);
        foreach (var (place, visitor) in Joining.Of(unit, memberId).Index()) Add(unit, $"{number}/{place + 1}", visitor, at);
    }

    public static byte[] HashOf(string memberId) => SHA256.HashData(Encoding.UTF8.GetBytes(memberId));

    /// <summary>Those that do not stand in the file yet, oldest first.</summary>
    public static IReadOnlyList<Erasure> NotKept(Unit unit) => [.. unit.Db.Set<ErasureEntry>().AsNoTracking()
        .Where(e => !e.Kept).OrderBy(e => e.At).AsEnumerable().Select(e => new Erasure(e.Number, e.MemberHash, e.At))];

    public static void MarkKept(Unit unit, IEnumerable<string> numbers)
    {
        foreach (var number in numbers)
            unit.Db.Set<ErasureEntry>().Where(e => e.Number == number).ExecuteUpdate(row => row.SetProperty(e => e.Kept, true));
    }

    /// <summary>
    /// After a restore: whoever left since the backup was made, and stands in it again, is erased again. The ledger of the
    /// database is completed from the file.
    /// </summary>
    /// <returns>How many members were erased again.</returns>
    public static int Replay(Unit unit, IReadOnlyList<Erasure> kept)
    {
        var known = unit.Db.Set<ErasureEntry>().Select(e => e.Number).ToHashSet();
        var missing = kept.Where(e => !known.Contains(e.Number)).DistinctBy(e => e.Number).ToArray();
        if (missing.Length == 0) return 0;
        var gone = missing.Select(e => Convert.ToHexString(e.MemberHash)).ToHashSet();
        var back = unit.Db.Members.Select(m => m.Id).ToArray().Where(id => gone.Contains(Convert.ToHexString(HashOf(id)))).ToArray();
        foreach (var member in back) Erasing.Everything(unit, member);
        foreach (var erasure in missing) Add(unit, erasure.Number, erasure.MemberHash, erasure.At, kept: true);
        return back.Length;
    }
}

/// <summary>That somebody was erased: number of the receipt, hash of the member's id, when.</summary>
public sealed record Erasure(string Number, byte[] MemberHash, DateTimeOffset At)
{
    /// <summary>One line of the file.</summary>
    public string Write() => $"{Number} {Convert.ToHexString(MemberHash)} {At.UtcDateTime:O}";

    /// <summary>Null when the line was cut off, as by a full disk.</summary>
    public static Erasure? Parse(string line) =>
        line.Split(' ') is [var number, { Length: 64 } hash, var at]
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new Erasure(number, Convert.FromHexString(hash), time)
            : null;
}
