using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Broadcasts;

/// <summary>Writing a broadcast, and writing it anew.</summary>
public static class BroadcastFormPages
{
    private const string Path = "/broadcasts";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/broadcasts/new", ShowNew).Needs(Right.WriteBroadcasts);
        routes.MapPost("/broadcasts", Add).Needs(Right.WriteBroadcasts);
        routes.MapGet("/broadcasts/{id:long}/edit", Show).Needs(Right.WriteBroadcasts);
        routes.MapPost("/broadcasts/{id:long}", Edit).Needs(Right.WriteBroadcasts);
    }

    private static IResult ShowNew(Database database) => View(Path, BroadcastForm.Empty, 0, null, database);

    private static IResult Show(long id, Database database)
    {
        var (shown, revision) = BroadcastsApi.Read(id, database);
        return View(PathOf(id), BroadcastForm.Of(shown), revision, null, database);
    }

    private static Task<IResult> Add(IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time) => Try(
        Path, new BroadcastForm(form), 0, database,
        async typed =>
        {
            // A name that cannot be is said before anything is written.
            var keep = typed.Keep;
            var added = (await BroadcastsApi.Add(typed.Wish(), http, actor, database, time)).Value!;
            return await Kept(keep, added.Id, "write", actor, database, time);
        });

    private static Task<IResult> Edit(long id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time) => Try(
        PathOf(id), new BroadcastForm(form), form.Number(Revision.Field) ?? 0, database,
        async typed =>
        {
            var keep = typed.Keep;
            await BroadcastsApi.Edit(id, typed.Wish(), http, actor, database, time);
            return await Kept(keep, id, "change", actor, database, time);
        });

    /// <summary>Kept is whom the broadcast is for, also where a saved audience was chosen and not the boxes.</summary>
    private static async Task<IResult> Kept(string? name, long id, string what, Actor actor, Database database, TimeProvider time)
    {
        if (name is not null) await AudiencesApi.Keep(name, BroadcastsApi.Read(id, database).Broadcast.Audience, actor, database, time);
        return BroadcastPages.Done(id, what);
    }

    private static async Task<IResult> Try(string action, BroadcastForm typed, int seen, Database database, Func<BroadcastForm, Task<IResult>> write)
    {
        try
        {
            return await write(typed);
        }
        catch (Problem refused) when (refused.Status is not StatusCodes.Status404NotFound)
        {
            return View(action, typed, seen, refused, database);
        }
    }

    private static IResult View(string action, BroadcastForm typed, int seen, Problem? refused, Database database) => PageView.Of<BroadcastFormPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Action", action), ("Typed", typed), ("Seen", seen), ("Choices", AudiencesApi.All(database).Items), ("Saved", AudiencesApi.List(database).Items),
        ("Wrong", refused?.Said("broadcast")));

    private static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");
}
