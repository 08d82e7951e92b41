using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Broadcasts;

/// <summary>The staff's own phones, where tests of broadcasts arrive.</summary>
public static class BroadcastPhonePages
{
    private const string Path = "/broadcasts/phones";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).Needs(Right.WriteBroadcasts);
        routes.MapPost(Path, Add).Needs(Right.ApproveBroadcasts);
        routes.MapPost(Path + "/remove", Remove).Needs(Right.ApproveBroadcasts);
    }

    private static IResult Show(string? did, Actor actor, Database database) => View(null, Words.Everything.GetValueOrDefault("console_broadcast_phone_did_" + did), actor, database);

    private static Task<IResult> Add([FromForm] string? member, Actor actor, Database database, TimeProvider time) =>
        Try("add", BroadcastPhonesApi.Add(member?.Trim() ?? "", actor, database, time), actor, database);

    private static Task<IResult> Remove([FromForm] string? member, Actor actor, Database database, TimeProvider time) =>
        Try("remove", BroadcastPhonesApi.Remove(member ?? "", actor, database, time), actor, database);

    private static async Task<IResult> Try(string what, Task act, Actor actor, Database database)
    {
        try
        {
            await act;
            return TypedResults.Redirect($"{Path}?did={what}");
        }
        catch (Problem refused)
        {
            return View(refused, null, actor, database);
        }
    }

    private static IResult View(Problem? refused, string? done, Actor actor, Database database) => PageView.Of<BroadcastPhonesPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Phones", BroadcastPhonesApi.List(database).Items), ("MayChange", actor.Role.Has(Right.ApproveBroadcasts)), ("Wrong", refused?.Said("phone")), ("Done", done));
}
