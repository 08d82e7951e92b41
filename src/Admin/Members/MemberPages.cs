using Concierge.Admin.Points;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Members;

/// <summary>Who the members are. Every look is written down, as at the API.</summary>
public static class MemberPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/members", List).Needs(Right.SeeMembers);
        routes.MapGet("/members/{id}", Show).Needs(Right.SeeMembers);
    }

    private static async Task<IResult> List(Paging paging, Actor actor, Database database, TimeProvider time) =>
        PageView.Of<MemberListPage>(("Members", await MembersApi.List(paging, null, null, null, actor, database, time)), ("IsFirst", paging.Cursor is null));

    private static async Task<IResult> Show(string id, Actor actor, Database database, TimeProvider time) => PageView.Of<MemberPage>(
        ("Member", await MembersApi.One(id, actor, database, time)), ("Answers", await MembersApi.Answers(id, actor, database, time)), ("Card", PointCardApi.One(id, database)),
        ("TakesRequests", actor.Role.Has(Right.AnswerRequests)));
}
