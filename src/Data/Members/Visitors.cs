using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>Members without LINE who left nothing but a talk: after a while nobody can come back to it, so it goes.</summary>
public static class Visitors
{
    /// <summary>Since they were last heard of.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>After a link has run out: whoever is on the page still may press it again, and is not that long there.</summary>
    private static readonly TimeSpan LinksKept = TimeSpan.FromDays(7);

    /// <summary>
    /// What everybody leaves who only looks. A row in any other table, also in one of a later feature, is something of theirs that somebody
    /// may count on.
    /// </summary>
    private static readonly HashSet<Type> Traces =
    [
        typeof(MemberKeyEntry), typeof(ConversationEntry), typeof(MessageEntry), typeof(TombstoneEntry), typeof(InboxEntry), typeof(OutboxEntry), typeof(FeedEntry),
        typeof(PageLinkEntry), typeof(PageSessionEntry), typeof(JoinCodeEntry), typeof(JoinTryEntry), typeof(ConsentEntry),
    ];

    private static readonly ConcurrentDictionary<IModel, string> Known = new();

    /// <summary>Erases those whose time is over; secrets of pages that have run out go as well.</summary>
    /// <param name="max">The writer is not to be held up for long.</param>
    /// <returns>How many it were.</returns>
    public static int Tidy(Unit unit, DateTimeOffset now, int max)
    {
        unit.Db.Set<PageLinkEntry>().Where(link => link.ExpiresAt <= now - LinksKept).ExecuteDelete();
        unit.Db.Set<PageSessionEntry>().Where(session => session.ExpiresAt <= now).ExecuteDelete();
        var gone = unit.Db.Database.SqlQueryRaw<string>(Known.GetOrAdd(unit.Db.Model, Query), (now - Life).UtcTicks, max).ToList();
        foreach (var visitor in gone) Erasing.Everything(unit, visitor);
        return gone.Count;
    }

    /// <summary>Those who refused leave that they did; those who agreed, an answer.</summary>
    private static string Query(IModel model) =>
        $$"""
        SELECT m.id AS "Value" FROM member m WHERE m.created_at <= {0}
        {{string.Concat(MemberColumns.Of(model).Where(of => !Traces.Contains(of.Table.ClrType)).Select(of => $"AND NOT EXISTS (SELECT 1 FROM {of.Table.GetTableName()} t WHERE t.{of.Column.Name()} = m.id)\n"))}}
        AND NOT EXISTS (SELECT 1 FROM consent t WHERE t.member_id = m.id AND t.given)
        AND NOT EXISTS (SELECT 1 FROM message t WHERE t.member_id = m.id AND t.at > {0})
        AND NOT EXISTS (SELECT 1 FROM inbox t WHERE t.member_id = m.id AND t.state <> 'Done')
        AND NOT EXISTS (SELECT 1 FROM page_session t WHERE t.member_id = m.id)
        ORDER BY m.created_at LIMIT {1}
        """;
}
