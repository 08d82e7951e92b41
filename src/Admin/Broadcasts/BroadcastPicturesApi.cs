using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.Core.Broadcasts;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Concierge.Admin.Broadcasts;

/// <summary>Pictures that staff upload for broadcasts. The bot shows them to everybody who has their address; here only staff see them.</summary>
public static class BroadcastPicturesApi
{
    /// <summary>Whoever sends a photo as it came from the phone is told how large one may be, and not that the line was cut.</summary>
    internal const int LargestBody = 12 * 1024 * 1024;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/broadcast-pictures", Add).Needs(Right.WriteBroadcasts).NeedsKey().WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .WithSummary("Upload a JPEG or PNG of at most 1 MB, in base64; broadcasts name it by its id");
        api.MapGet("/broadcast-pictures/{id}", One).Needs(Right.WriteBroadcasts).WithSummary("What is known of an uploaded picture");
    }

    /// <param name="Content">The file, in base64.</param>
    public sealed record PictureWish(byte[]? Content);

    public sealed record Added(string Id);

    /// <param name="Type">image/jpeg or image/png.</param>
    /// <param name="Length">In bytes.</param>
    /// <param name="Path">Under the public address of the bot.</param>
    /// <param name="AddedBy">Id of the member of staff.</param>
    public sealed record PictureShown(string Id, string Type, int Length, string Path, string AddedBy, DateTimeOffset At);

    internal static async Task<Created<Added>> Add(PictureWish wish, HttpContext http, Actor actor, Database database, TimeProvider time)
    {
        var (bytes, now) = (Checked(wish.Content ?? throw Problem.Missing("content")), time.GetUtcNow());
        var added = await database.Writer.Write(unit => Once.Do(unit, http, actor, wish, now, () => new Added(Keep(unit, bytes, actor, now))));
        return TypedResults.Created($"/api/v1/broadcast-pictures/{added.Id}", added);
    }

    /// <summary>A file of a form, whatever becomes of the rest of it.</summary>
    /// <exception cref="Problem">It is no picture that can be sent.</exception>
    internal static async Task<string> Upload(IFormFile file, Actor actor, Database database, TimeProvider time)
    {
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        var bytes = Checked(copy.ToArray());
        return await database.Writer.Write(unit => Keep(unit, bytes, actor, time.GetUtcNow()));
    }

    internal static BroadcastPicture Read(string id, Database database) => database.Reader.Read(unit => BroadcastBook.Picture(unit, id)) ?? throw Problem.NotFound();

    private static PictureShown One(string id, Database database)
    {
        var picture = Read(id, database);
        return new PictureShown(picture.Id, picture.Type, picture.Bytes.Length, BroadcastContent.PathOf(picture.Id), picture.AddedBy, picture.At);
    }

    private static byte[] Checked(byte[] file) =>
        PictureFile.Wrong(file) is { } fault ? throw Problem.Invalid("picture", Words.Say("problem_broadcast_picture_" + Names.Of(fault))) : file;

    private static string Keep(Unit unit, byte[] bytes, Actor actor, DateTimeOffset now)
    {
        var picture = new BroadcastPicture { Id = BroadcastBook.NewPicture(), Type = PictureFile.TypeOf(bytes)!, Bytes = bytes, AddedBy = actor.Id, At = now };
        unit.Db.Add(picture);
        unit.Db.SaveChanges();
        AuditTrail.Append(unit, now, actor.Id, "add", "broadcast-picture/" + picture.Id);
        return picture.Id;
    }
}
