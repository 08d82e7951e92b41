using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Calendar;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Points;

/// <summary>Who has linked a point card, and how many the desk has helped to one.</summary>
public static class PointPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/points", Show).Needs(Right.SeeMembers);
        routes.MapPost("/points/enrolments", Count).Needs(Right.KeepLog);
    }

    private static IResult Show(string? did, Paging paging, Database database, TimeProvider time)
    {
        var year = FiscalYear.Of(time.GetUtcNow());
        return PageView.Of<PointPage>(
            ("Cards", PointCardApi.List(paging, database)), ("IsFirst", paging.Cursor is null), ("Year", year), ("Enrolments", CardEnrolmentsApi.Of(year, database).Items),
            ("Done", did == "counted" ? Words.Say("console_points_counted") : null));
    }

    private static async Task<IResult> Count(IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        await CardEnrolmentsApi.Count(new CardEnrolmentsApi.Counted(form.Text("kind")), http, actor, database, time);
        return TypedResults.Redirect("/points?did=counted");
    }
}
