using Concierge.Admin.Staff;
using Concierge.Core.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Live;

/// <summary>
/// <c>GET /api/v1/feed</c>: what happens, as server-sent events, ids only. An event's id is its place: whoever comes back with
/// <c>Last-Event-ID</c> gets all that came since, whoever comes without one gets what comes from now on, after one event <c>here</c> with the place.
/// </summary>
public static class FeedApi
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/feed", Watch).Needs(Right.ReadTalk).WithSummary("What happens, live, as server-sent events");

    private static ServerSentEventsResult<Listening.Happened> Watch(HttpContext http, Listening listening, TokenCheck check) =>
        listening.To(http, Listening.Place(http), () => check.StillHolds(http));
}
