using System.Data.Common;

namespace Concierge.Data;

/// <summary>The index's rows.</summary>
internal sealed class MessageGrams
{
    private const int AtOnce = 100;
    private const string Conflict = " ON CONFLICT (id) DO UPDATE SET places = excluded.places";
    private readonly Statement newest, stale, begin, advance, of, ofBlock, put, putMany, remove;

    internal MessageGrams(Unit unit)
    {
        newest = unit.Make("SELECT id, up_to, stale FROM message_block ORDER BY id DESC LIMIT 1");
        stale = unit.Make("SELECT id, up_to, stale FROM message_block WHERE stale > 0 ORDER BY id LIMIT 1");
        begin = unit.Make("INSERT INTO message_block (id, up_to, stale) VALUES (@id, @to, 0) ON CONFLICT (id) DO NOTHING", "id long, to long");
        advance = unit.Make(
            "UPDATE message_block SET up_to = @to, stale = 0 WHERE id = @id AND up_to = @seen AND stale = @stale", "id long, to long, seen long, stale int");
        of = unit.Make("SELECT block, places FROM message_gram WHERE id BETWEEN @from AND @to", "from long, to long");
        ofBlock = unit.Make("SELECT id, places FROM message_gram WHERE block = @block", "block long");
        put = unit.Make("INSERT INTO message_gram (id, block, places) VALUES (@id, @block, @places)" + Conflict, "id long, block long, places bytes");
        putMany = unit.Make(
            $"INSERT INTO message_gram (id, block, places) VALUES {string.Join(", ", Enumerable.Range(0, AtOnce).Select(i => $"(@i{i}, @b{i}, @p{i})"))}{Conflict}",
            string.Join(", ", Enumerable.Range(0, AtOnce).Select(i => $"i{i} long, b{i} long, p{i} bytes")));
        remove = unit.Make("DELETE FROM message_gram WHERE id = @id", "id long");
    }

    /// <summary>The one that grows; null before the first.</summary>
    public MessageBlockEntry? Newest() => newest.First(Block);

    /// <summary>One in which something was taken away; null when there is none.</summary>
    public MessageBlockEntry? Stale() => stale.First(Block);

    /// <summary>False when somebody else has changed the block since it was read.</summary>
    public bool Advance(MessageBlockEntry seen, long upTo) =>
        seen.UpTo < 0 ? begin.Run(seen.Id, upTo) > 0 : advance.Run(seen.Id, upTo, seen.UpTo, seen.Stale) > 0;

    /// <summary>Where this piece stands in these blocks.</summary>
    public Dictionary<long, Places> Of(int gram, long from, long to) =>
        of.All(static row => (row.GetInt64(0), Places.Read(row.GetFieldValue<byte[]>(1))), MessageGramEntry.IdOf(gram, from), MessageGramEntry.IdOf(gram, to)).ToDictionary();

    /// <summary>All that the index has of a block, by id.</summary>
    public Dictionary<long, byte[]> OfBlock(long block) => ofBlock.All(static row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), block).ToDictionary();

    public void Put(long block, IReadOnlyList<(long Id, byte[] Places)> rows)
    {
        foreach (var part in rows.Chunk(AtOnce))
        {
            if (part.Length == AtOnce) putMany.Run([.. part.SelectMany(row => new object?[] { row.Id, block, row.Places })]);
            else foreach (var (id, places) in part) put.Run(id, block, places);
        }
    }

    public void Remove(IEnumerable<long> ids)
    {
        foreach (var id in ids) remove.Run(id);
    }

    private static MessageBlockEntry Block(DbDataReader row) => new() { Id = row.GetInt64(0), UpTo = row.GetInt64(1), Stale = row.GetInt32(2) };
}
