using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.FollowUp;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.FollowUp;

/// <summary>そのあとのこと: whom to telephone, and how it stands with everybody who agreed.</summary>
public static class FollowUpPages
{
    private const string Path = "/follow-ups";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.FollowUp);
        routes.MapGet(Path + "/{member}", Show).Needs(Right.FollowUp);
        routes.MapPost(Path + "/{member}", Write).Needs(Right.FollowUp);
    }

    private static async Task<IResult> List(string? done, Paging paging, Actor actor, Database database, TimeProvider time) => PageView.Of<FollowUpListPage>(
        ("ToRing", await FollowUpsApi.Look(actor, database, time)), ("All", FollowUpsApi.List(null, paging, database)), ("Counts", database.Reader.Read(FollowUps.Standing)),
        ("IsFirst", paging.Cursor is null), ("IsDone", done is not null));

    private static Task<IResult> Show(string member, Actor actor, Database database, NewId newId, TimeProvider time) => View(member, newId(), null, actor, database, time);

    private static async Task<IResult> Write(string member, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            await FollowUpsApi.Add(member, Read(form), http, actor, database, time);
            return TypedResults.Redirect(Path + "?done=true");
        }
        catch (Problem refused) when (refused.Status == StatusCodes.Status400BadRequest)
        {
            return await View(member, form.Text(Once.Field) ?? "", refused, actor, database, time);
        }
    }

    /// <summary>Which of the three buttons was pressed.</summary>
    private static CallWish Read(IFormCollection form) => form.Text("reached") switch
    {
        "yes" => new CallWish(true, null, form.Text("doing"), form.Text("hours"), form.Text("well")),
        "no" => new CallWish(false, null, null, null, null),
        "stop" => new CallWish(true, true, null, null, null),
        _ => new CallWish(null, null, null, null, null),
    };

    private static async Task<IResult> View(string member, string key, Problem? refused, Actor actor, Database database, TimeProvider time) => PageView.Of<CallPage>(
        refused?.Status ?? StatusCodes.Status200OK,
        ("One", await database.Show(actor, time.GetUtcNow(), "member/" + member, "name,phone", unit => FollowUpReading.One(unit, member))), ("Key", key), ("Wrong", refused?.Said("call")));
}
