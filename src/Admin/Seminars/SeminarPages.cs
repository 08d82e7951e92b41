using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Seminars;

/// <summary>Seminars, who comes, and the list for the door.</summary>
public static class SeminarPages
{
    /// <summary>More than any hall holds.</summary>
    private const int Everybody = 1_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/seminars", List).Needs(Right.SeeSeminars);
        routes.MapGet("/seminars/{id}", Show).Needs(Right.SeeSeminars);
        routes.MapGet("/seminars/{id}/door", ShowDoor).Needs(Right.RunSeminars);
        routes.MapPost("/seminars/{id}/attendance", Attend).Needs(Right.RunSeminars);
    }

    private static IResult List(Paging paging, Actor actor, Database database) =>
        PageView.Of<SeminarListPage>(("Seminars", SeminarsApi.List(paging, null, actor, database)), ("IsFirst", paging.Cursor is null));

    private static async Task<IResult> Show(string id, Actor actor, Database database, TimeProvider time)
    {
        var seminar = SeminarsApi.One(id, actor, database);
        return PageView.Of<SeminarPage>(("Seminar", seminar), ("Roster", actor.Role.Has(Right.RunSeminars) ? await Roster(id, actor, database, time) : null));
    }

    /// <summary>Those who have a seat in the hall.</summary>
    private static async Task<IResult> ShowDoor(string id, Actor actor, Database database, TimeProvider time)
    {
        var seminar = SeminarsApi.One(id, actor, database);
        var roster = await Roster(id, actor, database, time);
        return PageView.Of<DoorListPage>(("Seminar", seminar), ("Coming", roster.Where(r => r.How == Names.Of(Attendance.OnSite) && r.State is "reserved" or "attended").ToList()));
    }

    private static async Task<IResult> Attend(string id, [FromForm] string? member, Actor actor, Database database, TimeProvider time)
    {
        await ReservationsApi.Attend(id, member ?? throw Problem.NotFound(), actor, database, time);
        return TypedResults.Redirect("/seminars/" + id);
    }

    private static Task<IReadOnlyList<ReservationShown>> Roster(string id, Actor actor, Database database, TimeProvider time) =>
        database.Show(actor, time.GetUtcNow(), "seminar/" + id, "names", unit => SeminarReading.Reservations(unit, id, null, 0, Everybody));
}
