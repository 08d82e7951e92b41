using Concierge.Admin.Points;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Members;

/// <summary>Who the members are. Every look is written down, as at the API.</summary>
public static class MemberPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/members", List).Needs(Right.SeeMembers);
        routes.MapGet("/members/{id}", Show).Needs(Right.SeeMembers);
        routes.MapPost("/members/{id}/news", News).Needs(Right.SeeMembers);
    }

    private static async Task<IResult> List(Paging paging, Actor actor, Database database, TimeProvider time) =>
        PageView.Of<MemberListPage>(("Members", await MembersApi.List(paging, null, null, null, actor, database, time)), ("IsFirst", paging.Cursor is null));

    private static Task<IResult> Show(string id, string? did, Actor actor, Database database, TimeProvider time) =>
        View(id, null, Words.Everything.GetValueOrDefault("console_member_did_" + did), actor, database, time);

    /// <summary>Whoever says by telephone that they want no news, or want them again.</summary>
    private static async Task<IResult> News(string id, [FromForm] bool wanted, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            await ConsentsApi.Put(id, Names.Of(Purpose.News), new ConsentsApi.Said(wanted), http, actor, database, time);
            return TypedResults.Redirect($"/members/{id}?did={(wanted ? "news" : "nonews")}");
        }
        catch (Problem refused) when (refused.Status is not StatusCodes.Status404NotFound)
        {
            return await View(id, refused, null, actor, database, time);
        }
    }

    private static async Task<IResult> View(string id, Problem? refused, string? done, Actor actor, Database database, TimeProvider time) => PageView.Of<MemberPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Member", await MembersApi.One(id, actor, database, time)), ("Answers", await MembersApi.Answers(id, actor, database, time)),
        ("Card", PointCardApi.One(id, database)), ("Seen", ConsentsApi.Seen(id, database)), ("TakesRequests", actor.Role.Has(Right.AnswerRequests)), ("Wrong", refused?.Said("member")), ("Done", done));
}
