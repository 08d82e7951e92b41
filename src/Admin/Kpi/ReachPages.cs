using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Kpi;

/// <summary>届き方: where people come from, where they leave, what they take.</summary>
public static class ReachPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/kpi/reach", Show).Needs(Right.SeeFigures);

    private static IResult Show(Actor actor, Database database) => PageView.Of<ReachPage>(("Reach", database.Reader.Read(unit => ReachApi.Read(unit, actor))));
}
