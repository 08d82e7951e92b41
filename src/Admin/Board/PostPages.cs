using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Board;

/// <summary>The board of tasks, and who has applied.</summary>
public static class PostPages
{
    private const int Newest = 50;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/posts", List).Needs(Right.SeePosts);

    private static async Task<IResult> List(Paging paging, Actor actor, Database database, TimeProvider time) => PageView.Of<PostListPage>(
        ("Posts", PostsApi.List(paging, null, null, actor, database)), ("IsFirst", paging.Cursor is null),
        ("Applications", actor.Role.Has(Right.RunPosts) && paging.Cursor is null ? await Applications(actor, database, time) : null));

    private static Task<IReadOnlyList<ApplicationShown>> Applications(Actor actor, Database database, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), "applications", "member", unit => PostReading.Applications(unit, null, null, Newest));
}
