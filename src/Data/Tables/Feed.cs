namespace Concierge.Data;

/// <summary>What staff may want to see live: append-only, ids only, never a person's words.</summary>
public sealed class Feed
{
    private readonly Statement add, after, last;

    internal Feed(Unit unit)
    {
        add = unit.Make(
            "INSERT INTO feed (at, kind, member_id, reference) VALUES (@at, @kind, @member, @reference)",
            "at long, kind text, member text, reference long");
        after = unit.Make(
            "SELECT seq, at, kind, member_id, reference FROM feed WHERE seq > @seq ORDER BY seq LIMIT @max",
            "seq long, max long");
        last = unit.Make("SELECT MAX(seq) FROM feed");
    }

    /// <summary>At the end of the feed; places become visible in their order.</summary>
    public void Add(DateTimeOffset at, string kind, string? memberId, long? reference) => add.Run(at, kind, memberId, reference);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<FeedRow> After(long seq, int max) => after.All(
        static row => new FeedRow(row.GetInt64(0), row.Instant(1), row.GetString(2), row.TextOrNull(3), row.LongOrNull(4)),
        seq,
        (long)max);

    /// <summary>0 when the feed is empty.</summary>
    public long Last() => last.Value() is long seq ? seq : 0;
}
