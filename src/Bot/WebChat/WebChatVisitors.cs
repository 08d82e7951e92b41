using System.Security.Cryptography;
using System.Text;
using Concierge.Bot.Web;
using Concierge.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Concierge.Bot.WebChat;

/// <summary>
/// Who chats on the city's website: the same secret as that of the page, carried as a token. What a client says about itself is never
/// believed.
/// </summary>
public sealed class WebChatVisitors(Database database, PageVisits visits)
{
    private const string Bearer = "Bearer ";

    /// <summary>Somebody new.</summary>
    public async Task<DirectLineConversation> Begin() => await Hand(await visits.Begin());

    /// <summary>Another token for the same member; the old one runs out by itself.</summary>
    public async Task<DirectLineConversation> Hand(string member) => Bound(member, await visits.Hand(member));

    public DirectLineConversation Bound(string member, string token) => new(ConversationOf(member), token, (int)PageVisits.Life.TotalSeconds);

    /// <summary>The token of this request; null when there is none.</summary>
    public static string? Token(HttpRequest http) =>
        http.Headers.Authorization is [{ } said] && said.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? said[Bearer.Length..].Trim() : null;

    /// <summary>The member whose token came with the request; null: none of ours, or too old.</summary>
    public string? Of(HttpRequest http) => visits.Whose(Token(http));

    /// <summary>The name of a member's conversation in addresses. It tells nothing, and opens nothing without the token.</summary>
    public string ConversationOf(string member) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(database.Vault.ButtonKey, Encoding.UTF8.GetBytes("web chat 1 " + member)).AsSpan(0, 15));
}
