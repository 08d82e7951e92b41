using System.Security.Cryptography;
using System.Text.Json;
using Concierge.Core.Broadcasts;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Makes of a rule a list, and of a draft what will be sent: after this neither changes.</summary>
internal static class Freezing
{
    /// <summary>How long the same words may not go to the same audience again.</summary>
    private static readonly TimeSpan Guarded = TimeSpan.FromHours(24);

    public static BroadcastMove Do(Unit unit, Broadcast broadcast, IReadOnlyList<string> people, DateTimeOffset now)
    {
        var cards = BroadcastBook.CardsOf(unit, broadcast.Content, now);
        if (cards.Gone) return new BroadcastMove.CardGone();
        var entry = unit.Db.Entry(broadcast);
        entry.Property(BroadcastMapping.Frozen).CurrentValue = Reply(broadcast, cards);
        entry.Property(BroadcastMapping.ContentHash).CurrentValue = Hash(broadcast.Content);
        entry.Property(BroadcastMapping.SegmentHash).CurrentValue = Hash(broadcast.Audience);
        if (!broadcast.Timing.Repeats && !broadcast.IsTest && Same(unit, broadcast) is { } same) return new BroadcastMove.Same(same);
        if (broadcast.Content.Link is { } link) unit.Db.Add(new BroadcastLinkEntry { Code = broadcast.Code, BroadcastId = broadcast.Id, Address = link.Address, Clicks = 0 });
        foreach (var (number, chunk) in people.Chunk(Chunks.Most).Index()) Add(unit, broadcast, number + 1, chunk);
        unit.Db.SaveChanges();
        return new BroadcastMove.Done();
    }

    public static void Undo(Unit unit, Broadcast broadcast)
    {
        unit.Db.Set<BroadcastRecipient>().Where(r => r.BroadcastId == broadcast.Id).ExecuteDelete();
        unit.Db.Set<BroadcastChunk>().Where(c => c.BroadcastId == broadcast.Id).ExecuteDelete();
        unit.Db.Set<BroadcastLinkEntry>().Where(l => l.BroadcastId == broadcast.Id).ExecuteDelete();
    }

    /// <summary>As it would be made now: equal to what was frozen, or what its card tells of has changed.</summary>
    public static string Reply(Broadcast broadcast, BroadcastCards cards) =>
        System.Text.Encoding.UTF8.GetString(StoredMessage.Of(BroadcastReply.Of(broadcast.Content, cards, broadcast.Code)));

    /// <summary>Another of the same words and the same audience, due or begun within a day; null when there is none.</summary>
    public static long? Same(Unit unit, Broadcast broadcast)
    {
        var (id, content, segment) = (broadcast.Id, Hash(broadcast.Content), Hash(broadcast.Audience));
        return unit.Db.Set<Broadcast>().AsNoTracking()
            .Where(b => b.Id != id && !b.IsTest && b.DueAt != null && EF.Property<byte[]?>(b, BroadcastMapping.ContentHash) == content && EF.Property<byte[]?>(b, BroadcastMapping.SegmentHash) == segment)
            .AsEnumerable().FirstOrDefault(other => Counts(other) && (Near(other.DueAt, broadcast.DueAt) || Near(other.StartedAt, broadcast.StartedAt ?? broadcast.DueAt)))?.Id;
    }

    private static bool Counts(Broadcast other) => other.StartedAt is not null || other.State is BroadcastState.Approved or BroadcastState.Paused;

    private static bool Near(DateTimeOffset? one, DateTimeOffset? other) => (one - other)?.Duration() < Guarded;

    /// <summary>In one statement: fifty thousand by one are a second in which nobody else writes. Whoever was erased meanwhile is left out.</summary>
    private static void Add(Unit unit, Broadcast broadcast, int number, string[] people)
    {
        var statement = "INSERT INTO broadcast_recipient (broadcast_id, member_id, chunk, state) SELECT {0}, id, {1}, 'Waiting' FROM member WHERE id IN ("
            + string.Join(", ", people.Select((_, i) => $"{{{i + 2}}}")) + ")";
        var added = unit.Db.Database.ExecuteSqlRaw(statement, [broadcast.Id, number, .. people]);
        unit.Db.Add(new BroadcastChunk { BroadcastId = broadcast.Id, Number = number, People = added, State = ChunkState.Waiting, NextAt = broadcast.DueAt!.Value });
    }

    private static byte[] Hash<T>(T value) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, BroadcastMapping.Json));
}
