using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>
/// Makes a visitor's record a member's: every row goes over, sealed anew with the member's key, and the visitor is no more. Read from the
/// model like <see cref="Erasing"/>, so that what a later feature stores goes over too. Where both have the same thing, the member's stays.
/// </summary>
public static class Joining
{
    /// <summary>
    /// What ends with the visitor. Above all their page: whoever talked somebody into sending a code must not read on in that person's
    /// record. The member's own conversation goes on; a question to the operator of the card can be asked again.
    /// </summary>
    private static readonly HashSet<Type> Ends =
        [typeof(PageSessionEntry), typeof(PageLinkEntry), typeof(JoinCodeEntry), typeof(JoinTryEntry), typeof(ConversationEntry), typeof(ErrandEntry), typeof(ReplyTokenEntry), typeof(MemberKeyEntry)];

    private static readonly ConcurrentDictionary<IModel, Steps> Known = new();

    public static void Into(Unit unit, string visitor, string member, DateTimeOffset now)
    {
        if (unit.Members.LineUserId(visitor) is not null) throw new InvalidOperationException($"Member {visitor} is no visitor: a LINE user id leads there.");
        unit.Db.SaveChanges();
        var (from, to) = (unit.Members.Key(visitor), unit.Members.Key(member));
        Rosters.MakeOne(unit, visitor, member, now);
        Cases.MakeOne(unit, visitor, member, now);
        Troubles.Rename(unit, visitor, $"-w{unit.Db.Set<JoinedEntry>().Count(j => j.MemberId == member) + 1}");
        PointCards.Move(unit, from, to);
        unit.Db.Add(new JoinedEntry { MemberId = member, VisitorHash = Erasures.HashOf(visitor), At = now });
        unit.Db.SaveChanges();
        unit.Db.ChangeTracker.Clear();
        var steps = Known.GetOrAdd(unit.Db.Model, model => new Steps([.. Endings(model)], [.. Moves(model)]));
        foreach (var statement in steps.Before) unit.Db.Database.ExecuteSqlRaw(statement, visitor, member);
        foreach (var (table, column) in Going(unit.Db.Model)) Resealing.Of(unit, table, column.Name(), from, to);
        foreach (var statement in steps.After) unit.Db.Database.ExecuteSqlRaw(statement, visitor, member);
        unit.Destroy(visitor);
    }

    /// <summary>Those whose records have become this member's.</summary>
    public static IReadOnlyList<byte[]> Of(Unit unit, string member) =>
        [.. unit.Db.Set<JoinedEntry>().AsNoTracking().Where(j => j.MemberId == member).OrderBy(j => j.Id).Select(j => j.VisitorHash)];

    private static IEnumerable<(IEntityType Table, IProperty Column)> Going(IModel model) => MemberColumns.Of(model).Where(of => !Ends.Contains(of.Table.ClrType));

    private static IEnumerable<string> Endings(IModel model) =>
    [
        // A timer's event is named after its member; one that was taken says nothing any more.
        "DELETE FROM inbox WHERE member_id = {0} AND state = 'Done' AND event_id LIKE {0} || '/%'",
        .. MemberColumns.Of(model).Where(of => Ends.Contains(of.Table.ClrType)).Select(of => $"DELETE FROM {of.Table.GetTableName()} WHERE {of.Column.Name()} = {{0}}"),
        .. Going(model).SelectMany(of => Keys(of.Table, of.Column).Select(others => Doubles(of.Table.GetTableName()!, of.Column.Name(), others))),
    ];

    private static IEnumerable<string> Moves(IModel model) =>
    [
        .. Going(model).Select(of => $"UPDATE {of.Table.GetTableName()} SET {of.Column.Name()} = {{1}} WHERE {of.Column.Name()} = {{0}}"),
        "DELETE FROM member WHERE id = {0}",
    ];

    /// <summary>Of each key that the member's column is part of, the other columns.</summary>
    private static IEnumerable<string[]> Keys(IEntityType table, IProperty column) =>
        table.GetKeys().Select(key => key.Properties)
            .Concat(table.GetIndexes().Where(index => index.IsUnique && index.GetFilter() is null).Select(index => index.Properties))
            .Where(properties => properties.Contains(column))
            .Select(properties => properties.Where(p => p != column).Select(p => p.Name()).ToArray());

    private static string Doubles(string table, string member, string[] others) =>
        $"DELETE FROM {table} WHERE {member} = {{0}} AND EXISTS (SELECT 1 FROM {table} o WHERE o.{member} = {{1}}{string.Concat(others.Select(other => $" AND o.{other} = {table}.{other}"))})";

    private sealed record Steps(string[] Before, string[] After);
}
