using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Broadcasts;

/// <summary>Writing a broadcast, and writing it anew.</summary>
public static class BroadcastFormPages
{
    private const string Path = "/broadcasts";

    private static readonly RequestSizeLimitAttribute Files = new(BroadcastPicturesApi.LargestBody);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/broadcasts/new", ShowNew).Needs(Right.WriteBroadcasts);
        routes.MapPost("/broadcasts", Add).Needs(Right.WriteBroadcasts).WithMetadata(Files);
        routes.MapGet("/broadcasts/{id:long}/edit", Show).Needs(Right.WriteBroadcasts);
        routes.MapPost("/broadcasts/{id:long}", Edit).Needs(Right.WriteBroadcasts).WithMetadata(Files);
        routes.MapGet("/broadcasts/pictures/{id}", Picture).Needs(Right.WriteBroadcasts);
    }

    private static IResult ShowNew(Database database, TimeProvider time) => View(null, BroadcastForm.Empty, 0, null, database, time);

    /// <summary>For staff alone; everybody else gets it from the bot.</summary>
    private static FileContentHttpResult Picture(string id, Database database)
    {
        var picture = BroadcastPicturesApi.Read(id, database);
        return TypedResults.Bytes(picture.Bytes, picture.Type);
    }

    private static IResult Show(long id, Database database, TimeProvider time)
    {
        var (shown, revision) = BroadcastsApi.Read(id, database);
        return View(id, BroadcastForm.Of(shown), revision, null, database, time);
    }

    private static Task<IResult> Add(IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time) => Try(
        null, form, actor, database, time,
        async typed =>
        {
            // A name that cannot be is said before anything is written.
            var keep = typed.Keep;
            var added = (await BroadcastsApi.Add(typed.Wish(), http, actor, database, time)).Value!;
            return await Kept(keep, added.Id, "write", actor, database, time);
        });

    private static Task<IResult> Edit(long id, IFormCollection form, HttpContext http, Actor actor, Database database, TimeProvider time) => Try(
        id, form, actor, database, time,
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

    /// <summary>A file that can be sent is kept even when something else is refused: nobody chooses it twice.</summary>
    private static async Task<IResult> Try(long? id, IFormCollection form, Actor actor, Database database, TimeProvider time, Func<BroadcastForm, Task<IResult>> write)
    {
        var typed = new BroadcastForm(form);
        try
        {
            if (form.Files["file"] is { Length: > 0 } file) typed = typed.With(await BroadcastPicturesApi.Upload(file, actor, database, time));
            return await write(typed);
        }
        catch (Problem refused) when (refused.Status is not StatusCodes.Status404NotFound)
        {
            // Who has been told that it changed, and looks, may save over it.
            var seen = refused.IsStale && id is { } known ? BroadcastsApi.Read(known, database).Revision : form.Number(Revision.Field) ?? 0;
            return View(id, typed, seen, refused, database, time);
        }
    }

    /// <param name="id">Null for a new one.</param>
    private static IResult View(long? id, BroadcastForm typed, int seen, Problem? refused, Database database, TimeProvider time) => PageView.Of<BroadcastFormPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Action", PathOf(id)), ("Typed", typed), ("Seen", seen), ("Choices", AudiencesApi.Offered(typed, database, time.GetUtcNow())), ("Saved", AudiencesApi.List(database).Items),
        ("Wrong", refused?.Said("broadcast")), ("Current", refused is { IsStale: true } ? PathOf(id) : null));

    private static string PathOf(long? id) => id is null ? Path : string.Create(CultureInfo.InvariantCulture, $"{Path}/{id}");
}
