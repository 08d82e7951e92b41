using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Live;

/// <summary>
/// <c>GET /live</c>: tells pages that are open that something has happened (<c>live.js</c> listens). A page begins where its own reading
/// began (<c>from</c>), so nothing falls between the two.
/// </summary>
public static class LivePages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/live", Listen).Needs(Right.WorkCases);

    private static ServerSentEventsResult<Listening.Happened> Listen(long? from, HttpContext http, Listening listening) =>
        listening.To(http, Listening.Place(http) ?? from, () => Sessions.StillHolds(http), "happened");
}
