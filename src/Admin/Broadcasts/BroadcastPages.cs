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
        Map(routes, "submit", Right.WriteBroadcasts, BroadcastMoves.Submit);
        Map(routes, "reject", Right.ApproveBroadcasts, BroadcastMoves.Reject);
        Map(routes, "approve", Right.ApproveBroadcasts, BroadcastMoves.Approve);
        Map(routes, "pause", Right.WriteBroadcasts, BroadcastMoves.Pause);
        Map(routes, "resume", Right.ApproveBroadcasts, BroadcastMoves.Resume);
        Map(routes, "cancel", Right.WriteBroadcasts, BroadcastMoves.Cancel);
        Map(routes, "test", Right.WriteBroadcasts, BroadcastsApi.Test);
    }

    /// <summary>The page of one, saying what was done.</summary>
    internal static IResult Done(long id, string what) => TypedResults.Redirect(string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}?did={what}"));

    private static IResult List(Paging paging, string? state, string? month, Database database, TimeProvider time) => PageView.Of<BroadcastListPage>(
        ("Broadcasts", BroadcastsApi.List(paging, Typed.Text(state), database)), ("State", Typed.Text(state)), ("IsFirst", paging.Cursor is null),
        ("Forecast", BroadcastCounts.Forecast(Typed.Text(month), database, time)));

    private static Task<IResult> Show(long id, string? did, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        View(id, null, Words.Everything.GetValueOrDefault("console_broadcast_did_" + did), http, actor, database, time);

    private static void Map<T>(IEndpointRouteBuilder routes, string verb, Right right, Func<long, HttpContext, Actor, Database, TimeProvider, Task<T>> act) => routes.MapPost(
        $"{Path}/{{id:long}}/{verb}",
        (long id, HttpContext http, Actor actor, Database database, TimeProvider time) => Do(id, verb, act(id, http, actor, database, time), http, actor, database, time)).Needs(right);

    private static async Task<IResult> Do(long id, string verb, Task act, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            await act;
            return Done(id, verb);
        }
        catch (Problem refused) when (refused.Status is not StatusCodes.Status404NotFound)
        {
            return await View(id, refused, null, http, actor, database, time);
        }
    }

    /// <summary>Before it is approved everybody is looked at, to say how many it would go to; after that the frozen list is counted.</summary>
    private static async Task<IResult> View(long id, Problem? refused, string? done, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var (shown, revision) = BroadcastsApi.Read(id, database);
        var isOpen = shown.State is "draft" or "submitted";
        return PageView.Of<BroadcastPage>(
            refused?.Status ?? StatusCodes.Status200OK, ("Broadcast", shown), ("Seen", revision), ("Preview", BroadcastsApi.Preview(id, database, time)), ("Choices", AudiencesApi.All(database).Items),
            ("Count", isOpen ? await BroadcastCounts.Audience(id, actor, database, time) : null), ("Results", shown.StartedAt is null ? null : BroadcastCounts.Results(id, database)),
            ("Forecast", isOpen ? BroadcastCounts.Forecast(null, database, time) : null), ("Role", actor.Role), ("IsWriter", shown.Writers.Contains(actor.Id)),
            ("Wrong", refused?.Said("broadcast")), ("Done", done));
    }
}
