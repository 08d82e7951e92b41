using System.Security.Cryptography;
using System.Text;
using Concierge.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Bearer tokens of the admin API.</summary>
public static class Tokens
{
    /// <summary>So that a token in a wrong place is recognised, by people and by scanners for secrets.</summary>
    public const string Prefix = "kc_";

    /// <summary>Returns the token: it cannot be shown again.</summary>
    /// <param name="once">Of a form that may be sent twice: see <see cref="Again"/>.</param>
    public static (TokenEntry Entry, string Token) Create(
        Unit unit, string id, string name, Role role, string? scope, string? staffId, DateTimeOffset now, DateTimeOffset until, string? once = null)
    {
        var token = once is null ? Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) : Again(unit, id, once);
        var entry = new TokenEntry { Id = id, Name = name, Hash = HashOf(token), Role = role, Scope = scope, StaffId = staffId, CreatedAt = now, ExpiresAt = until };
        unit.Db.Add(entry);
        return (entry, token);
    }

    /// <summary>
    /// The token that was made with this key of a form, which is kept for a day and no longer: who pressed twice sees only the second answer,
    /// and must find the token in it.
    /// </summary>
    public static string Again(Unit unit, string id, string once) => Prefix + unit.Vault.Blind("token.once", $"{id}\0{once}");

    /// <summary>Null when it is unknown, has run out, was revoked, or belongs to somebody who may not enter any more.</summary>
    public static TokenEntry? Find(Unit unit, string token, DateTimeOffset now)
    {
        var hash = HashOf(token);
        var found = unit.Db.Set<TokenEntry>().AsNoTracking().SingleOrDefault(t => t.Hash == hash);
        if (found is null || found.RevokedAt is not null || found.ExpiresAt <= now) return null;
        return found.StaffId is { } staff && !unit.Db.Set<StaffEntry>().Any(s => s.Id == staff && s.Enabled) ? null : found;
    }

    /// <summary>False when there is none of that id. A second time changes nothing.</summary>
    public static bool Revoke(Unit unit, string id, DateTimeOffset now)
    {
        if (unit.Db.Set<TokenEntry>().Find(id) is not { } entry) return false;
        entry.RevokedAt ??= now;
        return true;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
