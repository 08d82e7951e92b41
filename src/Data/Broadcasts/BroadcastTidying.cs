using Concierge.Core.Broadcasts;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>After a while nobody needs to know any more who had a broadcast: the counts are kept, the people are forgotten.</summary>
public static class BroadcastTidying
{
    /// <summary>Whoever has uploaded a picture and not saved its broadcast has gone home by then.</summary>
    private static readonly TimeSpan PicturesKept = TimeSpan.FromDays(7);

    /// <summary>One chunk of one that ended so long ago: a write for each, for others wait.</summary>
    /// <returns>How many people were forgotten; 0 when there is nothing more to do.</returns>
    public static int Forget(Unit unit, DateTimeOffset endedBy)
    {
        var over = unit.Db.Set<Broadcast>().Where(b => b.EndedAt <= endedBy).Join(unit.Db.Set<BroadcastRecipient>(), b => b.Id, r => r.BroadcastId, (b, r) => new { b.Id, r.Chunk });
        if (over.OrderBy(one => one.Id).ThenBy(one => one.Chunk).FirstOrDefault() is not { } next) return 0;
        Keep(unit, next.Id);
        return unit.Db.Set<BroadcastRecipient>().Where(r => r.BroadcastId == next.Id && r.Chunk == next.Chunk).ExecuteDelete();
    }

    /// <summary>Pictures that no broadcast shows, drafts and tests included.</summary>
    public static int DropPictures(Unit unit, DateTimeOffset now)
    {
        var old = unit.Db.Set<BroadcastPicture>().Where(p => p.At <= now - PicturesKept).Select(p => p.Id).ToList();
        if (old.Count == 0) return 0;
        string[] unused = [.. old.Except(unit.Db.Set<Broadcast>().Select(b => b.Content).AsEnumerable().Select(content => content.Picture).OfType<string>())];
        return unit.Db.Set<BroadcastPicture>().Where(p => unused.Contains(p.Id)).ExecuteDelete();
    }

    /// <summary>Counted before the first of them is gone, and never again.</summary>
    private static void Keep(Unit unit, long id)
    {
        var broadcast = unit.Db.Find<Broadcast>(id)!;
        var kept = unit.Db.Entry(broadcast).Property<string?>(BroadcastMapping.Results);
        if (kept.CurrentValue is not null) return;
        kept.CurrentValue = BroadcastResults.Write(BroadcastResults.Of(unit, broadcast));
        unit.Db.SaveChanges();
    }
}
