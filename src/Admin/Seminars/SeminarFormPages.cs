using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Seminars;

/// <summary>Writing a gathering, and changing it. What was refused is shown again with all that was typed.</summary>
public static class SeminarFormPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/seminars/new", ShowNew).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/new", Add).Needs(Right.RunSeminars);
        routes.MapGet("/seminars/{id}/edit", Show).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/edit", Change).Needs(Right.RunSeminars);
    }

    private static IResult ShowNew(string? template) => View(null, From(Typed.Number(template)), null, null);

    private static async Task<IResult> Add(IFormCollection form, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        SeminarWish? wish = null;
        try
        {
            wish = Read(form);
            var added = await SeminarsApi.Add(wish, http, actor, database, newId, time);
            return TypedResults.Redirect($"/seminars/{added.Value!.Id}?did=written");
        }
        catch (Problem refused)
        {
            return View(null, wish ?? From(null), null, refused);
        }
    }

    private static IResult Show(string id, Actor actor, Database database)
    {
        var (seminar, wish, reached) = Find(id, actor, database);
        return View(seminar, wish, reached, null);
    }

    private static async Task<IResult> Change(string id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        SeminarWish? wish = null;
        try
        {
            wish = Read(form);
            await SeminarsApi.Change(id, wish, http, actor, database, time);
            return TypedResults.Redirect($"/seminars/{Uri.EscapeDataString(id)}?did=changed");
        }
        catch (Problem refused) when (refused.Status != StatusCodes.Status404NotFound)
        {
            var (seminar, written, reached) = Find(id, actor, database);
            return View(seminar, wish ?? written, reached, refused);
        }
    }

    private static (SeminarShown Seminar, SeminarWish Wish, Reached Reached) Find(string id, Actor actor, Database database) => database.Reader.Read(unit =>
        (SeminarReading.Of(unit, id, actor.Role.Has(Right.RunSeminars)), SeminarWish.Of(SeminarDesk.Find(unit, id)), Gatherings.Reach(unit, id)));

    /// <summary>One of the city's series, or an empty sheet.</summary>
    private static SeminarWish From(int? number)
    {
        var one = SeminarSeries.Embedded.Seminars.FirstOrDefault(template => template.Number == number);
        return new SeminarWish(
            one is null ? null : Names.Of(one.Kind), one is null ? null : SeminarSeries.Embedded.Series, one?.Number, one?.Title, one?.Short, one?.AlsoCalled, one?.About, one?.Bring, null, null, null, null, null,
            null, null, null, one?.OnSiteSeats, one?.OnlineSeats, null, null, null);
    }

    private static SeminarWish Read(IFormCollection form) => new(
        form.Text("kind"), form.Text("series"), form.Number("number"), form.Text("title"), form.Text("short"), form.Text("alsoCalled"), form.Text("about"), form.Text("bring"), form.Text("place"),
        form.Text("address"), form.Degrees("latitude"), form.Degrees("longitude"), form.Text("area"), form.Moment("startsAt"), form.Moment("endsAt"), form.Moment("deadline"),
        form.Number("onSiteSeats"), form.Number("onlineSeats"), form.Text("onlineUrl"), form.Number("offerHours"), form.Text("task"));

    private static IResult View(SeminarShown? seminar, SeminarWish wish, Reached? reached, Problem? refused) => PageView.Of<SeminarFormPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Seminar", seminar), ("Wish", wish), ("Reached", reached), ("Wrong", refused?.Said("gathering")),
        ("Current", refused is { IsStale: true } ? "/seminars/" + seminar!.Id : null));
}
