using System.Data.Common;

namespace Concierge.Data;

/// <summary>The index's rows.</summary>
internal sealed class MessageGrams
{
    /// <summary>So many blocks are asked in one statement.</summary>
    public const int BlocksAtOnce = 64;

    private const int AtOnce = 100;
    private const string Conflict = " ON CONFLICT (id) DO UPDATE SET places = excluded.places";
    private readonly Statement newest, stale, begin, advance, of, ofBlock, put, putMany, remove;

    internal MessageGrams(Unit unit)
    {
        newest = unit.Make("SELECT id, up_to, stale FROM message_block ORDER BY id DESC LIMIT 1");
        stale = unit.Make("SELECT id, up_to, stale FROM message_block WHERE stale > 0 ORDER BY id LIMIT 1");
        begin = unit.Make("INSERT INTO message_block (id, up_to, stale) VALUES (@id, @before, 0) ON CONFLICT (id) DO NOTHING", "id long, before long");
        advance = unit.Make(
            "UPDATE message_block SET up_to = @to, stale = 0 WHERE id = @id AND up_to = @seen AND stale = @stale", "id long, to long, seen long, stale int");
        of = unit.Make(
            $"SELECT id, places FROM message_gram WHERE id IN ({Numbered(BlocksAtOnce, i => $"@i{i}")})", Numbered(BlocksAtOnce, i => $"i{i} long"));
        ofBlock = unit.Make("SELECT id, places FROM message_gram WHERE id BETWEEN @first AND @last", "first long, last long");
        put = unit.Make("INSERT INTO message_gram (id, places) VALUES (@id, @places)" + Conflict, "id long, places bytes");
        putMany = unit.Make(
            $"INSERT INTO message_gram (id, places) VALUES {Numbered(AtOnce, i => $"(@i{i}, @p{i})")}{Conflict}", Numbered(AtOnce, i => $"i{i} long, p{i} bytes"));
        remove = unit.Make("DELETE FROM message_gram WHERE id = @id", "id long");
    }

    /// <summary>The one that grows; null before the first.</summary>
    public MessageBlockEntry? Newest() => newest.First(Block);

    /// <summary>One in which something was taken away; null when there is none.</summary>
    public MessageBlockEntry? Stale() => stale.First(Block);

    /// <summary>Without any of its messages. Not twice, though two begin it.</summary>
    public void Begin(long block) => begin.Run(block, block * MessageBlockEntry.Size - 1);

    /// <summary>False when somebody else has changed the block since it was read.</summary>
    public bool Advance(MessageBlockEntry seen, long upTo) => advance.Run(seen.Id, upTo, seen.UpTo, seen.Stale) > 0;

    /// <summary>Where this piece stands in these blocks, <see cref="BlocksAtOnce"/> at most.</summary>
    public Dictionary<long, Places> Of(int gram, long from, long to) =>
        of.All(
            static row => (MessageGramEntry.BlockOf(row.GetInt64(0)), Places.Read(row.GetFieldValue<byte[]>(1))),
            [.. Enumerable.Range(0, BlocksAtOnce).Select(i => (object?)MessageGramEntry.IdOf(Math.Min(from + i, to), gram))]).ToDictionary();

    /// <summary>All that the index has of a block, by id.</summary>
    public Dictionary<long, byte[]> OfBlock(long block) =>
        ofBlock.All(static row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), MessageGramEntry.IdOf(block, 0), MessageGramEntry.IdOf(block, -1)).ToDictionary();

    public void Put(IReadOnlyList<(long Id, byte[] Places)> rows)
    {
        foreach (var part in rows.Chunk(AtOnce))
        {
            if (part.Length == AtOnce) putMany.Run([.. part.SelectMany(row => new object?[] { row.Id, row.Places })]);
            else foreach (var (id, places) in part) put.Run(id, places);
        }
    }

    public void Remove(IEnumerable<long> ids)
    {
        foreach (var id in ids) remove.Run(id);
    }

    private static string Numbered(int count, Func<int, string> one) => string.Join(", ", Enumerable.Range(0, count).Select(one));

    private static MessageBlockEntry Block(DbDataReader row) => new() { Id = row.GetInt64(0), UpTo = row.GetInt64(1), Stale = row.GetInt32(2) };
}
