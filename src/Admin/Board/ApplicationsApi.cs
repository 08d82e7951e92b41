using System.Globalization;
using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Board;

/// <summary>応募: who would like to do what. Staff introduce people; the bot only hands on.</summary>
public static class ApplicationsApi
{
    private static readonly string[] Heads = ["post", "title", "member", "at"];

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/applications", All).Needs(Right.RunPosts).WithSummary("Who has applied, the newest first; format=csv for a table");
        api.MapGet("/posts/{id:long}/applications", OfPost).Needs(Right.RunPosts).WithSummary("Who has applied for this post, the newest first");
    }

    private static async Task<Results<Ok<Listed<ApplicationShown>>, FileContentHttpResult>> All(Paging paging, Format format, Actor actor, Database database, TimeProvider time) =>
        Answer(format, await Find(null, format.Of(paging), actor, database, time));

    private static async Task<Results<Ok<Listed<ApplicationShown>>, FileContentHttpResult>> OfPost(long id, Paging paging, Format format, Actor actor, Database database, TimeProvider time) =>
        Answer(format, await Find(id, format.Of(paging), actor, database, time));

    /// <param name="post">Null: of all posts.</param>
    /// <exception cref="Problem">There is no such post.</exception>
    internal static Task<Listed<ApplicationShown>> Find(long? post, Paging paging, Actor actor, Database database, TimeProvider time)
    {
        var sort = $"-at/{post}";
        var after = paging.After<Last>(sort);
        return database.Show(actor, time.GetUtcNow(), post is null ? "applications" : $"post/{post}/applications", "member", unit =>
        {
            if (post is { } id && new Posts(unit).Find(id) is null) throw Problem.NotFound();
            return paging.Part(sort, PostReading.Applications(unit, post, after, paging.Limit + 1), one => one, one => new Last(one.At, $"{one.Member}/{one.Post}"));
        });
    }

    private static Results<Ok<Listed<ApplicationShown>>, FileContentHttpResult> Answer(Format format, Listed<ApplicationShown> list) =>
        format.Answer(list, "applications", Heads, one => [one.Post.ToString(CultureInfo.InvariantCulture), one.Title, one.Member, TokyoTime.Write(one.At)]);
}
