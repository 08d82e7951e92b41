using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Kpi;

/// <summary>Writing down what happened elsewhere, and correcting it. What was refused is shown again with all that was typed.</summary>
public static class KpiEntryPages
{
    private const string Path = "/kpi/entries";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path + "/new", ShowNew).Needs(Right.KeepFigures);
        routes.MapPost(Path, Add).Needs(Right.KeepFigures);
        routes.MapGet(Path + "/{id}", Show).Needs(Right.KeepFigures);
        routes.MapPost(Path + "/{id}", Correct).Needs(Right.KeepFigures);
    }

    private static IResult ShowNew(string? indicator, Database database, NewId newId) => View(Path, new KpiForm(indicator, null, null, null, null, newId()), database);

    private static Task<IResult> Add(IFormCollection form, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time) =>
        Try(Path, KpiForm.Read(form), database, wish => KpiEntriesApi.Add(wish, http, actor, database, newId, time));

    private static IResult Show(string id, Database database) => View($"{Path}/{id}", KpiForm.Of(database.Reader.Read(unit => KpiEntryShown.Of(unit, KpiEntriesApi.Find(unit, id)))), database);

    private static Task<IResult> Correct(string id, IFormCollection form, Actor actor, Database database, TimeProvider time)
    {
        var typed = KpiForm.Read(form);
        return Try($"{Path}/{id}", typed, database, wish => KpiEntriesApi.Correct(id, typed.Revision, wish, actor, database, time));
    }

    private static async Task<IResult> Try(string action, KpiForm typed, Database database, Func<KpiWish, Task> write)
    {
        try
        {
            var wish = typed.Wish();
            await write(wish);
            var counted = new FigureAsked(database.Reader.Read(Plans.Of).Find(wish.Indicator!)!, FiscalYear.Of(Tokyo.At(wish.Day!.Value, TimeOnly.MinValue)), new Period(null));
            return TypedResults.Redirect(counted.Page + "&done=true");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status422UnprocessableEntity)
        {
            return View(action, typed, database, refused);
        }
    }

    private static IResult View(string action, KpiForm typed, Database database, Problem? refused = null) => PageView.Of<KpiEntryPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Action", action), ("Indicators", database.Reader.Read(Plans.Of).Indicators), ("Typed", typed), ("Wrong", refused?.Said("kpi")));
}
