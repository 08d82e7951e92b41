using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concierge.Core.Members;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// One-time codes by which somebody on the city's page takes their record along to LINE. The code itself is stored nowhere: it follows
/// from the member, a nonce and the master key, so that it can be shown again while it is good; a keyed hash finds it.
/// </summary>
public static class JoinCodes
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Wrong ones that a member, and all together, may try within a day. The second holds back whoever leaves and comes again.</summary>
    public const int MostTries = 5, MostTriesOfAll = 200;

    /// <summary>How the wrong ones are counted that all have tried.</summary>
    public const string Failed = "join/failed";

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>What the flow may know in a turn of this member.</summary>
    public static JoinFacts Facts(Unit unit, string memberId, DateTimeOffset now) => new(
        unit.Members.LineUserId(memberId) is null,
        IsLocked(unit, memberId, now),
        code => Find(unit, code, now) is { } visitor && visitor != memberId ? new Joinable(unit.Consents.Of(visitor)) : null);

    /// <summary>A new code, in the place of the one before.</summary>
    public static JoinCode New(Unit unit, string memberId, DateTimeOffset now)
    {
        unit.Db.Set<JoinCodeEntry>().Where(e => e.MemberId == memberId || e.ExpiresAt <= now).ExecuteDelete();
        var until = now + Life;
        while (true)
        {
            var nonce = RandomNumberGenerator.GetBytes(16);
            var code = CodeOf(unit, memberId, nonce);
            var hash = HashOf(unit, code);
            if (unit.Db.Set<JoinCodeEntry>().Any(e => e.CodeHash == hash)) continue;
            unit.Db.Add(new JoinCodeEntry { MemberId = memberId, CodeHash = hash, Nonce = nonce, ExpiresAt = until });
            return new JoinCode(code, until);
        }
    }

    /// <summary>The code that is good now, to be shown again; null when there is none.</summary>
    public static JoinCode? Of(Unit unit, string memberId, DateTimeOffset now) =>
        unit.Db.Set<JoinCodeEntry>().AsNoTracking().FirstOrDefault(e => e.MemberId == memberId && e.ExpiresAt > now) is { } entry
            ? new JoinCode(CodeOf(unit, memberId, entry.Nonce), entry.ExpiresAt)
            : null;

    /// <summary>The visitor who sees this code on their page now; null when nobody does.</summary>
    public static string? Find(Unit unit, string code, DateTimeOffset now)
    {
        var hash = HashOf(unit, code);
        return unit.Db.Set<JoinCodeEntry>().AsNoTracking().FirstOrDefault(e => e.CodeHash == hash && e.ExpiresAt > now)?.MemberId is { } visitor
            && unit.Members.LineUserId(visitor) is null ? visitor : null;
    }

    /// <summary>Somebody sent a code that leads nowhere.</summary>
    public static void CountTry(Unit unit, string memberId, DateTimeOffset now)
    {
        unit.Db.Set<JoinTryEntry>().Where(e => e.MemberId == memberId && e.At <= now - Day).ExecuteDelete();
        unit.Db.Add(new JoinTryEntry { MemberId = memberId, At = now });
        Tally.Add(unit, Failed, now);
    }

    private static bool IsLocked(Unit unit, string memberId, DateTimeOffset now)
    {
        var since = now - Day;
        return unit.Db.Set<JoinTryEntry>().Count(e => e.MemberId == memberId && e.At > since) >= MostTries || Tally.Since(unit, Failed, now) >= MostTriesOfAll;
    }

    private static string CodeOf(Unit unit, string memberId, byte[] nonce)
    {
        var drawn = BinaryPrimitives.ReadUInt64BigEndian(Keyed(unit, "join code 1", [.. Encoding.UTF8.GetBytes(memberId), .. nonce]));
        return (JoinCode.First + (drawn % JoinCode.Count)).ToString(CultureInfo.InvariantCulture);
    }

    private static byte[] HashOf(Unit unit, string code) => Keyed(unit, "join hash 1", Encoding.UTF8.GetBytes(code));

    /// <summary>Eight digits can be tried out: without the master key their hashes must say nothing.</summary>
    private static byte[] Keyed(Unit unit, string purpose, byte[] value) => HMACSHA256.HashData(unit.Vault.ButtonKey, (byte[])[.. Encoding.UTF8.GetBytes(purpose), 0, .. value]);
}
