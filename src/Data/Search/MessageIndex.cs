using Concierge.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Makes messages findable, after their turns and apart from them. What has to be done stands in the tables, so it goes on after a crash: the newest
/// block says how far it is, and a block in which words were taken away says so.
/// </summary>
public static class MessageIndex
{
    /// <summary>Fewer are not worth the writing: a search reads the newest ones themselves.</summary>
    public const int Fewest = 128;

    /// <summary>So that a turn never waits long for the writer.</summary>
    private const int Most = 1024;

    /// <summary>Made anew from the messages, so no backup has them.</summary>
    internal static readonly Type[] Tables = [typeof(MessageGramEntry), typeof(MessageBlockEntry)];

    /// <summary>Does all that is to be done now.</summary>
    /// <param name="fewest">How many new ones it takes.</param>
    /// <returns>In how many steps.</returns>
    public static async Task<int> CatchUp(Database database, CancellationToken cancel, int fewest = Fewest)
    {
        var written = 0;
        for (; !cancel.IsCancellationRequested && database.Reader.Read(unit => Next(unit, fewest)) is { } work; written++)
            await database.Writer.Write(unit => Store(unit, work));
        return written;
    }

    internal static void Empty(Unit unit)
    {
        unit.Db.Set<MessageGramEntry>().ExecuteDelete();
        unit.Db.Set<MessageBlockEntry>().ExecuteDelete();
    }

    /// <summary>Null when there is nothing to do.</summary>
    private static Work? Next(Unit unit, int fewest) => unit.MessageGrams.Stale() is { } stale ? Anew(unit, stale) : More(unit, fewest);

    private static Work? More(Unit unit, int fewest)
    {
        var newest = unit.MessageGrams.Newest();
        var from = newest?.UpTo ?? -1;
        var waiting = unit.Db.Messages.AsNoTracking().Where(m => m.Seq > from).OrderBy(m => m.Seq).Take(Most).ToList();
        if (waiting.Count < fewest || waiting.Count == 0) return null;
        var id = waiting[0].Seq / MessageBlockEntry.Size;
        if (newest?.Id != id) return new Work.Begin(id);
        var (before, read) = (unit.MessageGrams.OfBlock(id), Read(unit, waiting.Where(m => m.Seq / MessageBlockEntry.Size == id)));
        foreach (var (gram, places) in read)
            if (before.TryGetValue(gram, out var known)) places.Add(Places.Read(known));
        return new Work.Fill(newest, waiting.Last(m => m.Seq / MessageBlockEntry.Size == id).Seq, Changed(read, before), []);
    }

    /// <summary>The whole block as it is now; what was taken away is no more in it.</summary>
    private static Work Anew(Unit unit, MessageBlockEntry block)
    {
        var first = block.Id * MessageBlockEntry.Size;
        var (before, read) = (unit.MessageGrams.OfBlock(block.Id), Read(unit, unit.Db.Messages.AsNoTracking().Where(m => m.Seq >= first && m.Seq <= block.UpTo)));
        return new Work.Fill(block, block.UpTo, Changed(read, before), [.. before.Keys.Where(id => !read.ContainsKey(id))]);
    }

    private static Dictionary<long, Places> Read(Unit unit, IEnumerable<MessageEntry> messages)
    {
        var (found, numbers) = (new Dictionary<long, Places>(), new Dictionary<(string, string), int>());
        foreach (var message in messages)
        {
            if (MessageWords.Of(unit, message) is not { } text) continue;
            var (index, place) = (MessageWords.IndexOf(message.Sender), (int)(message.Seq % MessageBlockEntry.Size));
            foreach (var gram in Grams.Of(text.Folded))
            {
                if (!numbers.TryGetValue((index, gram), out var number)) numbers[(index, gram)] = number = unit.Vault.Gram(index, gram);
                var id = MessageGramEntry.IdOf(message.Seq / MessageBlockEntry.Size, number);
                if (!found.TryGetValue(id, out var places)) found[id] = places = new Places();
                places.Add(place);
            }
        }
        return found;
    }

    private static List<(long, byte[])> Changed(Dictionary<long, Places> now, Dictionary<long, byte[]> before) =>
    [
        .. now.Select(row => (row.Key, Places: row.Value.Write()))
            .Where(row => !before.TryGetValue(row.Key, out var known) || !known.AsSpan().SequenceEqual(row.Places)).OrderBy(row => row.Key),
    ];

    private static void Store(Unit unit, Work work)
    {
        if (work is Work.Begin begin) unit.MessageGrams.Begin(begin.Block);
        else if (work is Work.Fill fill && unit.MessageGrams.Advance(fill.Block, fill.UpTo))
        {
            unit.MessageGrams.Put(fill.Rows);
            unit.MessageGrams.Remove(fill.Gone);
        }
    }

    private abstract record Work
    {
        private Work()
        {
        }

        /// <summary>Before anything in it is read: only a block that stands there can say that words were taken away meanwhile.</summary>
        public sealed record Begin(long Block) : Work;

        /// <param name="Block">As it was read. When it is no more so, nothing is stored and it is read again.</param>
        public sealed record Fill(MessageBlockEntry Block, long UpTo, IReadOnlyList<(long Id, byte[] Places)> Rows, IReadOnlyList<long> Gone) : Work;
    }
}
