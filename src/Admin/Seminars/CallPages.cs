using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Seminars;

/// <summary>電話をかける人: the list, and taking somebody from it.</summary>
public static class CallPages
{
    private const string Path = "/seminars/calls";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).Needs(Right.RunSeminars);
        routes.MapPost(Path, Told).Needs(Right.RunSeminars);
    }

    private static async Task<IResult> Show(string? did, Paging paging, Actor actor, Database database, TimeProvider time) => PageView.Of<CallsPage>(
        ("Calls", (await CallsApi.List(actor, database, time)).Items), ("Made", await CallsApi.Done(paging, actor, database, time)), ("IsFirst", paging.Cursor is null), ("Done", did == "told" ? Words.Say("console_calls_did") : null));

    private static async Task<IResult> Told([FromForm] string? seminar, [FromForm] string? member, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        await ReservationsApi.Told(seminar ?? throw Problem.NotFound(), member ?? throw Problem.NotFound(), new ReservationsApi.Telling(Revision.Seen(http)), actor, database, time);
        return TypedResults.Redirect(Path + "?did=told");
    }
}
