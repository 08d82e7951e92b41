using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Seminars;

/// <summary>What is asked for apart: opening a gathering, and calling it off; and what is written beside it.</summary>
public static class SeminarStepPages
{
    public const string Publishes = "publish", CallsOff = "call-off";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/seminars/{id}/" + Publishes, ShowPublish).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/" + Publishes, Publish).Needs(Right.RunSeminars);
        routes.MapGet("/seminars/{id}/" + CallsOff, ShowCallOff).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/" + CallsOff, CallOff).Needs(Right.RunSeminars);
    }

    private static IResult ShowPublish(string id, Actor actor, Database database) => View(id, Publishes, null, null, actor, database);

    private static IResult ShowCallOff(string id, Actor actor, Database database) => View(id, CallsOff, null, null, actor, database);

    private static Task<IResult> Publish(string id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, Publishes, null, () => SeminarsApi.Publish(id, http, actor, database, time), actor, database);

    private static Task<IResult> CallOff(string id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var because = form.Text("because");
        return Do(id, CallsOff, because, () => SeminarsApi.CallOff(id, new SeminarsApi.Cancelling(because), http, actor, database, time), actor, database);
    }

    private static async Task<IResult> Do(string id, string step, string? because, Func<Task> act, Actor actor, Database database)
    {
        try
        {
            await act();
            return TypedResults.Redirect($"/seminars/{Uri.EscapeDataString(id)}?did={step}");
        }
        catch (Problem refused) when (refused.Status != StatusCodes.Status404NotFound)
        {
            return View(id, step, because, refused, actor, database);
        }
    }

    private static IResult View(string id, string step, string? because, Problem? refused, Actor actor, Database database) => PageView.Of<SeminarStepPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Seminar", SeminarsApi.One(id, actor, database)), ("Step", step), ("Because", because), ("Wrong", refused?.Said("gathering")),
        ("Reached", database.Reader.Read(unit => Gatherings.Reach(unit, id))));
}
