using System.Net;
using System.Text.Json;
using Concierge.Core.Broadcasts;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.LineSimulator;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>A picture is uploaded as it is, or refused with what is wrong with it.</summary>
public sealed class BroadcastPicturesTests
{
    private const string Api = "/api/v1/broadcast-pictures", Form = "/broadcasts/new", Path = "/broadcasts";

    private static readonly byte[] Png = CannedMedia.Png();

    private static readonly (string, string)[] Written = [("title", "教室のご案内"), ("text", "来週の 教室です。"), ("alt", "教室の絵"), ("kind", "once"), ("window", "240"), ("cap", "100")];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task It_is_kept_to_the_byte_once_and_named_by_a_broadcast(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var sato = await desk.Token(Role.Desk);
        var ids = new List<string?>();
        for (var n = 0; n < 2; n++) ids.Add((await desk.Sends(HttpMethod.Post, Api, sato, Json(Png), headers: ("Idempotency-Key", "one"))).Text("id"));
        var id = Assert.Single(ids.Distinct())!;
        Assert.True(id.Length >= 22);
        Assert.Equal(Png, desk.Database.Reader.Read(unit => unit.Db.Set<BroadcastPicture>().Single()).Bytes);
        var shown = await desk.Gets($"{Api}/{id}", sato);
        Assert.Equal(("image/png", "/pictures/" + id, Png.Length), (shown.Text("type"), shown.Text("path"), shown.Body.GetProperty("length").GetInt32()));
        Assert.Equal(["add"], desk.Trail("broadcast-picture/" + id).Select(entry => entry.Action));

        var draft = $$"""{"title":"題","text":"本文","cap":9,"picture":"{{id}}","alt":"教室の絵"}""";
        var written = await desk.Sends(HttpMethod.Post, "/api/v1/broadcasts", sato, draft, headers: ("Idempotency-Key", "two"));
        var bubble = (await desk.Gets($"/api/v1/broadcasts/{written.Body.GetProperty("id").GetInt64()}/preview", sato)).Body.GetProperty("bubbles")[1];
        Assert.Equal(("/pictures/" + id, "教室の絵"), (bubble.GetProperty("image").GetString(), bubble.GetProperty("alt").GetString()));
        var unknown = await desk.Sends(HttpMethod.Post, "/api/v1/broadcasts", sato, draft.Replace(id, "nothing", StringComparison.Ordinal), headers: ("Idempotency-Key", "three"));
        Assert.Equal((400, "picture"), (unknown.Status, unknown.Text("item")));
    }

    [Fact]
    public async Task What_is_no_picture_or_too_large_is_refused_in_words()
    {
        await using var desk = await Desk.Opens();
        var sato = await desk.Token(Role.Desk);
        foreach (var (file, said) in new[] { ("<svg onload=alert(1)>"u8.ToArray(), "JPEGか PNG"), ([.. Png, .. new byte[PictureFile.Most]], "1MB"), ([], "1MB") })
        {
            var refused = await desk.Sends(HttpMethod.Post, Api, sato, Json(file), headers: ("Idempotency-Key", "one"));
            Assert.Equal((400, "picture"), (refused.Status, refused.Text("item")));
            Assert.Contains(said, refused.Raw, StringComparison.Ordinal);
        }
        Assert.Equal(400, (await desk.Sends(HttpMethod.Post, Api, sato, """{"content":"%%"}""", headers: ("Idempotency-Key", "one"))).Status);
        Assert.Equal(403, (await desk.Sends(HttpMethod.Post, Api, await desk.Token(Role.Partner), Json(Png), headers: ("Idempotency-Key", "one"))).Status);
    }

    [Fact]
    public async Task It_is_chosen_in_the_form_stays_when_something_else_is_refused_and_is_taken_off_again()
    {
        await using var desk = await Desk.Opens();
        await desk.Hires("sato", "佐藤", Role.Desk);
        using var sato = await Clerk.SignsIn(desk, "sato");
        var refused = await sato.SendsFile(Form, Path, ("file", "絵.png", Png), [.. Written, ("label", "見る"), ("address", "http://example.jp")]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var picture = desk.Database.Reader.Read(unit => unit.Db.Set<BroadcastPicture>().Single());
        Assert.Contains($"value=\"{picture.Id}\"", await Clerk.Text(refused), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await sato.Sends(Form, Path, [.. Written, ("picture", picture.Id)])).StatusCode);
        var id = desk.Database.Reader.Read(unit => unit.Db.Set<Broadcast>().Single().Id);
        Assert.Contains($"<img src=\"/broadcasts/pictures/{picture.Id}\" alt=\"教室の絵\"", await sato.Reads($"{Path}/{id}"), StringComparison.Ordinal);
        using var seen = await sato.Opens("/broadcasts/pictures/" + picture.Id);
        Assert.Equal(("image/png", "no-store"), (seen.Content.Headers.ContentType!.MediaType, seen.Headers.CacheControl!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await sato.Opens("/broadcasts/pictures/nothing")).StatusCode);

        var edit = $"{Path}/{id}/edit";
        Assert.Contains("JPEGか PNG", await Clerk.Text(await sato.SendsFile(edit, $"{Path}/{id}", ("file", "絵.png", "GIF89a"u8.ToArray()), Written)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await sato.Sends(edit, $"{Path}/{id}", [.. Written, ("nopicture", "true")])).StatusCode);
        Assert.Null(desk.Database.Reader.Read(unit => unit.Db.Set<Broadcast>().AsNoTracking().Single().Content.Picture));
    }

    private static string Json(byte[] file) => JsonSerializer.Serialize(new { content = file });
}
