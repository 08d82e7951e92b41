using System.Collections.Immutable;
using Concierge.Bot.Board;
using Concierge.Core.Board;
using Concierge.Core.Seminars;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Bot.Site;

/// <summary>What is on offer at a moment.</summary>
/// <param name="Seminars">Published and not over, the next first.</param>
/// <param name="Posts">Open, the newest first.</param>
/// <param name="CalledOff">On no list; whoever has the address learns it there.</param>
public sealed record Offered(DateTimeOffset At, ImmutableArray<Seminar> Seminars, ImmutableArray<Post> Posts, ImmutableArray<Seminar> CalledOff)
{
    public Seminar? Seminar(string id) => Seminars.Concat(CalledOff).FirstOrDefault(seminar => seminar.Id == id);

    public Post? Post(long id) => Posts.FirstOrDefault(post => post.Id == id);
}

/// <summary>Reads what anybody may see, from the tables that people talk about.</summary>
public sealed class SiteOffers(Database database, PostShelf shelf, TimeProvider time)
{
    /// <summary>A feed has so many tasks, the newest.</summary>
    public const int OnFeed = 100;

    public Offered Now() => database.Reader.Read(unit =>
    {
        var now = time.GetUtcNow();
        return new Offered(
            now,
            [.. Coming(unit, SeminarState.Open, now)],
            [.. shelf.Current(unit, now).All.OrderByDescending(post => post.Id)],
            [.. Coming(unit, SeminarState.CalledOff, now).Where(s => s.CalledOff > 0)]);
    });

    private static IQueryable<Seminar> Coming(Unit unit, SeminarState state, DateTimeOffset now) =>
        unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.State == state && s.EndsAt > now).OrderBy(s => s.StartsAt).ThenBy(s => s.Id);
}
