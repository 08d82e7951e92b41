using System.Data.Common;

namespace Concierge.Data;

/// <summary>Times that are to come to a conversation. Rows, so that no restart loses one; whoever rings only looks what is due.</summary>
public sealed class Timers
{
    private readonly Statement set, drop, due;

    internal Timers(Unit unit)
    {
        set = unit.Make(
            """
            INSERT INTO timer (member_id, key, flow, kind, subject, due_at) VALUES (@member, @key, @flow, @kind, @subject, @due)
            ON CONFLICT (member_id, key) DO UPDATE SET flow = excluded.flow, kind = excluded.kind, subject = excluded.subject, due_at = excluded.due_at
            """,
            "member text, key text, flow text, kind text, subject text, due long");
        drop = unit.Make("DELETE FROM timer WHERE member_id = @member AND key = @key", "member text, key text");
        due = unit.Make("SELECT member_id, key, flow, kind, subject, due_at FROM timer WHERE due_at <= @now ORDER BY due_at LIMIT @max", "now long, max long");
    }

    /// <summary>Sets it, or moves it when the member has one of this key.</summary>
    public void Set(string memberId, string key, string flow, string kind, string subject, DateTimeOffset dueAt) =>
        set.Run(memberId, key, flow, kind, subject, dueAt);

    /// <returns>False when there is none: somebody else has taken it.</returns>
    public bool Drop(string memberId, string key) => drop.Run(memberId, key) > 0;

    /// <summary>What is due, the longest waiting first.</summary>
    public IReadOnlyList<TimerRow> Due(DateTimeOffset now, int max) => due.All(Row, now, (long)max);

    private static TimerRow Row(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.Instant(5));
}

public sealed record TimerRow(string MemberId, string Key, string Flow, string Kind, string Subject, DateTimeOffset DueAt);
