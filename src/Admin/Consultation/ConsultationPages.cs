using Concierge.Admin.Handoff;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Calendar;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Consultation;

/// <summary>相談記録: written while one is on the telephone, looked through, counted for the report of the quarter.</summary>
public static class ConsultationPages
{
    private const string Path = "/desk";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.KeepLog);
        routes.MapPost(Path, Add).Needs(Right.KeepLog);
        routes.MapGet("/desk/{id}", Show).Needs(Right.KeepLog);
        routes.MapPost("/desk/{id}", Change).Needs(Right.KeepLog);
    }

    /// <param name="with">Id of the member whom the next one is with.</param>
    private static Task<IResult> List(string? fiscalYear, string? quarter, string? way, string? with, string? did, Paging paging, Actor actor, Database database, TimeProvider time)
    {
        var year = Typed.Text(fiscalYear) ?? FiscalYear.Of(time.GetUtcNow()).Name;
        var filter = ConsultationFilter.Read(year, quarter is { Length: > 0 } ? Typed.Number(quarter) ?? 0 : null, Typed.Text(way), null, time.GetUtcNow());
        return View(filter, paging, null, Blank with { Member = Typed.Text(with) }, did == "written" ? Words.Say("console_log_written") : null, actor, database, time);
    }

    private static async Task<IResult> Add(IFormCollection form, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var (wish, now) = (Written(form), time.GetUtcNow());
        try
        {
            await database.Writer.Write(unit => Once.Do(unit, http, actor, wish, now, () => ConsultationsApi.Write(unit, wish, newId(), actor, now)));
            return TypedResults.Redirect(Path + "?did=written");
        }
        catch (Problem refused)
        {
            return await View(ConsultationFilter.Read(FiscalYear.Of(now).Name, null, null, null, now), new Paging(Paging.Most, null), refused, wish, null, actor, database, time);
        }
    }

    private static async Task<IResult> Show(string id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        OneView(await ConsultationsApi.One(id, http, actor, database, time), null, null);

    private static async Task<IResult> Change(string id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var wish = Written(form);
        try
        {
            await ConsultationsApi.Change(id, wish, http, actor, database, time);
            return TypedResults.Redirect(Path + "?did=written");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status412PreconditionFailed)
        {
            return OneView(await ConsultationsApi.One(id, http, actor, database, time), wish, refused);
        }
    }

    /// <summary>The most usual one is chosen already.</summary>
    private static ConsultationWish Blank => new(null, Names.Of(ConsultationWay.Telephone), null, 10, null, null);

    private static ConsultationWish Written(IFormCollection form) =>
        new(form.Moment("at"), form.Text("way"), form.Text("theme"), form.Number("minutes"), form.Text("note"), form.Text("member"));

    private static async Task<IResult> View(
        ConsultationFilter filter, Paging paging, Problem? refused, ConsultationWish wish, string? done, Actor actor, Database database, TimeProvider time) => PageView.Of<ConsultationListPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Filter", filter), ("IsFirst", paging.Cursor is null), ("Wish", wish), ("Done", done), ("Wrong", refused?.Said()),
        ("All", await ConsultationsApi.Find(paging, filter, actor, database, time)), ("Counts", ConsultationsApi.Counts(filter.Year?.Name, database, time)),
        ("Staff", database.Reader.Read(StaffNames.Of)), ("Now", time.GetUtcNow()));

    private static IResult OneView(ConsultationShown one, ConsultationWish? typed, Problem? refused) => PageView.Of<ConsultationPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("One", one), ("Wish", typed ?? new ConsultationWish(one.At, one.Way, one.Theme, one.Minutes, one.Note, one.Member)), ("Wrong", refused?.Said()),
        ("Current", refused is { IsStale: true } ? $"{Path}/{one.Id}" : null));
}
