using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Handoff;

/// <summary>紹介: a slip to a partner body, from the question to the person up to what came of it. A partner finds those to itself here.</summary>
public static class ReferralPages
{
    private const string Path = "/referrals", OfCase = "/cases/{id:long}/referral";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.SeeReferrals);
        routes.MapGet("/referrals/{id:long}", Show).Needs(Right.SeeReferrals);
        routes.MapPost("/referrals/{id:long}/pass-on", PassOn).Needs(Right.WorkCases);
        routes.MapPost("/referrals/{id:long}/accept", Accept).Needs(Right.SeeReferrals);
        routes.MapPost("/referrals/{id:long}/decline", Decline).Needs(Right.SeeReferrals);
        routes.MapPost("/referrals/{id:long}/close", Close).Needs(Right.SeeReferrals);
        routes.MapGet(OfCase, ShowNew).Needs(Right.WorkCases);
        routes.MapPost(OfCase, Propose).Needs(Right.WorkCases);
    }

    private static async Task<IResult> List(Paging paging, Actor actor, Database database, TimeProvider time) =>
        PageView.Of<ReferralListPage>(("Referrals", await ReferralsApi.Overview(paging, actor, database, time)), ("IsFirst", paging.Cursor is null));

    private static Task<IResult> Show(long id, string? did, Actor actor, Database database, TimeProvider time) =>
        View(id, actor, database, time, null, null, Words.Everything.GetValueOrDefault("console_referral_did_" + did));

    private static IResult ShowNew(long id, Database database) =>
        PageView.Of<NewReferralPage>(("Case", database.Reader.Read(unit => CaseReading.One(unit, id)).Id));

    /// <summary>The person is asked on the city's page whether exactly this may be passed on.</summary>
    private static async Task<IResult> Propose(long id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var wanted = new ReferralsApi.Wanted(form.Text("partner"), form.Text("slip"));
        try
        {
            var made = await ReferralsApi.Propose(id, wanted, http, actor, database, time);
            return Done(made.Value!.Id, "propose");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
        {
            return PageView.Of<NewReferralPage>(refused.Status, ("Case", id), ("Partner", wanted.Partner), ("Slip", wanted.Slip), ("Wrong", refused.Said()));
        }
    }

    private static Task<IResult> PassOn(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "pass-on", null, () => ReferralsApi.PassOn(id, http, actor, database, time), actor, database, time);

    private static Task<IResult> Accept(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "accept", null, () => ReferralsApi.Accept(id, http, actor, database, time), actor, database, time);

    private static Task<IResult> Decline(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "decline", null, () => ReferralsApi.Decline(id, http, actor, database, time), actor, database, time);

    private static Task<IResult> Close(long id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var outcome = form.Text("outcome");
        return Do(id, "close", outcome, () => ReferralsApi.Close(id, new ReferralsApi.Result(outcome), http, actor, database, time), actor, database, time);
    }

    private static async Task<IResult> Do(long id, string action, string? typed, Func<Task> act, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            await act();
            return Done(id, action);
        }
        catch (Problem refused) when (refused.Status is not StatusCodes.Status404NotFound)
        {
            return await View(id, actor, database, time, refused, typed, null);
        }
    }

    private static IResult Done(long id, string action) => TypedResults.Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path}/{id}?did={action}"));

    private static async Task<IResult> View(long id, Actor actor, Database database, TimeProvider time, Problem? refused, string? typed, string? done) => PageView.Of<ReferralPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("One", await ReferralsApi.One(id, actor, database, time)), ("Works", actor.Role.Has(Right.WorkCases)),
        ("Outcome", typed), ("Wrong", refused?.Said()), ("Done", done));
}
