using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Queues;

/// <summary>What could not be sent, and what could not be handled.</summary>
public static class QueuePages
{
    private const string Path = "/unsent";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).Needs(Right.MendQueues);
        routes.MapGet("/unsent/{seq:long}", ShowOne).Needs(Right.MendQueues);
        routes.MapGet("/unsent/parked/{seq:long}", ShowParked).Needs(Right.MendQueues);
        routes.MapPost("/unsent/{seq:long}/retry", Retry).Needs(Right.MendQueues);
        routes.MapPost("/unsent/{seq:long}/dismissal", Dismiss).Needs(Right.MendQueues);
        routes.MapPost("/unsent/parked/{seq:long}/retry", RetryParked).Needs(Right.MendQueues);
        routes.MapPost("/unsent/parked/{seq:long}/dismissal", DismissParked).Needs(Right.MendQueues);
    }

    private static IResult Show(Database database, TimeProvider time)
    {
        var first = new Paging(Paging.Most, null);
        return PageView.Of<QueuePage>(("Unsent", UnsentMessagesApi.List(first, null, database, time).Items), ("Parked", ParkedEventsApi.List(first, database).Items));
    }

    private static IResult ShowOne(long seq, Actor actor, Database database, TimeProvider time) =>
        PageView.Of<UnsentPage>(("Row", UnsentMessagesApi.One(seq, database, time)), ("SeesMembers", actor.Role.Has(Right.SeeMembers)));

    private static IResult ShowParked(long seq, Actor actor, Database database) =>
        PageView.Of<ParkedPage>(("Row", ParkedEventsApi.One(seq, database)), ("SeesMembers", actor.Role.Has(Right.SeeMembers)));

    private static Task<RedirectHttpResult> Retry(long seq, Actor actor, Database database, TimeProvider time) => After(UnsentMessagesApi.Retry(seq, actor, database, time));

    private static Task<RedirectHttpResult> Dismiss(long seq, Actor actor, Database database, TimeProvider time) => After(UnsentMessagesApi.Dismiss(seq, actor, database, time));

    private static Task<RedirectHttpResult> RetryParked(long seq, Actor actor, Database database, TimeProvider time) => After(ParkedEventsApi.Retry(seq, actor, database, time));

    private static Task<RedirectHttpResult> DismissParked(long seq, Actor actor, Database database, TimeProvider time) => After(ParkedEventsApi.Drop(seq, actor, database, time));

    private static async Task<RedirectHttpResult> After(Task done)
    {
        await done;
        return TypedResults.Redirect(Path);
    }
}
