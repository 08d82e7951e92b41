using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Concierge.Data;

/// <summary>
/// Erases a member: rows that belong to them go, rows that outlive them (the feed, doubles of events) lose them, and the data
/// key is destroyed, so that nothing opens that may still lie anywhere. That something happened still counts in the plan's figures.
/// </summary>
public static class Erasing
{
    private static readonly ConcurrentDictionary<IModel, string[]> Known = new();

    public static void Everything(Unit unit, string memberId)
    {
        unit.Db.SaveChanges();
        KeptCounts.Keep(unit, memberId);
        SeminarResults.Keep(unit, memberId);
        BroadcastChunks.Forget(unit, memberId);
        unit.Db.ChangeTracker.Clear();
        foreach (var statement in Known.GetOrAdd(unit.Db.Model, Statements)) unit.Db.Database.ExecuteSqlRaw(statement, memberId);
        unit.Destroy(memberId);
    }

    private static string[] Statements(IModel model) =>
    [
        $"UPDATE message_block SET stale = stale + 1 WHERE id IN (SELECT seq / {MessageBlockEntry.Size} FROM message WHERE member_id = {{0}})",
        // A timer's event is named after its member.
        "DELETE FROM inbox WHERE member_id = {0} AND event_id LIKE {0} || '/%'",
        "UPDATE inbox SET state = 'Done' WHERE member_id = {0}",
        .. MemberColumns.Of(model).Select(of => Statement(of.Table, of.Column)),
        "DELETE FROM member WHERE id = {0}",
    ];

    /// <summary>A column that may be empty says that its row outlives the member: it is blanked, with all that is sealed in it.</summary>
    private static string Statement(IEntityType table, IProperty column)
    {
        var name = table.GetTableName();
        var secrets = table.GetProperties().Where(p => p.ClrType == typeof(Sealed) || p.ClrType == typeof(Sealed?)).ToArray();
        if (!column.IsNullable || secrets.Any(secret => !secret.IsNullable)) return $"DELETE FROM {name} WHERE {column.Name()} = {{0}}";
        return $"UPDATE {name} SET {string.Join(", ", secrets.Prepend(column).Select(p => p.Name() + " = NULL"))} WHERE {column.Name()} = {{0}}";
    }
}
