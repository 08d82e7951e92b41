using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Board;

/// <summary>Posts of the board: to look at, to write anew, to put up and to take down.</summary>
public static class PostsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/posts", List).Needs(Right.SeePosts).WithSummary("Posts by id; filters: state, area");
        api.MapGet("/posts/{id:long}", One).Needs(Right.SeePosts).WithSummary("One post");
        api.MapPut("/posts/{id:long}", Change).Needs(Right.RunPosts).NeedsIfMatch().WithSummary("Write it anew; whoever has applied is told what has changed of place, days, times or pay");
        api.MapPut("/posts/{id:long}/publication", Publish).Needs(Right.RunPosts).NeedsIfMatch().WithSummary("Put it on the board, if the rules allow it");
        api.MapDelete("/posts/{id:long}/publication", Pause).Needs(Right.RunPosts).NeedsIfMatch().WithSummary("Take it off the board for a while");
        api.MapPut("/posts/{id:long}/end", End).Needs(Right.RunPosts).NeedsIfMatch().WithSummary("Somebody was found (filled), or it is taken off (closed)");
    }

    /// <param name="How">filled or closed.</param>
    public sealed record Ending(string? How);

    private enum EndedBy { Filled, Closed }

    internal static Listed<PostShown> List(Paging paging, string? state, string? area, Actor actor, Database database)
    {
        var (sort, of) = ($"id/{state}/{area}", Names.ReadIfAny<PostState>("state", state));
        if (area is not null && Areas.Find(area) is null) throw Names.NoneOf("area", Areas.All.Select(known => known.Key));
        var after = paging.After<LastSeq>(sort)?.Seq ?? 0;
        return database.Reader.Read(unit => paging.Part(sort, PostReading.Find(unit, actor, of, area, after, paging.Limit + 1), post => post, post => new LastSeq(post.Id)));
    }

    private static PostShown One(long id, Actor actor, HttpContext http, Database database)
    {
        var (listing, revision) = Find(id, actor, database);
        Revision.Show(http, revision);
        return PostShown.Of(listing);
    }

    /// <exception cref="Problem">There is none, or it is none of the caller's business.</exception>
    internal static (Listing Listing, int Revision) Find(long id, Actor actor, Database database) =>
        database.Reader.Read(unit => (PostReading.One(unit, actor, id), (int)new Posts(unit).Version(id)!.Value));

    internal static Task<Ok<PostShown>> Change(long id, PostWish wish, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "change", http, actor, database, time.GetUtcNow(), unit => new Posts(unit).Rewrite(Written(unit, id, wish, time.GetUtcNow()), Wages.Embedded, time.GetUtcNow()));

    internal static Task<Ok<PostShown>> Publish(long id, HttpContext http, Actor actor, Database database, TimeProvider time) => Move(id, Listing.On.Publish, http, actor, database, time);

    internal static Task<Ok<PostShown>> Pause(long id, HttpContext http, Actor actor, Database database, TimeProvider time) => Move(id, Listing.On.Pause, http, actor, database, time);

    internal static Task<Ok<PostShown>> End(long id, Ending ending, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Move(id, Names.Read<EndedBy>("how", ending.How) == EndedBy.Filled ? Listing.On.Fill : Listing.On.Close, http, actor, database, time);

    /// <exception cref="Problem">A part is wrong, or it asks for a training that there is none of.</exception>
    private static Post Written(Unit unit, long id, PostWish wish, DateTimeOffset now)
    {
        var old = new Posts(unit).Find(id)!;
        var next = wish.Over(old);
        return next.TrainingFirst && !old.TrainingFirst && PostReading.Trainings(unit, old.Task, now).Count == 0 ? throw Problem.Conflict("post-no-training") : next;
    }

    private static Task<Ok<PostShown>> Move(long id, Listing.On on, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, Names.Of(on), http, actor, database, time.GetUtcNow(), unit => new Posts(unit).Move(id, on, Wages.Embedded, Tokyo.Day(time.GetUtcNow()))!);

    private static async Task<Ok<PostShown>> Do(long id, string action, HttpContext http, Actor actor, Database database, DateTimeOffset now, Func<Unit, Moving> act)
    {
        var (post, version) = await database.Writer.Write(unit =>
        {
            var posts = new Posts(unit);
            Revision.Check(http, (int)(posts.Version(id) ?? throw Problem.NotFound()));
            if (act(unit) is not Moving.Done and var no) throw WhyNot(no);
            unit.Db.SaveChanges();
            AuditTrail.Append(unit, now, actor.Id, action, $"post/{id}");
            return (PostShown.Of(PostReading.One(unit, actor, id)), posts.Version(id)!.Value);
        });
        Revision.Show(http, (int)version);
        return TypedResults.Ok(post);
    }

    /// <summary>The rule's own name is the type of the problem, e.g. <c>post-below-minimum-wage</c>.</summary>
    private static Problem WhyNot(Moving no) => no switch
    {
        Moving.Refused refused => Problem.Conflict("post-" + Hyphened(refused.Why.GetType().Name)),
        Moving.Over => Problem.Conflict("post-over"),
        _ => Problem.Conflict("post-not-now"),
    };

    private static string Hyphened(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
