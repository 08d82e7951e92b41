using Concierge.Admin.Staff;
using Concierge.Core.Board;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Board;

/// <summary>Posts as far as the caller may know of them, and who has applied.</summary>
public static class PostReading
{
    private const int Batch = 200;

    /// <summary>In the order of their ids.</summary>
    public static IReadOnlyList<PostShown> Find(Unit unit, Actor actor, PostState? state, string? area, long after, int max)
    {
        var found = new List<PostShown>();
        while (found.Count < max)
        {
            var listings = unit.Db.Set<Listing>().AsNoTracking().Where(p => p.Id > after && (state == null || p.State == state)).OrderBy(p => p.Id).Take(Batch).ToList();
            found.AddRange(listings.Where(listing => MaySee(actor, listing) && (area is null || listing.Body.Area == area)).Select(PostShown.Of));
            if (listings.Count < Batch) break;
            after = listings[^1].Id;
        }
        return [.. found.Take(max)];
    }

    /// <exception cref="Problem">There is none, or it is none of the caller's business.</exception>
    public static Listing One(Unit unit, Actor actor, long id) =>
        unit.Db.Set<Listing>().AsNoTracking().FirstOrDefault(p => p.Id == id) is { } listing && MaySee(actor, listing) ? listing : throw Problem.NotFound();

    /// <summary>The newest first.</summary>
    /// <param name="post">Null: of all posts.</param>
    public static IReadOnlyList<ApplicationShown> Applications(Unit unit, long? post, Last? after, int max)
    {
        var marks = unit.Db.Set<PostMarkEntry>().AsNoTracking().Where(m => m.Mark == Mark.Applied && (post == null || m.PostId == post))
            .Where(m => after == null || m.At < after.At || (m.At == after.At && (m.MemberId + "/" + m.PostId).CompareTo(after.Id) < 0))
            .OrderByDescending(m => m.At).ThenByDescending(m => m.MemberId + "/" + m.PostId).Take(max).ToList();
        var posts = new Posts(unit);
        return [.. marks.Select(mark => new ApplicationShown(mark.PostId, posts.Find(mark.PostId)?.Name, mark.MemberId, mark.At, mark.Terms, Reaching.IsOnLine(unit, mark.MemberId)))];
    }

    /// <summary>That people can see, of this task, and that are not over; the next one first.</summary>
    public static IReadOnlyList<Seminar> Trainings(Unit unit, string task, DateTimeOffset now) =>
        [.. unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.Kind == GatheringKind.Training && s.Task == task && s.State == SeminarState.Open && s.EndsAt > now).OrderBy(s => s.StartsAt)];

    /// <summary>A partner sees what has left the draft, in its own area or asked for by itself.</summary>
    private static bool MaySee(Actor actor, Listing listing) =>
        actor.Role != Role.Partner || (listing.State != PostState.Draft && actor.Scope is { } scope && (listing.Body.Area == scope || Areas.Find(listing.Body.Area)?.Name == scope || listing.Body.Requester == scope));
}
