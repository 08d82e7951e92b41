using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Home;

/// <summary>What waits for whoever has just come in; and the places that are still empty.</summary>
public static class HomePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Show).NeedsSignIn();
        routes.MapGet("/points", () => Empty("console_points")).Needs(Right.SeeMembers);
    }

    private static IResult Show(Actor actor, Database database, TimeProvider time) =>
        PageView.Of<HomePage>(("Waiting", database.Reader.Read(unit => Waiting.For(actor.Role, unit, time.GetUtcNow()))));

    private static IResult Empty(string name) => PageView.Of<EmptyPage>(("Title", Words.Say(name)));
}
