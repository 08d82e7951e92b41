using System.Text.Json;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What came of a broadcast, in counts. They stay when its list of people is gone (<see cref="BroadcastTidying"/>).</summary>
/// <param name="People">For whom it was frozen.</param>
/// <param name="Sent">Who has it.</param>
/// <param name="Waiting">Who is still to have it.</param>
/// <param name="Withdrawn">Took the consent back before it went out.</param>
/// <param name="Declined">Said before it went out that they want no news.</param>
/// <param name="Blocked">Blocked us before it went out.</param>
/// <param name="Refused">LINE does not know them any more.</param>
/// <param name="Unsent">It ended before their turn.</param>
/// <param name="Uncertain">May have it: LINE's answer was lost, and a second try could say it twice.</param>
/// <param name="Erased">Have left us since it was approved, and did not have it.</param>
/// <param name="Clicks">How often its link was followed; not by how many.</param>
/// <param name="Replied">Who has written or pressed something within a week.</param>
/// <param name="Reserved">Who has reserved a seat within a week: at the seminar on its card, or else at any.</param>
/// <param name="BlockedSince">Who has blocked us after it.</param>
public sealed record BroadcastResults(
    int People, int Sent, int Waiting, int Withdrawn, int Declined, int Blocked, int Refused, int Unsent, int Uncertain, int Erased, long Clicks, int Replied, int Reserved, int BlockedSince)
{
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(7);

    public static BroadcastResults Of(Unit unit, Broadcast broadcast) => Kept(unit, broadcast.Id) is { } kept ? kept with { Clicks = ClicksOf(unit, broadcast.Id) } : Count(unit, broadcast);

    internal static string Write(BroadcastResults results) => JsonSerializer.Serialize(results, BroadcastMapping.Json);

    private static BroadcastResults? Kept(Unit unit, long id) =>
        unit.Db.Set<Broadcast>().Where(b => b.Id == id).Select(b => EF.Property<string?>(b, BroadcastMapping.Results)).Single() is { } json ? JsonSerializer.Deserialize<BroadcastResults>(json, BroadcastMapping.Json) : null;

    private static BroadcastResults Count(Unit unit, Broadcast broadcast)
    {
        var id = broadcast.Id;
        var chunks = unit.Db.Set<BroadcastChunk>().AsNoTracking().Where(c => c.BroadcastId == id);
        var by = unit.Db.Set<BroadcastRecipient>().AsNoTracking().Where(r => r.BroadcastId == id)
            .Join(chunks, r => r.Chunk, c => c.Number, (r, c) => new { Person = r.State, Chunk = c.State })
            .GroupBy(one => one).Select(group => new { group.Key, Number = group.Count() }).ToList();
        var (people, sent) = (chunks.Sum(c => c.People), chunks.Sum(c => c.SentTo));
        var had = By(RecipientState.Sent);
        var since = new Since(unit, broadcast, broadcast.StartedAt + Afterwards ?? DateTimeOffset.MinValue);
        return new BroadcastResults(
            people, sent, Left(ChunkState.Waiting) + Left(ChunkState.Sending), By(RecipientState.Withdrawn), By(RecipientState.Declined), By(RecipientState.Blocked), By(RecipientState.Refused),
            Left(ChunkState.Unsent), Left(ChunkState.Review), people - by.Sum(one => one.Number) - (sent - had), ClicksOf(unit, id), since.Replied(), since.Reserved(), since.Blocked());

        int By(RecipientState state) => by.Where(one => one.Key.Person == state).Sum(one => one.Number);

        int Left(ChunkState state) => by.Where(one => one.Key.Person == RecipientState.Waiting && one.Key.Chunk == state).Sum(one => one.Number);
    }

    private static long ClicksOf(Unit unit, long id) => unit.Db.Set<BroadcastLinkEntry>().Where(l => l.BroadcastId == id).Sum(l => l.Clicks);

    /// <summary>What those who had it have done after it reached them.</summary>
    private sealed class Since(Unit unit, Broadcast broadcast, DateTimeOffset until)
    {
        private IQueryable<Had> Everybody => unit.Db.Set<BroadcastRecipient>().Where(r => r.BroadcastId == broadcast.Id && r.State == RecipientState.Sent)
            .Join(unit.Db.Set<BroadcastChunk>().Where(c => c.BroadcastId == broadcast.Id && c.SentAt != null), r => r.Chunk, c => c.Number, (r, c) => new Had { MemberId = r.MemberId, At = c.SentAt!.Value });

        public int Replied() => Everybody.Count(had => unit.Db.Messages.Any(m => m.MemberId == had.MemberId && m.Sender == Speaker.Person && m.At > had.At && m.At <= until));

        public int Reserved() => broadcast.Content.Seminar is { } id
            ? Everybody.Count(had => unit.Db.Set<Reservation>().Any(r => r.MemberId == had.MemberId && r.SeminarId == id && r.MadeAt > had.At && r.MadeAt <= until))
            : Everybody.Count(had => unit.Db.Set<Reservation>().Any(r => r.MemberId == had.MemberId && r.MadeAt > had.At && r.MadeAt <= until));

        public int Blocked() => Everybody.Count(had => unit.Db.Members.Any(m => m.Id == had.MemberId && !m.Reachable && m.ReachableAt > had.At));
    }

    private sealed class Had
    {
        public required string MemberId { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}
