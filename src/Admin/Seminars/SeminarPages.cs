using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Seminars;

/// <summary>Seminars, who comes, and the list for the door.</summary>
public static class SeminarPages
{
    /// <summary>More than any hall holds.</summary>
    internal const int Everybody = 1_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/seminars", List).Needs(Right.SeeSeminars);
        routes.MapGet("/seminars/{id}", Show).Needs(Right.SeeSeminars);
        routes.MapGet("/seminars/{id}/door", ShowDoor).Needs(Right.RunSeminars);
        routes.MapGet("/seminars/{id}/check-ins", ShowCheckIn).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/check-ins", CheckIn).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/attendance", Attend).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/attendance/undo", UndoAttend).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/reservations", Book).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/seat", TakeOffer).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/cancellation", Cancel).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/take-home", HandOut).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/supporters", WriteSupporters).Needs(Right.RunSeminars);
    }

    private static IResult List(Paging paging, bool? past, Actor actor, Database database, TimeProvider time) =>
        PageView.Of<SeminarListPage>(("Seminars", SeminarsApi.List(paging, null, past != true, actor, database, time)), ("Past", past == true), ("IsFirst", paging.Cursor is null), ("Runs", actor.Role.Has(Right.RunSeminars)));

    private static Task<IResult> Show(string id, string? did, Actor actor, Database database, TimeProvider time) =>
        View(id, null, null, Words.Everything.GetValueOrDefault("console_seminar_did_" + did), actor, database, time);

    /// <summary>Those who have a seat in the hall.</summary>
    private static async Task<IResult> ShowDoor(string id, Actor actor, Database database, TimeProvider time)
    {
        var seminar = SeminarsApi.One(id, actor, database);
        var roster = await Roster(id, actor, database, time);
        return PageView.Of<DoorListPage>(
            ("Seminar", seminar), ("Supporters", IsFrailtyCheck(seminar) ? Lines((await SupportersApi.Show(id, actor, database, time)).Supporters) : []),
            ("Coming", roster.Where(r => r.How == Names.Of(Attendance.OnSite) && r.State is "reserved" or "attended").ToList()));
    }

    private static Task<IResult> ShowCheckIn(string id, Actor actor, Database database, TimeProvider time) => ViewCheckIn(id, null, actor, database, time);

    private static async Task<IResult> CheckIn(string id, IFormCollection form, Actor actor, Database database, TimeProvider time)
    {
        var came = form["came"].OfType<string>().ToList();
        try
        {
            await ReservationsApi.CheckIn(id, new ReservationsApi.CheckIns(came, [.. form["had"].OfType<string>().Except(came)]), actor, database, time);
            return Done(id, "checked-in");
        }
        catch (Problem refused) when (refused.Status == StatusCodes.Status409Conflict)
        {
            return await ViewCheckIn(id, refused, actor, database, time);
        }
    }

    private static async Task<IResult> ViewCheckIn(string id, Problem? refused, Actor actor, Database database, TimeProvider time)
    {
        var seminar = SeminarsApi.One(id, actor, database);
        var roster = await Roster(id, actor, database, time);
        return PageView.Of<CheckInPage>(
            refused?.Status ?? StatusCodes.Status200OK, ("Seminar", seminar), ("Coming", roster.Where(r => r.State is "reserved" or "attended").ToList()), ("Wrong", refused?.Said("booking")));
    }

    /// <summary>By telephone or on paper. What was refused is shown again with all that was typed.</summary>
    private static async Task<IResult> Book(string id, IFormCollection form, HttpContext http, Actor actor, Database database, NewId newId, TimeProvider time)
    {
        var wish = new BookingWish(form.Text("member"), form.Text("name"), form.Text("phone"), form.Text("how"), form.Number("seats"), form.ContainsKey("wait"));
        try
        {
            var booked = await ReservationsApi.Book(id, wish, http, actor, database, newId, time);
            return Done(id, booked.Value!.State);
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
        {
            return await View(id, wish, refused, null, actor, database, time);
        }
    }

    private static Task<IResult> Cancel(string id, [FromForm] string? member, Actor actor, Database database, TimeProvider time) =>
        Do(id, "cancelled", ReservationsApi.Cancel(id, member ?? throw Problem.NotFound(), actor, database, time), actor, database, time);

    private static Task<IResult> Attend(string id, [FromForm] string? member, Actor actor, Database database, TimeProvider time) =>
        Do(id, "attended", ReservationsApi.Attend(id, member ?? throw Problem.NotFound(), actor, database, time), actor, database, time);

    private static Task<IResult> TakeOffer(string id, [FromForm] string? member, Actor actor, Database database, TimeProvider time) =>
        Do(id, "reserved", ReservationsApi.TakeOffer(id, member ?? throw Problem.NotFound(), actor, database, time), actor, database, time);

    private static Task<IResult> UndoAttend(string id, [FromForm] string? member, Actor actor, Database database, TimeProvider time) =>
        Do(id, "undone", ReservationsApi.UndoAttend(id, member ?? throw Problem.NotFound(), actor, database, time), actor, database, time);

    private static Task<IResult> HandOut(string id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Do(id, "saved", SeminarsApi.HandOut(id, new SeminarsApi.HandingOut(form.Text("takeHome")), http, actor, database, time), actor, database, time);

    private static Task<IResult> WriteSupporters(string id, IFormCollection form, Actor actor, Database database, TimeProvider time) =>
        Do(id, "saved", SupportersApi.Write(id, new SupportersApi.Roster(form.Text("supporters")), actor, database, time), actor, database, time);

    private static async Task<IResult> Do(string id, string what, Task act, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            await act;
            return Done(id, what);
        }
        catch (Problem refused) when (refused.Status != StatusCodes.Status404NotFound)
        {
            return await View(id, null, refused, null, actor, database, time);
        }
    }

    private static IResult Done(string id, string what) => TypedResults.Redirect($"/seminars/{Uri.EscapeDataString(id)}?did={what}");

    private static async Task<IResult> View(string id, BookingWish? typed, Problem? refused, string? done, Actor actor, Database database, TimeProvider time)
    {
        var seminar = SeminarsApi.One(id, actor, database);
        var runs = actor.Role.Has(Right.RunSeminars);
        var now = time.GetUtcNow();
        return PageView.Of<SeminarPage>(
            refused?.Status ?? StatusCodes.Status200OK, ("Seminar", seminar), ("Roster", runs ? await Roster(id, actor, database, time) : null), ("HasBegun", seminar.StartsAt <= now),
            ("Supporters", runs && IsFrailtyCheck(seminar) ? (await SupportersApi.Show(id, actor, database, time)).Supporters : null),
            ("Wish", typed), ("Wrong", refused?.Said("booking")), ("Done", done), ("IsClosed", seminar.Deadline <= now), ("IsOver", seminar.EndsAt <= now || seminar.State != Names.Of(SeminarState.Open)));
    }

    private static bool IsFrailtyCheck(SeminarShown seminar) => seminar.Kind == Names.Of(GatheringKind.FrailtyCheck);

    private static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Task<IReadOnlyList<ReservationShown>> Roster(string id, Actor actor, Database database, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), "seminar/" + id, "names", unit => SeminarReading.Reservations(unit, id, null, 0, Everybody, time.GetUtcNow()));
}
