using System.Text;
using Concierge.Core.Handoff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Reply tokens that lie unused while staff have a conversation: with one of them an answer of staff costs nothing.
/// </summary>
public static class ReplyTokens
{
    /// <summary>LINE promises one minute from the webhook; we stop a little earlier. Source: Messaging API reference, reply message.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(55);

    /// <summary>The newest counts.</summary>
    public static void Keep(Unit unit, string memberId, string token, DateTimeOffset at, MemberKey key)
    {
        var value = unit.Vault.Seal(key, Fields.ReplyToken, Encoding.UTF8.GetBytes(token));
        if (unit.Db.Set<ReplyTokenEntry>().Find(memberId) is { } kept) (kept.Token, kept.At) = (value, at);
        else unit.Db.Add(new ReplyTokenEntry { MemberId = memberId, Token = value, At = at });
    }

    /// <summary>For one reply: it is gone then.</summary>
    /// <returns>Null when there is none, or it is too old.</returns>
    public static KeptToken? Take(Unit unit, string memberId, DateTimeOffset now, MemberKey key)
    {
        if (unit.Db.Set<ReplyTokenEntry>().Find(memberId) is not { } kept) return null;
        unit.Db.Remove(kept);
        return now < kept.At + Life ? new KeptToken(Encoding.UTF8.GetString(unit.Vault.Open(key, Fields.ReplyToken, kept.Token)), kept.At) : null;
    }

    /// <summary>What it costs to say something to this person now. A forecast: the token may have run out when it is sent.</summary>
    public static Cost Forecast(Unit unit, string memberId, DateTimeOffset now)
    {
        if (unit.Members.LineUserId(memberId) is null) return new Cost.PageOnly();
        if (!unit.Members.Reachable(memberId)) return new Cost.Blocked();
        var kept = unit.Db.Set<ReplyTokenEntry>().AsNoTracking().SingleOrDefault(t => t.MemberId == memberId);
        return kept is not null && now < kept.At + Life ? new Cost.FreeReply(kept.At + Life) : new Cost.OneMessage();
    }
}

/// <param name="At">When LINE made it.</param>
public sealed record KeptToken(string Token, DateTimeOffset At)
{
    // Records print themselves, and a token must never reach a log.
    public override string ToString() => nameof(KeptToken);
}

/// <summary>What an answer of staff costs. The same for both ways of <see cref="StaffReplies"/>: also the bare notice goes out over LINE.</summary>
public abstract record Cost
{
    private Cost() { }

    /// <summary>Nothing: the person has no LINE and reads it on the page.</summary>
    public sealed record PageOnly : Cost;

    /// <summary>Nothing, as a reply.</summary>
    public sealed record FreeReply(DateTimeOffset Until) : Cost;

    /// <summary>One of the month's messages.</summary>
    public sealed record OneMessage : Cost;

    /// <summary>The person has blocked the account: it waits on the page, and nobody tells them.</summary>
    public sealed record Blocked : Cost;
}
