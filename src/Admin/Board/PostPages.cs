using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Board;

/// <summary>The board of tasks: what stands there, who has applied, and up or down.</summary>
public static class PostPages
{
    private const string Path = "/posts";
    private const int Newest = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.SeePosts);
        routes.MapGet("/posts/{id:long}", Show).Needs(Right.SeePosts);
        routes.MapPost("/posts/{id:long}/publish", Publish).Needs(Right.RunPosts);
        routes.MapPost("/posts/{id:long}/pause", Pause).Needs(Right.RunPosts);
        routes.MapPost("/posts/{id:long}/fill", Fill).Needs(Right.RunPosts);
        routes.MapPost("/posts/{id:long}/close", Close).Needs(Right.RunPosts);
    }

    private static async Task<IResult> List(Paging paging, Actor actor, Database database, TimeProvider time) => PageView.Of<PostListPage>(
        ("Posts", PostsApi.List(paging, null, null, actor, database)), ("IsFirst", paging.Cursor is null),
        ("Applications", actor.Role.Has(Right.RunPosts) && paging.Cursor is null ? (await ApplicationsApi.Find(null, new Paging(Newest, null), actor, database, time)).Items : null));

    private static Task<IResult> Show(long id, string? did, Paging paging, Actor actor, Database database, TimeProvider time) =>
        View(id, paging, null, Words.Everything.GetValueOrDefault("console_post_did_" + did), actor, database, time);

    private static Task<IResult> Publish(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "publish", () => PostsApi.Publish(id, http, actor, database, time), actor, database, time);

    private static Task<IResult> Pause(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "pause", () => PostsApi.Pause(id, http, actor, database, time), actor, database, time);

    private static Task<IResult> Fill(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "fill", () => PostsApi.End(id, new PostsApi.Ending("filled"), http, actor, database, time), actor, database, time);

    private static Task<IResult> Close(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "close", () => PostsApi.End(id, new PostsApi.Ending("closed"), http, actor, database, time), actor, database, time);

    private static async Task<IResult> Do(long id, string action, Func<Task> act, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            await act();
            return TypedResults.Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{id}?did={action}"));
        }
        catch (Problem refused) when (refused.Status is not StatusCodes.Status404NotFound)
        {
            return await View(id, new Paging(Newest, null), refused, null, actor, database, time);
        }
    }

    private static async Task<IResult> View(long id, Paging paging, Problem? refused, string? done, Actor actor, Database database, TimeProvider time)
    {
        var (listing, revision) = PostsApi.Find(id, actor, database);
        return PageView.Of<PostPage>(
            refused?.Status ?? StatusCodes.Status200OK, ("Listing", listing), ("Seen", revision), ("IsFirst", paging.Cursor is null), ("Wrong", refused?.Said()), ("Done", done),
            ("Applications", actor.Role.Has(Right.RunPosts) ? await ApplicationsApi.Find(id, paging, actor, database, time) : null));
    }
}
