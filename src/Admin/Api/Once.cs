using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Concierge.Core.Wording;
using Concierge.Admin.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin;

/// <summary>
/// <c>Idempotency-Key</c>: a call that is sent again, because its answer was lost, takes effect once and gets the same answer. Kept for a day
/// with what it did, in the same transaction. The form of a page has the key in a hidden field (<c>OnceField</c>): a button pressed twice does it once.
/// </summary>
public static class Once
{
    /// <summary>The hidden field.</summary>
    public const string Field = "once";

    private const int LongestKey = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <param name="request">All that was asked, to see that the same key is not used for something else.</param>
    /// <param name="act">Its answer holds ids alone.</param>
    /// <exception cref="Problem">There is no key, or it was used for something else.</exception>
    public static T Do<T>(Unit unit, HttpContext http, Actor actor, object request, DateTimeOffset now, Func<T> act)
    {
        var (key, hash) = (KeyOf(http), HashOf(http, request));
        var over = now - Kept;
        unit.Db.Set<OnceEntry>().Where(once => once.At <= over).ExecuteDelete();
        if (unit.Db.Set<OnceEntry>().Find(actor.Id, key) is { } known)
            return known.RequestHash.AsSpan().SequenceEqual(hash) ? JsonSerializer.Deserialize<T>(known.Answer, StrictJson.Options)! : throw Problem.KeyReused();
        var answer = act();
        unit.Db.SaveChanges();
        unit.Db.Add(new OnceEntry { Actor = actor.Id, Key = key, RequestHash = hash, Answer = JsonSerializer.Serialize(answer, StrictJson.Options), At = now });
        return answer;
    }

    private static string KeyOf(HttpContext http) =>
        Sent(http) is { Length: > 0 and <= LongestKey } key && key.All(char.IsAscii)
            ? key
            : throw Problem.Invalid("Idempotency-Key", Words.Say("problem_key_missing"));

    private static string Sent(HttpContext http) => http.Request.HasFormContentType ? http.Request.Form[Field].ToString() : http.Request.Headers["Idempotency-Key"].ToString();

    private static byte[] HashOf(HttpContext http, object request) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{http.Request.Method} {http.Request.Path}\n{JsonSerializer.Serialize(request, StrictJson.Options)}"));
}
