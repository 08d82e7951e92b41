using System.Text.Json;
using Concierge.Core.Board;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>The board's tables within one transaction.</summary>
public sealed class Posts(Unit unit)
{
    /// <summary>0 when there are none. Two reads that give the same found the same posts.</summary>
    public long Version() => unit.Db.Set<PostEntry>().Max(post => (long?)post.Version) ?? 0;

    /// <summary>What is on the board, in no order.</summary>
    public IEnumerable<Post> Open() => unit.Db.Set<PostEntry>().AsNoTracking()
        .Where(post => post.State == PostState.Open).Select(post => post.Body).AsEnumerable().Select(Read);

    public bool IsOpen(long id) => unit.Db.Set<PostEntry>().Any(post => post.Id == id && post.State == PostState.Open);

    /// <summary>Adds the post, or puts it in the place of the one with its id.</summary>
    public void Save(Post post, PostState state)
    {
        var version = NextVersion();
        var saved = Entry(post, state, version);
        if (unit.Db.Find<PostEntry>(post.Id) is { } known) (known.State, known.Version, known.Body) = (state, version, saved.Body);
        else unit.Db.Add(saved);
    }

    internal static PostEntry Entry(Post post, PostState state, long version) =>
        new() { Id = post.Id, State = state, Version = version, Body = JsonSerializer.Serialize(post, BoardData.Strict) };

    public Marks MarksOf(string memberId) => new([
        .. unit.Db.Set<PostMarkEntry>().AsNoTracking().Where(mark => mark.MemberId == memberId).AsEnumerable()
            .OrderBy(mark => mark.At).ThenBy(mark => mark.PostId).ThenBy(mark => mark.Mark)
            .Select(mark => new PostMark(mark.PostId, mark.Kind, mark.Mark, mark.At))]);

    /// <returns>False when it stood there already.</returns>
    public bool Mark(string memberId, long post, string kind, Mark mark, DateTimeOffset at, string? terms = null) => unit.Db.Database.ExecuteSql(
        $"INSERT INTO post_mark (member_id, post_id, kind, mark, at, terms) VALUES ({memberId}, {post}, {kind}, {mark.ToString()}, {at.UtcTicks}, {terms}) ON CONFLICT DO NOTHING") > 0;

    public void Unmark(string memberId, long post, Mark mark) =>
        unit.Db.Set<PostMarkEntry>().Where(m => m.MemberId == memberId && m.PostId == post && m.Mark == mark).ExecuteDelete();

    /// <summary>Those of this unit of work are not in the table yet.</summary>
    private long NextVersion() => Math.Max(Version(), unit.Db.Set<PostEntry>().Local.Select(post => post.Version).DefaultIfEmpty().Max()) + 1;

    private static Post Read(string body) => BoardData.Read<Post>("post.body", body);
}
