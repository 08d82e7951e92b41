using Concierge.Core.Conversations;
using Concierge.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Finds messages by words, the newest first. The index says which may hold them; each is opened and looked at before it counts. Those that are too
/// new for the index are read themselves.
/// </summary>
/// <param name="withBot">Also what the concierge said itself.</param>
public sealed class MessageSearch(Unit unit, SearchWords words, bool withBot)
{
    /// <summary>So many are opened and looked at in one search; then it says where it stopped.</summary>
    private const int Most = 1000;

    private const int AtOnce = 50;
    private readonly string[] indexes = withBot ? [MessageWords.OfPeople, MessageWords.OfBot] : [MessageWords.OfPeople];

    /// <summary>Where it stopped because it had opened enough; null when it went to the beginning of time.</summary>
    public long? StoppedAt { get; private set; }

    public IEnumerable<MessageRow> Before(long before)
    {
        var (opened, last) = (0, before);
        foreach (var message in Candidates(before))
        {
            if (opened++ == Most)
            {
                StoppedAt = last;
                yield break;
            }
            last = message.Seq;
            if (MessageWords.Of(unit, message) is { } text && words.AreIn(text)) yield return Row(message);
        }
    }

    private IEnumerable<MessageEntry> Candidates(long before)
    {
        var known = unit.MessageGrams.Newest()?.UpTo ?? -1;
        foreach (var message in NotKnown(before, known)) yield return message;
        foreach (var seqs in Places(Math.Min(before - 1, known)).Chunk(AtOnce))
            foreach (var message in MessageWords.At(unit, seqs))
                yield return message;
    }

    private IEnumerable<MessageEntry> NotKnown(long before, long known) => unit.Db.Messages.AsNoTracking()
        .Where(m => m.Seq > known && m.Seq < before && (withBot || m.Sender != Speaker.Bot)).OrderByDescending(m => m.Seq).Take(Most + 1).ToList();

    /// <summary>Seqs that the index names, from this one on downwards.</summary>
    private IEnumerable<long> Places(long from)
    {
        for (var to = from / MessageBlockEntry.Size; from >= 0 && to >= 0; to -= MessageGrams.BlocksAtOnce)
            foreach (var (block, places) in Blocks(Math.Max(0, to - MessageGrams.BlocksAtOnce + 1), to))
                foreach (var place in places.Descending())
                    if (block * MessageBlockEntry.Size + place is var seq && seq <= from)
                        yield return seq;
    }

    private IEnumerable<(long Block, Places Places)> Blocks(long from, long to)
    {
        var found = new SortedDictionary<long, Places>(Comparer<long>.Create((a, b) => b.CompareTo(a)));
        foreach (var index in indexes)
            foreach (var (block, places) in Holding(index, from, to))
                if (!found.TryAdd(block, places)) found[block].Add(places);
        return found.Select(block => (block.Key, block.Value));
    }

    /// <summary>Blocks with messages that have all pieces of the words.</summary>
    private Dictionary<long, Places> Holding(string index, long from, long to)
    {
        Dictionary<long, Places>? all = null;
        foreach (var gram in words.Grams)
        {
            var one = unit.MessageGrams.Of(unit.Vault.Gram(index, gram), from, to);
            all = all is null ? one : Both(all, one);
            if (all.Count == 0) break;
        }
        return all!;
    }

    private static Dictionary<long, Places> Both(Dictionary<long, Places> some, Dictionary<long, Places> others)
    {
        foreach (var (block, places) in some)
            if (others.TryGetValue(block, out var also)) places.Keep(also);
            else some.Remove(block);
        return some;
    }

    private static MessageRow Row(MessageEntry m) => new(m.Seq, m.MemberId, m.At, m.Sender, m.Channel, m.EventId, m.Place, m.LineMessageId, m.Epoch, m.Body);
}
