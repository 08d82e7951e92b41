using Concierge.Admin.Handoff;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Requests;

/// <summary>開示と消去 at the counter: taken, answered on paper, done. An erasure is asked twice.</summary>
public static class RequestPages
{
    private const string Path = "/requests";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.AnswerRequests);
        routes.MapPost(Path, Take).Needs(Right.AnswerRequests);
        routes.MapGet("/requests/{id}", Show).Needs(Right.AnswerRequests);
        routes.MapGet("/requests/{id}/export", ShowExport).Needs(Right.AnswerRequests);
        routes.MapGet("/requests/{id}/erasure", AskAgain).Needs(Right.AnswerRequests);
        routes.MapPost("/requests/{id}/completion", Complete).Needs(Right.AnswerRequests);
    }

    /// <param name="with">Id of the member who asks.</param>
    private static IResult List(string? with, Paging paging, Database database) => ListView(paging, new DataRequestsApi.Wish(Typed.Text(with), null, null), null, database);

    private static async Task<IResult> Take(IFormCollection form, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var (wish, now) = (new DataRequestsApi.Wish(form.Text("member"), form.Text("kind"), form.Text("identityCheckedBy")), time.GetUtcNow());
        try
        {
            return Done(await database.Writer.Write(unit => Once.Do(unit, http, actor, wish, now, () => DataRequestsApi.Take(unit, wish, newId(), actor, now).Id)), "taken");
        }
        catch (Problem refused)
        {
            return ListView(new Paging(Paging.Most, null), wish, refused, database);
        }
    }

    private static IResult Show(string id, string? did, HttpContext http, Database database) =>
        View(id, http, null, Words.Everything.GetValueOrDefault("console_request_did_" + did), database);

    private static async Task<IResult> ShowExport(string id, Actor actor, Database database, SheetLines lines, TimeProvider time) =>
        PageView.Of<ExportPage>(("Id", id), ("Exported", await DataRequestsApi.Export(id, actor, database, time)), ("Lines", lines));

    /// <summary>The second question. What is done, or is no erasure, has no such page.</summary>
    private static IResult AskAgain(string id, HttpContext http, Database database) =>
        DataRequestsApi.One(id, http, database) is { CompletedAt: null } one && IsErasure(one) ? PageView.Of<ErasurePage>(("One", one)) : throw Problem.NotFound();

    private static async Task<IResult> Complete(string id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var one = DataRequestsApi.One(id, http, database);
        try
        {
            if (IsErasure(one) && !form.ContainsKey("sure")) throw Problem.Invalid("sure", Words.Say("console_wrong_sure"));
            await DataRequestsApi.Complete(id, http, actor, database, time);
            return Done(id, one.Kind);
        }
        catch (Problem refused)
        {
            return View(id, http, refused, null, database);
        }
    }

    private static bool IsErasure(DataRequestsApi.Shown one) => one.Kind == Names.Of(DataRequestKind.Erasure);

    private static IResult Done(string id, string what) => TypedResults.Redirect($"{Path}/{Uri.EscapeDataString(id)}?did={what}");

    private static IResult ListView(Paging paging, DataRequestsApi.Wish wish, Problem? refused, Database database) => PageView.Of<RequestListPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("All", DataRequestsApi.List(paging, database)), ("IsFirst", paging.Cursor is null), ("Wish", wish), ("Wrong", refused?.Said()));

    private static IResult View(string id, HttpContext http, Problem? refused, string? done, Database database) => PageView.Of<RequestPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("One", DataRequestsApi.One(id, http, database)), ("Staff", database.Reader.Read(StaffNames.Of)),
        ("Wrong", refused?.Said()), ("Done", done));
}
