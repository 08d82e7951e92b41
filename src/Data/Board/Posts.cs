using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>The board's tables within one transaction.</summary>
public sealed class Posts(Unit unit)
{
    /// <summary>0 when there are none. Two reads that give the same found the same posts.</summary>
    public long Version() => unit.Db.Set<Listing>().Max(post => (long?)EF.Property<long>(post, BoardMapping.Version)) ?? 0;

    /// <summary>What is on the board, in no order.</summary>
    public IEnumerable<Post> Open() => unit.Db.Set<Listing>().AsNoTracking().Where(post => post.State == PostState.Open).Select(post => post.Body).AsEnumerable();

    public bool IsOpen(long id) => unit.Db.Set<Listing>().Any(post => post.Id == id && post.State == PostState.Open);

    /// <summary>Of one post, as of all together: it grows with every change. Null when there is no such post.</summary>
    public long? Version(long id) => unit.Db.Set<Listing>().Where(post => post.Id == id).Select(post => (long?)EF.Property<long>(post, BoardMapping.Version)).FirstOrDefault();

    /// <summary>In whatever state.</summary>
    public Post? Find(long id) => unit.Db.Set<Listing>().AsNoTracking().Where(post => post.Id == id).Select(post => post.Body).FirstOrDefault();

    public void Add(params IEnumerable<Listing> listings)
    {
        var version = NextVersion();
        foreach (var listing in listings) unit.Db.Add(listing).Property(BoardMapping.Version).CurrentValue = version++;
    }

    /// <returns>Null when there is no such post.</returns>
    public Moving? Move(long id, Listing.On on, Wages wages, DateOnly today) =>
        unit.Db.Find<Listing>(id) is { } listing ? Move(listing, on, wages, today) : null;

    /// <summary>Other words; whoever has applied is told of what concerns them.</summary>
    /// <param name="post">Of a post that is there.</param>
    public Moving Rewrite(Post post, Wages wages, DateTimeOffset now)
    {
        var (listing, version) = (unit.Db.Find<Listing>(post.Id)!, NextVersion());
        var moved = listing.Rewrite(post, wages, Tokyo.Day(now), version);
        if (moved is not Moving.Done) return moved;
        unit.Db.Entry(listing).Property(BoardMapping.Version).CurrentValue = version;
        unit.Db.SaveChanges();
        if (listing.State != PostState.Draft) Applicants.Tell(unit, post, now);
        return moved;
    }

    /// <summary>Ends what is over.</summary>
    /// <returns>How many.</returns>
    public int RunOut(DateOnly today)
    {
        var over = unit.Db.Set<Listing>().Where(post => (post.State == PostState.Open || post.State == PostState.Paused) && post.Until < today).ToList();
        return over.Count(listing => Move(listing, Listing.On.RunOut, Wages.Embedded, today) is Moving.Done);
    }

    public Marks MarksOf(string memberId) => new([
        .. unit.Db.Set<PostMarkEntry>().AsNoTracking().Where(mark => mark.MemberId == memberId).AsEnumerable()
            .OrderBy(mark => mark.At).ThenBy(mark => mark.PostId).ThenBy(mark => mark.Mark)
            .Select(mark => new PostMark(mark.PostId, mark.Kind, mark.Mark, mark.At))]);

    /// <param name="knows">Of an application: the version of the board that the person has seen.</param>
    /// <returns>False when it stood there already.</returns>
    public bool Mark(string memberId, long post, string kind, Mark mark, DateTimeOffset at, string? terms = null, long knows = 0) => unit.Db.Database.ExecuteSql(
        $"INSERT INTO post_mark (member_id, post_id, kind, mark, at, terms, knows) VALUES ({memberId}, {post}, {kind}, {mark.ToString()}, {at.UtcTicks}, {terms}, {knows}) ON CONFLICT DO NOTHING") > 0;

    public void Unmark(string memberId, long post, Mark mark) =>
        unit.Db.Set<PostMarkEntry>().Where(m => m.MemberId == memberId && m.PostId == post && m.Mark == mark).ExecuteDelete();

    private Moving Move(Listing listing, Listing.On on, Wages wages, DateOnly today)
    {
        var moved = listing.Move(on, wages, today);
        if (moved is Moving.Done) unit.Db.Entry(listing).Property(BoardMapping.Version).CurrentValue = NextVersion();
        return moved;
    }

    /// <summary>Those of this unit of work are not in the table yet.</summary>
    private long NextVersion() =>
        Math.Max(Version(), unit.Db.ChangeTracker.Entries<Listing>().Select(entry => (long)entry.Property(BoardMapping.Version).CurrentValue!).DefaultIfEmpty().Max()) + 1;
}
