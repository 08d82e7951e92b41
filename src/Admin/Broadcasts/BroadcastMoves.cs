using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Broadcasts;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concierge.Admin.Broadcasts;

/// <summary>From the draft to the end, step by step. What is sent can be paused and ended at any moment by whoever may write.</summary>
public static class BroadcastMoves
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPut("/broadcasts/{id:long}/submission", Submit).Needs(Right.WriteBroadcasts).NeedsIfMatch().WithSummary("Hand it to a second person");
        api.MapPut("/broadcasts/{id:long}/rejection", Reject).Needs(Right.ApproveBroadcasts).NeedsIfMatch().WithSummary("Back to whoever wrote it");
        api.MapPut("/broadcasts/{id:long}/approval", Approve).Needs(Right.ApproveBroadcasts).NeedsIfMatch().WithSummary("Freeze words and people; it goes out when it is due. Not by whoever wrote in it");
        api.MapPut("/broadcasts/{id:long}/pause", Pause).Needs(Right.WriteBroadcasts).NeedsIfMatch().WithSummary("Nothing more goes out for now");
        api.MapPut("/broadcasts/{id:long}/resumption", Resume).Needs(Right.ApproveBroadcasts).NeedsIfMatch().WithSummary("Go on with whoever has not had it yet");
        api.MapPut("/broadcasts/{id:long}/cancellation", Cancel).Needs(Right.WriteBroadcasts).NeedsIfMatch().WithSummary("Take it back, or break it off");
    }

    internal static Task<Ok<BroadcastShown>> Submit(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time)
    {
        var people = PeopleNow(id, BroadcastState.Draft, database);
        return Move(id, "submit", http, actor, database, time, (unit, broadcast, now) => BroadcastBook.Submit(unit, broadcast, people.Count, options.Quiet, now));
    }

    internal static Task<Ok<BroadcastShown>> Reject(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Move(id, "reject", http, actor, database, time, (_, broadcast, _) => broadcast.Reject());

    internal static Task<Ok<BroadcastShown>> Approve(long id, HttpContext http, Actor actor, Database database, BroadcastOptions options, TimeProvider time)
    {
        var people = PeopleNow(id, BroadcastState.Submitted, database);
        return Move(id, "approve", http, actor, database, time, (unit, broadcast, now) => APerson(unit, actor) ?? BroadcastBook.Approve(unit, broadcast, actor.Id, [.. people.Select(one => one.MemberId)], options.Quiet, now));
    }

    internal static Task<Ok<BroadcastShown>> Pause(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Move(id, "pause", http, actor, database, time, (unit, broadcast, _) => BroadcastBook.Pause(unit, broadcast));

    internal static Task<Ok<BroadcastShown>> Resume(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Move(id, "resume", http, actor, database, time, (unit, broadcast, now) => APerson(unit, actor) ?? BroadcastBook.Resume(unit, broadcast, now));

    internal static Task<Ok<BroadcastShown>> Cancel(long id, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        Move(id, "cancel", http, actor, database, time, (unit, broadcast, now) => BroadcastBook.Stop(unit, broadcast, now));

    /// <summary>The town is read before, so that nobody's turn waits for it; the revision says that the audience is still the one that was read.</summary>
    /// <param name="state">In any other they are not asked for.</param>
    private static IReadOnlyList<Chosen> PeopleNow(long id, BroadcastState state, Database database) =>
        database.Reader.Read(unit => BroadcastsApi.Find(unit, id) is var broadcast && broadcast.State == state ? AudienceReading.People(unit, broadcast.Audience) : []);

    /// <summary>A key for programs is nobody: whoever wrote could approve by it.</summary>
    private static BroadcastMove.NoPerson? APerson(Unit unit, Actor actor) => unit.Db.Find<StaffEntry>(actor.Id) is null ? new BroadcastMove.NoPerson() : null;

    internal static async Task<Ok<BroadcastShown>> Move(
        long id, string what, HttpContext http, Actor actor, Database database, TimeProvider time, Func<Unit, Broadcast, DateTimeOffset, BroadcastMove> move)
    {
        var now = time.GetUtcNow();
        var (shown, revision) = await database.Writer.Write(unit =>
        {
            var broadcast = BroadcastsApi.Find(unit, id);
            Revision.Check(http, broadcast.Revision);
            if (move(unit, broadcast, now) is not BroadcastMove.Done and var no) throw WhyNot(no);
            unit.Db.SaveChanges();
            AuditTrail.Append(unit, now, actor.Id, what, $"broadcast/{id}");
            unit.Feed.Add(now, "broadcast-" + what, null, id);
            return (BroadcastShown.Of(unit, broadcast), broadcast.Revision);
        });
        Revision.Show(http, revision);
        return TypedResults.Ok(shown);
    }

    /// <summary>The rule's own name is the type of the problem, e.g. <c>broadcast-own-words</c>.</summary>
    internal static Problem WhyNot(BroadcastMove no) => no is BroadcastMove.Wrong wrong
        ? Problem.Invalid(wrong.What, Words.Say("problem_broadcast_" + wrong.What))
        : Problem.Conflict("broadcast-" + System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(no.GetType().Name));
}
