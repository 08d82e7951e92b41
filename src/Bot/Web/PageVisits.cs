using System.Security.Cryptography;
using Concierge.Bot.Handoff;
using Concierge.Bot.Points;
using Concierge.Bot.Workers;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Concierge.Bot.Web;

/// <summary>
/// Who is on the page: a secret that the first opening of a link hands out, bound to the member here and nowhere else. It is random and
/// only its hash is stored. A browser keeps it as a cookie, a client of the web chat as its token.
/// </summary>
public sealed class PageVisits(Database database, NewId newId, TimeProvider time, IOptions<BotOptions> options)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private const string Cookie = "concierge_page";

    /// <summary>
    /// Uses the link up. Null: unknown, too old, or opened before by another browser. A browser that is bound to the member
    /// may open an old link again: the button in the talk stays there, and people press it again.
    /// </summary>
    public async Task<Page?> Open(HttpContext http, string token)
    {
        var now = time.GetUtcNow();
        if (Hash(token) is not { } hash) return null;
        var opened = await database.Writer.Write(unit => unit.PageLinks.Open(hash, now));
        if (opened is null) return null;
        if (opened.FirstTime) await Remember(http, opened.MemberId);
        else if (Visitor(http) != opened.MemberId) return null;
        return Enum.Parse<Page>(opened.Page);
    }

    /// <summary>Somebody who comes without LINE, from the city's website.</summary>
    /// <returns>The new member.</returns>
    public async Task<string> Begin(HttpContext http)
    {
        var member = await Begin();
        await Remember(http, member);
        return member;
    }

    /// <summary>The member this browser is bound to; null when there is none any more.</summary>
    public string? Visitor(HttpContext http) => Whose(http.Request.Cookies[Cookie]);

    /// <summary>A new member without a name.</summary>
    public Task<string> Begin() => database.Writer.Write(unit => unit.Members.AddAnonymous(time.GetUtcNow(), () => newId()));

    /// <summary>A secret that is good for <see cref="Life"/>; those handed out before run out by themselves.</summary>
    public async Task<string> Hand(string memberId)
    {
        var secret = RandomNumberGenerator.GetBytes(32);
        await database.Writer.Write(unit => unit.PageSessions.Add(SHA256.HashData(secret), memberId, time.GetUtcNow() + Life));
        return WebEncoders.Base64UrlEncode(secret);
    }

    /// <summary>The member this secret is bound to; null when it is none of ours, or too old.</summary>
    public string? Whose(string? secret) => secret is not null && Hash(secret) is { } hash
        ? database.Reader.Read(unit => unit.PageSessions.Find(hash, time.GetUtcNow()))
        : null;

    private async Task Remember(HttpContext http, string memberId) => http.Response.Cookies.Append(Cookie, await Hand(memberId), Kept(http));

    /// <summary>
    /// In a frame on the city's site a browser keeps only cookies that say so, each apart for the site that frames (CHIPS), and only over
    /// https, which the proxy before us may speak in our place. Forms of other sites are refused by where they come from.
    /// </summary>
    private CookieOptions Kept(HttpContext http)
    {
        var secure = http.Request.IsHttps || options.Value.PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
        var kept = new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = secure ? SameSiteMode.None : SameSiteMode.Lax, Secure = secure, MaxAge = Life };
        if (secure) kept.Extensions.Add("Partitioned");
        return kept;
    }

    private static byte[]? Hash(string text)
    {
        try
        {
            return SHA256.HashData(WebEncoders.Base64UrlDecode(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

/// <summary>The conversation as the page has it: the same turns by the same inbox, read back from the message table.</summary>
public sealed class PageConversation(Database database, InboxWorker inbox, ErrandWorker errands, TimeProvider time)
{
    /// <summary>Brings what the page posted to the engine.</summary>
    /// <param name="eventId">From the form, so that a form sent twice is taken once.</param>
    /// <returns>Done when the turn is taken, and what it asked of others is answered, or takes long.</returns>
    public async Task Take(string memberId, string eventId, WebEvent posted)
    {
        var now = time.GetUtcNow();
        // Whoever left in another window meanwhile, or went to LINE, has nobody to post for any more.
        var isNew = await database.Writer.Write(unit => unit.Members.Exists(memberId) && unit.Inbox.Accept(new InboxEvent(
            WebInbound.ChannelName, eventId, memberId, now, now, WebInbound.Write(posted), Redelivery: false)));
        if (!isNew) return;
        await inbox.Ring(memberId);
        await errands.Answered(memberId);
    }

    /// <summary>What was said with staff; null when nothing was lately.</summary>
    public StaffTalk? Talk(string memberId) => database.Reader.Read(unit =>
        unit.Members.KeyIfAny(memberId) is { } key ? StaffTalk.Of(unit, memberId, key, time.GetUtcNow()) : null);

    /// <summary>What the bot said last on the page; null when it spoke over LINE since, when staff have taken over since, or never.</summary>
    public Reply? Last(string memberId) => database.Reader.Read(unit =>
    {
        if (unit.Members.KeyIfAny(memberId) is not { } key) return null;
        var last = unit.Messages.Newest(memberId, Speaker.Bot);
        var staff = unit.Conversations.Read(memberId, key) is { Owner: Owner.Staff, Epoch: var epoch } && last?.Epoch < epoch;
        return !staff && last is { Channel: Channel.Web, Body: { } body } ? StoredMessage.ReadReply(unit.Vault.Open(key, Fields.MessageBody, body)) : null;
    });
}
