using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Broadcasts;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Broadcasts;

/// <summary>お知らせ: what goes to many, step by step from the draft to what came of it.</summary>
public static class BroadcastPages
{
    private const string Path = "/broadcasts";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).Needs(Right.WriteBroadcasts);
        routes.MapGet("/broadcasts/{id:long}", Show).Needs(Right.WriteBroadcasts);
        BroadcastFormPages.Map(routes);
        BroadcastPhonePages.Map(routes);
        routes.MapPost("/broadcasts/{id:long}/submit", Submit).Needs(Right.WriteBroadcasts);
        routes.MapPost("/broadcasts/{id:long}/reject", Reject).Needs(Right.ApproveBroadcasts);
        routes.MapPost("/broadcasts/{id:long}/approve", Approve).Needs(Right.ApproveBroadcasts);
        routes.MapPost("/broadcasts/{id:long}/pause", Pause).Needs(Right.WriteBroadcasts);
        routes.MapPost("/broadcasts/{id:long}/resume", Resume).Needs(Right.ApproveBroadcasts);
        routes.MapPost("/broadcasts/{id:long}/cancel", Cancel).Needs(Right.WriteBroadcasts);
        routes.MapPost("/broadcasts/{id:long}/test", Test).Needs(Right.WriteBroadcasts);
    }

    /// <summary>The page of one, saying what was done.</summary>
    internal static IResult Done(long id, string what) => TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}?did={what}"));

    private static IResult List(Paging paging, string? state, string? month, Database database, TimeProvider time) => PageView.Of<BroadcastListPage>(
        ("Broadcasts", BroadcastsApi.List(paging, Typed.Text(state), database)), ("State", Typed.Text(state)), ("IsFirst", paging.Cursor is null),
        ("Forecast", BroadcastCounts.Forecast(Typed.Text(month), null, database, time)));

    private static Task<IResult> Show(long id, string? did, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        View(id, null, Words.Everything.GetValueOrDefault("console_broadcast_did_" + did), http, actor, database, options, time);

    private static Task<IResult> Submit(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        Do(id, "submit", BroadcastMoves.Submit(id, http, actor, database, options, time), http, actor, database, options, time);

    private static Task<IResult> Reject(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        Do(id, "reject", BroadcastMoves.Reject(id, http, actor, database, time), http, actor, database, options, time);

    private static Task<IResult> Approve(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        Do(id, "approve", BroadcastMoves.Approve(id, http, actor, database, options, time), http, actor, database, options, time);

    private static Task<IResult> Pause(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        Do(id, "pause", BroadcastMoves.Pause(id, http, actor, database, time), http, actor, database, options, time);

    private static Task<IResult> Resume(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        Do(id, "resume", BroadcastMoves.Resume(id, http, actor, database, time), http, actor, database, options, time);

    private static Task<IResult> Cancel(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        Do(id, "cancel", BroadcastMoves.Cancel(id, http, actor, database, time), http, actor, database, options, time);

    private static Task<IResult> Test(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time) =>
        Do(id, "test", BroadcastsApi.Test(id, http, actor, database, time), http, actor, database, options, time);

    private static async Task<IResult> Do(long id, string verb, Task act, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time)
    {
        try
        {
            await act;
            return Done(id, verb);
        }
        catch (Problem refused) when (refused.Status is not StatusCodes.Status404NotFound)
        {
            return await View(id, refused, null, http, actor, database, options, time);
        }
    }

    /// <summary>Before it is approved everybody is looked at, to say how many it would go to; after that the frozen list is counted.</summary>
    private static async Task<IResult> View(long id, Problem? refused, string? done, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time)
    {
        var (shown, revision) = BroadcastsApi.Read(id, database);
        var isOpen = shown.State is "draft" or "submitted";
        return PageView.Of<BroadcastPage>(
            refused?.Status ?? StatusCodes.Status200OK, ("Broadcast", shown), ("Seen", revision), ("Preview", BroadcastsApi.Preview(id, database, options, time)), ("Choices", AudiencesApi.All(database).Items),
            ("Count", isOpen ? await BroadcastCounts.Audience(id, actor, database, time) : null), ("Results", shown.StartedAt is null ? null : BroadcastCounts.Results(id, database)),
            ("Forecast", isOpen ? BroadcastCounts.Forecast(null, id, database, time) : null), ("Role", actor.Role), ("IsWriter", shown.Writers.Contains(actor.Id)),
            ("Trial", BroadcastsApi.Trial(id, database)), ("Wrong", refused?.Said("broadcast")), ("Done", done));
    }
}
