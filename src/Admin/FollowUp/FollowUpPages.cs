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

    private static async Task<IResult> List(string? done, Actor actor, Database database, TimeProvider time) => PageView.Of<FollowUpListPage>(
        ("ToRing", await FollowUpsApi.Look(actor, database, time)), ("All", database.Reader.Read(unit => FollowUpReading.All(unit, null))), ("IsDone", done is not null));

    private static Task<IResult> Show(string member, Actor actor, Database database, TimeProvider time) => View(member, null, actor, database, time);

    private static async Task<IResult> Write(string member, IFormCollection form, Actor actor, Database database, TimeProvider time)
    {
        var reached = form.Text("reached") is { } said ? said == "yes" : (bool?)null;
        try
        {
            var answers = reached == true ? CallWish.Form.Questions.Select(question => form.Text(question.Key)).ToArray() : [null, null, null];
            await FollowUpsApi.Put(member, new CallWish(reached, answers[0], answers[1], answers[2]), actor, database, time);
            return TypedResults.Redirect(Path + "?done=true");
        }
        catch (Problem refused) when (refused.Status == StatusCodes.Status400BadRequest)
        {
            return await View(member, refused, actor, database, time);
        }
    }

    private static async Task<IResult> View(string member, Problem? refused, Actor actor, Database database, TimeProvider time) => PageView.Of<CallPage>(
        refused?.Status ?? StatusCodes.Status200OK,
        ("One", await database.Show(actor, time.GetUtcNow(), "member/" + member, "name,phone", unit => FollowUpReading.One(unit, member))), ("Wrong", refused?.Said("call")));
}
