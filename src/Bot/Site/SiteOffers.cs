using System.Collections.Immutable;
using Concierge.Bot.Board;
using Concierge.Core.Board;
using Concierge.Core.Seminars;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Bot.Site;

/// <summary>What is on offer at a moment.</summary>
/// <param name="Seminars">Published and not over, the next first.</param>
public sealed record Offered(DateTimeOffset At, ImmutableArray<Seminar> Seminars, PostIndex Board)
{
    /// <summary>Open, the newest first.</summary>
    public IEnumerable<Post> Posts => Board.All.Where(IsForTheSite).OrderByDescending(post => post.Id);

    public Post? Find(long id) => Board.Find(id) is { } post && IsForTheSite(post) ? post : null;

    /// <summary>What is asked of neighbours alone, often in somebody's home, they find in the talk, as everywhere.</summary>
    private static bool IsForTheSite(Post post) => post.Scope != Scope.Area;
}

/// <summary>Reads what anybody may see, from the tables that people talk about.</summary>
public sealed class SiteOffers(Database database, PostShelf shelf, TimeProvider time)
{
    /// <summary>A feed has so many tasks, the newest.</summary>
    public const int OnFeed = 100;

    public Offered Now() => database.Reader.Read(unit =>
    {
        var now = time.GetUtcNow();
        return new Offered(now, [.. Coming(unit, now).Where(s => s.State == SeminarState.Open).OrderBy(s => s.StartsAt).ThenBy(s => s.Id)], shelf.Current(unit, now));
    });

    /// <summary>Also one that was called off: it is on no list, but whoever has its address learns it there.</summary>
    public Seminar? Seminar(string id) => database.Reader.Read(unit =>
        Coming(unit, time.GetUtcNow()).SingleOrDefault(s => s.Id == id && (s.State == SeminarState.Open || s.CalledOff > 0)));

    /// <summary>The same, for a calendar that is fetched again and again: a gathering that vanished would stay in it.</summary>
    public IReadOnlyList<Seminar> WithCalledOff() => database.Reader.Read(unit => Coming(unit, time.GetUtcNow())
        .Where(s => s.State == SeminarState.Open || s.CalledOff > 0).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToList());

    private static IQueryable<Seminar> Coming(Unit unit, DateTimeOffset now) => unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.EndsAt > now);
}
