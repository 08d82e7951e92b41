using System.Globalization;
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

    private static Results<Ok<Listed<ApplicationShown>>, FileContentHttpResult> All(Paging paging, Format format, Database database) => List(null, paging, format, database);

    private static Results<Ok<Listed<ApplicationShown>>, FileContentHttpResult> OfPost(long id, Paging paging, Format format, Database database) => List(id, paging, format, database);

    private static Results<Ok<Listed<ApplicationShown>>, FileContentHttpResult> List(long? post, Paging paging, Format format, Database database)
    {
        var (sort, part) = ($"-at/{post}", format.Of(paging));
        var after = part.After<Last>(sort);
        var list = database.Reader.Read(unit =>
        {
            if (post is { } id && new Posts(unit).Find(id) is null) throw Problem.NotFound();
            return part.Part(sort, PostReading.Applications(unit, post, after, part.Limit + 1), one => one, one => new Last(one.At, $"{one.Member}/{one.Post}"));
        });
        return format.Answer(list, "applications", Heads, one => [one.Post.ToString(CultureInfo.InvariantCulture), one.Title, one.Member, TokyoTime.Write(one.At)]);
    }
}
