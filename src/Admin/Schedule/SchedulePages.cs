using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Schedule;

/// <summary>Whether what runs by itself does run.</summary>
public static class SchedulePages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/schedule", Show).Needs(Right.MendQueues);

    private static IResult Show(Database database, TimeProvider time) => PageView.Of<SchedulePage>(("Jobs", JobsApi.List(database, time).Items));
}
