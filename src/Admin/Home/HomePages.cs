using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Data;

namespace Concierge.Admin.Home;

/// <summary>What waits for whoever has just come in.</summary>
public static class HomePages
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Show).NeedsSignIn();

    private static IResult Show(Actor actor, Database database, TimeProvider time) =>
        PageView.Of<HomePage>(("Waiting", database.Reader.Read(unit => Waiting.For(actor, unit, time.GetUtcNow()))));
}
