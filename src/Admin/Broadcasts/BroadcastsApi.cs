using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Broadcasts;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Broadcasts;

/// <summary>Messages to many: written by one, approved by another, sent by the bot.</summary>
public static class BroadcastsApi
{
    private const string Newest = "-id";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/broadcasts", List).Needs(Right.WriteBroadcasts).WithSummary("Broadcasts, the newest first; filter: state");
        api.MapPost("/broadcasts", Add).Needs(Right.WriteBroadcasts).NeedsKey().WithSummary("A new draft");
        api.MapGet("/broadcasts/{id:long}", One).Needs(Right.WriteBroadcasts).WithSummary("One broadcast");
        api.MapPut("/broadcasts/{id:long}", Edit).Needs(Right.WriteBroadcasts).NeedsIfMatch().WithSummary("Other words, people or times; withdraws an approval");
        api.MapGet("/broadcasts/{id:long}/preview", Preview).Needs(Right.WriteBroadcasts).WithSummary("What people will see, and what is still missing in a draft");
        api.MapPost("/broadcasts/{id:long}/tests", Test).Needs(Right.WriteBroadcasts).NeedsKey().WithSummary("Send it to the staff's own phones");
        BroadcastPicturesApi.Map(api);
        BroadcastMoves.Map(api);
        BroadcastCounts.Map(api);
    }

    public sealed record Added(long Id);

    internal static Listed<BroadcastShown> List(Paging paging, string? state, Database database)
    {
        var (sort, of) = ($"{Newest}/{state}", Names.ReadIfAny<BroadcastState>("state", state));
        var before = paging.After<LastSeq>(sort)?.Seq ?? long.MaxValue;
        return database.Reader.Read(unit =>
        {
            var names = StaffNames.Of(unit);
            return paging.Part(
                sort,
                unit.Db.Set<Broadcast>().AsNoTracking().Where(b => b.Id < before && (of == null || b.State == of)).OrderByDescending(b => b.Id).Take(paging.Limit + 1).ToList(),
                broadcast => BroadcastShown.Of(unit, broadcast, names), broadcast => new LastSeq(broadcast.Id));
        });
    }

    internal static async Task<Created<Added>> Add(BroadcastWish wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var added = await database.Writer.Write(unit => Once.Do(unit, http, actor, wish, now, () =>
        {
            var broadcast = BroadcastBook.Add(unit, wish.Make(unit, actor.Id, BroadcastBook.NewCode()));
            AuditTrail.Append(unit, now, actor.Id, "write", $"broadcast/{broadcast.Id}");
            return new Added(broadcast.Id);
        }));
        return TypedResults.Created($"/api/v1/broadcasts/{added.Id}", added);
    }

    internal static BroadcastShown One(long id, HttpContext http, Database database)
    {
        var (shown, revision) = Read(id, database);
        Revision.Show(http, revision);
        return shown;
    }

    internal static (BroadcastShown Broadcast, int Revision) Read(long id, Database database) =>
        database.Reader.Read(unit => Find(unit, id) is var broadcast ? (BroadcastShown.Of(unit, broadcast), broadcast.Revision) : default);

    /// <summary>What became of it on the staff's own phones, the last time; null when it was never tried.</summary>
    internal static BroadcastShown? Trial(long id, Database database) => database.Reader.Read(unit => BroadcastBook.NewestTest(unit, id) is { } test ? BroadcastShown.Of(unit, test) : null);

    internal static Task<Ok<BroadcastShown>> Edit(long id, BroadcastWish wish, HttpContext http, Actor actor, Database database, TimeProvider time) =>
        BroadcastMoves.Move(id, "change", http, actor, database, time, (unit, broadcast, now) => wish.Edit(unit, broadcast, actor.Id, now));

    internal static PreviewShown Preview(long id, Database database, BroadcastOptions options, TimeProvider time) => database.Reader.Read(unit =>
    {
        var broadcast = Find(unit, id);
        var now = time.GetUtcNow();
        return PreviewShown.Of(unit, broadcast, options.Quiet, now);
    });

    internal static async Task<Created<Added>> Test(long id, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var test = await database.Writer.Write(unit => Once.Do(unit, http, actor, id, now, () =>
        {
            var (move, sent) = BroadcastBook.Test(unit, Find(unit, id), actor.Id, now);
            if (move is not BroadcastMove.Done) throw BroadcastMoves.WhyNot(move);
            AuditTrail.Append(unit, now, actor.Id, "test", $"broadcast/{id}");
            return new Added(sent);
        }));
        return TypedResults.Created($"/api/v1/broadcasts/{test.Id}", test);
    }

    /// <exception cref="Problem">There is none of that id.</exception>
    internal static Broadcast Find(Unit unit, long id) => BroadcastBook.Find(unit, id) ?? throw Problem.NotFound();
}
