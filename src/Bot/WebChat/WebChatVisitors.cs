using System.Security.Cryptography;
using System.Text;
using Concierge.Bot.Line;
using Concierge.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Concierge.Bot.WebChat;

/// <summary>
/// Who chats on the city's website: a random token, bound to the member here and nowhere else. Only its hash is stored, beside the
/// cookies of the page. What a client says about itself is never believed.
/// </summary>
public sealed class WebChatVisitors(Database database, NewId newId, TimeProvider time)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private const string Bearer = "Bearer ";

    /// <summary>Somebody new.</summary>
    public async Task<DirectLineConversation> Begin()
    {
        var now = time.GetUtcNow();
        return await Hand(await database.Writer.Write(unit => unit.Members.AddAnonymous(now, () => newId())));
    }

    /// <summary>Another token for the same member; the old one runs out by itself.</summary>
    public async Task<DirectLineConversation> Hand(string member)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        await database.Writer.Write(unit => unit.PageSessions.Add(SHA256.HashData(secret), member, time.GetUtcNow() + Life));
        return new(ConversationOf(member), WebEncoders.Base64UrlEncode(secret), (int)Life.TotalSeconds);
    }

    /// <summary>The token of this request; null when there is none.</summary>
    public static string? Token(HttpRequest http) =>
        http.Headers.Authorization is [{ } said] && said.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? said[Bearer.Length..].Trim() : null;

    /// <summary>The member whose token came with the request; null: none of ours, or too old.</summary>
    public string? Of(HttpRequest http)
    {
        if (Token(http) is not { } token) return null;
        try
        {
            var hash = SHA256.HashData(WebEncoders.Base64UrlDecode(token));
            return database.Reader.Read(unit => unit.PageSessions.Find(hash, time.GetUtcNow()));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The name of a member's conversation in addresses. It tells nothing, and opens nothing without the token.</summary>
    public string ConversationOf(string member) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(database.Vault.ButtonKey, Encoding.UTF8.GetBytes("web chat 1 " + member)).AsSpan(0, 15));
}
