using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The desk keeps its log.</summary>
public sealed class ConsultationsTests
{
    private const string Path = "/api/v1/consultations";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_walk_in_is_written_down_corrected_and_counted(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hanako();
        var sato = await desk.Employs("sato", "佐藤", Role.Desk);
        var added = await desk.Sends(HttpMethod.Post, Path, sato, $$"""{"way":"walkIn","theme":"health","minutes":20,"note":"canary-note","member":"{{Some.Hanako}}"}""");
        Assert.Equal(201, added.Status);
        await desk.Sends(HttpMethod.Post, Path, sato, """{"way":"telephone","theme":"work","minutes":5,"note":"canary-of-nobody","at":"2026-06-30T23:59:59+09:00"}""");

        var one = await desk.Gets($"{Path}/{added.Text("id")}", sato);
        Assert.Equal(("canary-note", "sato", Some.Hanako), (one.Text("note"), one.Text("takenBy"), one.Text("member")));
        var put = (string? tag, string json) => desk.Sends(HttpMethod.Put, $"{Path}/{added.Text("id")}", sato, json, headers: tag is null ? [] : [("If-Match", tag)]);
        Assert.Equal(428, (await put(null, """{"way":"walkIn","theme":"health","minutes":30}""")).Status);
        // She would rather not be named: the note goes on as nobody's.
        var changed = await put(one.ETag, """{"way":"walkIn","theme":"health","minutes":30,"note":"canary-note"}""");
        Assert.Equal((200, "30", "null", "canary-note"), (changed.Status, changed.Json("minutes"), changed.Json("member"), changed.Text("note")));
        Assert.Equal(412, (await put(one.ETag, """{"way":"walkIn","theme":"health","minutes":1}""")).Status);

        var counts = (await desk.Gets(Path + "/counts?fiscalYear=R8", sato)).Items.Where(count => count.GetProperty("times").GetInt32() > 0)
            .Select(count => (count.GetProperty("quarter").GetInt32(), count.GetProperty("way").GetString(), count.GetProperty("minutes").GetInt32()));
        Assert.Equal([(1, "telephone", 5), (3, "walkIn", 30)], counts);
        Assert.Equal(2, (await desk.Gets(Path, sato)).Items.Count);
        Assert.Empty((await desk.Gets(Path + "?fiscalYear=R7", sato)).Items);
        Assert.Single((await desk.Gets(Path + "?quarter=1&way=telephone", sato)).Items);
        Assert.Empty((await desk.Gets(Path + "?quarter=1&way=walkIn", sato)).Items);
        Assert.Equal("quarter", (await desk.Gets(Path + "?quarter=5", sato)).Text("item"));
        Assert.Equal(["write", "read", "change"], desk.Trail("consultation/" + added.Text("id")).Select(entry => entry.Action));
        await desk.AssertNothingShows([Role.Desk, Role.Secretariat], Path, $"{Path}/{added.Text("id")}", Path + "?format=csv", Path + "/counts");
    }

    [Fact]
    public async Task A_note_that_looks_like_a_formula_is_only_text_in_a_table()
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        await desk.Sends(HttpMethod.Post, Path, token, """{"way":"line","theme":"other","minutes":5,"note":"=1+1"}""");
        Assert.Contains(",'=1+1,", (await desk.Gets(Path + "?format=csv", token)).Raw);
    }

    [Fact]
    public async Task Of_whoever_leaves_the_count_stays_and_the_note_goes()
    {
        await using var desk = await Desk.Opens();
        await desk.Hanako();
        var token = await desk.Token(Role.Desk);
        await desk.Sends(HttpMethod.Post, Path, token, $$"""{"way":"walkIn","theme":"health","minutes":20,"note":"canary-note","member":"{{Some.Hanako}}"}""");
        await desk.Database.Writer.Write(unit => Erasing.Everything(unit, Some.Hanako));
        var left = Assert.Single((await desk.Gets(Path, token)).Items);
        Assert.Equal(("null", "null"), (left.GetProperty("note").GetRawText(), left.GetProperty("member").GetRawText()));
    }

    [Theory]
    [InlineData("""{"theme":"work","minutes":5}""", "way")]
    [InlineData("""{"way":"pigeon","theme":"work","minutes":5}""", "way")]
    [InlineData("""{"way":"line","minutes":5}""", "theme")]
    [InlineData("""{"way":"line","theme":"work"}""", "minutes")]
    [InlineData("""{"way":"line","theme":"work","minutes":481}""", "minutes")]
    [InlineData("""{"way":"line","theme":"work","minutes":"5"}""", "minutes")]
    [InlineData("""{"way":"line","theme":"work","minutes":5,"note":""}""", "note")]
    [InlineData("""{"way":"line","theme":"work","minutes":5,"member":"m-nobody"}""", "member")]
    [InlineData("""{"way":"line","theme":"work","minutes":5,"at":"2027-01-01T00:00:00+09:00"}""", "at")]
    [InlineData("""{"way":"line","theme":"work","minutes":5,"at":"2026-01-01T00:00:00"}""", "at")]
    [InlineData("""{"way":"line","theme":"work","minutes":5,"mood":"good"}""", "mood")]
    public async Task A_slip_is_named_and_nothing_is_kept(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        var refused = await desk.Sends(HttpMethod.Post, Path, token, json);
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
        Assert.Empty((await desk.Gets(Path, token)).Items);
        Assert.Equal((400, 404), ((await desk.Gets(Path + "/counts?fiscalYear=2026", token)).Status, (await desk.Gets(Path + "/nothing", token)).Status));
    }
}
