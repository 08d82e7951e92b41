using Concierge.Core.Board;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>One writes, another approves, and both see what they do.</summary>
public sealed partial class BroadcastsTests
{
    private const string Path = "/api/v1/broadcasts", Whole = """{"title":"教室のご案内","text":"来週の 教室です。","cap":100}""";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sato_writes_and_hands_in_and_Suzuki_approves(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Friends(3);
        var (sato, suzuki) = (await desk.Employs("sato", "佐藤", Role.Secretariat), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        var path = await Written(desk, sato, Whole);
        var draft = await desk.Gets(path, sato);
        Assert.Equal(("draft", "once"), (draft.Text("state"), draft.Body.GetProperty("timing").GetProperty("kind").GetString()));
        Assert.Equal(428, (await desk.Sends(HttpMethod.Put, path + "/submission", sato)).Status);
        var submitted = await Moves(desk, path, "submission", sato, draft.ETag!);
        Assert.Equal("broadcast-own-words", (await Moves(desk, path, "approval", sato, submitted.ETag!)).Problem);
        Assert.Equal(412, (await Moves(desk, path, "approval", suzuki, draft.ETag!)).Status);
        var approved = await Moves(desk, path, "approval", suzuki, submitted.ETag!);
        Assert.Equal(("approved", "suzuki", "鈴木", 3), (approved.Text("state"), approved.Text("approvedBy"), approved.Text("approvedByName"), approved.Body.GetProperty("people").GetInt32()));
        Assert.Equal(("""["sato"]""", """["佐藤"]"""), (approved.Json("writers"), approved.Json("writerNames")));

        var edited = await desk.Sends(HttpMethod.Put, path, suzuki, Whole.Replace("来週", "再来週", StringComparison.Ordinal), headers: ("If-Match", approved.ETag!));
        Assert.Equal(("draft", null, null), (edited.Text("state"), edited.Text("approvedBy"), edited.Text("approvedByName")));
        Assert.Equal(0, desk.Database.Reader.Read(unit => unit.Db.Set<BroadcastRecipient>().Count()));
        submitted = await Moves(desk, path, "submission", sato, edited.ETag!);
        Assert.Equal("broadcast-own-words", (await Moves(desk, path, "approval", suzuki, submitted.ETag!)).Problem);
        Assert.Equal(["write", "submit", "approve", "change", "submit"], desk.Trail("broadcast/" + path.Split('/')[^1]).Select(entry => entry.Action));
    }

    /// <summary>Whoever wrote could approve by it.</summary>
    [Fact]
    public async Task A_key_for_programs_approves_nothing()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(3);
        var sato = await desk.Employs("sato", "佐藤", Role.Secretariat);
        var path = await Written(desk, sato, Whole);
        var submitted = await Moves(desk, path, "submission", sato, (await desk.Gets(path, sato)).ETag!);
        Assert.Equal("broadcast-no-person", (await Moves(desk, path, "approval", await desk.Token(Role.Secretariat), submitted.ETag!)).Problem);
        Assert.Equal("submitted", (await desk.Gets(path, sato)).Text("state"));
    }

    /// <summary>A test is not a broadcast that nobody has approved.</summary>
    [Fact]
    public async Task Tests_arrive_at_ten_phones_at_most()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(11);
        var suzuki = await desk.Employs("suzuki", "鈴木", Role.Secretariat);
        var answers = new List<int>();
        for (var phone = 1; phone <= 11; phone++) answers.Add((await desk.Sends(HttpMethod.Put, $"/api/v1/broadcast-phones/m-friend-{phone}", suzuki)).Status);
        Assert.Equal([.. Enumerable.Repeat(204, 10), 400], answers);
    }

    [Fact]
    public async Task Before_a_seminar_one_sees_the_card_of_the_next_and_a_series_that_is_not_there_is_refused()
    {
        await using var desk = await Desk.Opens();
        var sato = await desk.Token(Role.Desk);
        const string timing = """{"title":"題","text":"本文","cap":100,"timing":{"kind":"beforeSeminar","daysBefore":1,"clock":"09:00","until":"2027-03-31","series":S}}""";
        var wrong = await desk.Sends(HttpMethod.Post, Path, sato, timing.Replace("S}", "\"ない\"}", StringComparison.Ordinal), headers: ("Idempotency-Key", "series"));
        Assert.Equal((400, "series"), (wrong.Status, wrong.Text("item")));
        var preview = await desk.Gets(await Written(desk, sato, timing.Replace("S}", "null}", StringComparison.Ordinal)) + "/preview", sato);
        var next = desk.Database.Reader.Read(unit => unit.Db.Set<Core.Seminars.Seminar>().Where(s => s.Kind == Core.Seminars.GatheringKind.Seminar).OrderBy(s => s.StartsAt).First());
        Assert.Contains(preview.Body.GetProperty("bubbles").EnumerateArray(), bubble => bubble.GetProperty("kind").GetString() == "card" && bubble.GetProperty("title").GetString()!.Contains(next.Title, StringComparison.Ordinal));
        Assert.NotEmpty(preview.Body.GetProperty("times").EnumerateArray());
    }

    [Fact]
    public async Task A_draft_that_is_sent_fifty_times_is_there_once()
    {
        await using var desk = await Desk.Opens();
        var sato = await desk.Token(Role.Desk);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => desk.Sends(HttpMethod.Post, Path, sato, Whole, headers: ("Idempotency-Key", "one"))));
        Assert.Single(answers.Select(answer => answer.Raw).Distinct());
        Assert.Single((await desk.Gets(Path, sato)).Items);
    }

    [Theory]
    [InlineData("""{"title":"","text":"","cap":5}""", "title")]
    [InlineData("""{"title":"題","text":"本文"}""", "cap")]
    [InlineData("""{"title":"題","text":"本文","cap":5,"windowMinutes":14}""", "window")]
    [InlineData("""{"title":"題","text":"本文","cap":5,"timing":{"kind":"once","at":"2026-11-24T11:00:00+09:00"},"windowMinutes":60}""", "timing")]
    public async Task What_is_not_whole_is_not_handed_in_and_the_part_is_named(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var sato = await desk.Token(Role.Desk);
        var path = await Written(desk, sato, json);
        var refused = await Moves(desk, path, "submission", sato, (await desk.Gets(path, sato)).ETag!);
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
    }

    [Theory]
    [InlineData("""{"link":{"label":"見る","address":"http://example.jp/"}}""", "address")]
    [InlineData("""{"image":"data:image/png;base64,AA"}""", "image")]
    [InlineData("""{"seminar":"s1","post":1}""", "post")]
    [InlineData("""{"audience":{"include":{"areas":["nroth"]}}}""", "areas")]
    [InlineData("""{"audience":{"include":{"districts":["tanuki"]}}}""", "districts")]
    [InlineData("""{"audience":{"include":{"seminars":["s9"]}}}""", "seminars")]
    [InlineData("""{"savedAudience":9}""", "savedAudience")]
    [InlineData("""{"timing":{"kind":"weekly","weekday":"someday"}}""", "weekday")]
    [InlineData("""{"timing":{"kind":"weekly","weekday":"friday","clock":"09:00"}}""", "until")]
    [InlineData("""{"approvedBy":"me"}""", "approvedBy")]
    public async Task What_is_in_a_draft_must_be_right(string json, string item)
    {
        await using var desk = await Desk.Opens();
        var whole = """{"title":"題","text":"本文",""" + json[1..];
        var refused = await desk.Sends(HttpMethod.Post, Path, await desk.Token(Role.Desk), whole, headers: ("Idempotency-Key", "one"));
        Assert.Equal((400, item), (refused.Status, refused.Text("item")));
    }

    [Theory]
    [InlineData("""{"title":"題","text":"本文","cap":3}""", "broadcast-over-cap")]
    [InlineData("""{"title":"題","text":"本文","cap":3,"audience":{"include":{"areas":["centre"]}}}""", "broadcast-nobody")]
    [InlineData("""{"title":"題","text":"本文","cap":9,"post":999999}""", "broadcast-card-gone")]
    public async Task What_nobody_could_approve_is_not_handed_in(string json, string rule)
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(4);
        var sato = await desk.Token(Role.Desk);
        var path = await Written(desk, sato, json);
        Assert.Equal(rule, (await Moves(desk, path, "submission", sato, (await desk.Gets(path, sato)).ETag!)).Problem);
        Assert.Equal("draft", (await desk.Gets(path, sato)).Text("state"));
    }

    [Fact]
    public async Task Who_fits_is_asked_again_at_the_approval()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(1);
        var (sato, suzuki) = (await desk.Token(Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        var path = await Written(desk, sato, Whole);
        var submitted = await Moves(desk, path, "submission", sato, (await desk.Gets(path, sato)).ETag!);
        await desk.Database.Writer.Write(unit => unit.Consents.Add("m-friend-1", new Consent(Purpose.Service, "entry@1/consent_service", false, desk.Time.GetUtcNow(), Consents.Member)));
        Assert.Equal("broadcast-nobody", (await Moves(desk, path, "approval", suzuki, submitted.ETag!)).Problem);
    }

    [Fact]
    public async Task What_people_will_see_is_seen_before()
    {
        await using var desk = await Desk.Opens();
        var sato = await desk.Token(Role.Desk);
        var path = await Written(desk, sato, """{"title":"題","text":"本文","image":"https://example.jp/a.png","post":1,"link":{"label":"くわしく見る","address":"https://example.jp/"}}""");
        var seen = await desk.Gets(path + "/preview", sato);
        Assert.Equal(["text", "image", "card"], seen.Body.GetProperty("bubbles").EnumerateArray().Select(bubble => bubble.GetProperty("kind").GetString()));
        Assert.Equal("""["くわしく","くわしく見る"]""", seen.Body.GetProperty("bubbles")[2].GetProperty("buttons").GetRawText());
        Assert.False(seen.Body.GetProperty("gone").GetBoolean());
    }

    [Fact]
    public async Task A_test_goes_to_the_phones_of_the_staff_alone()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(3);
        var (sato, suzuki) = (await desk.Token(Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        var path = await Written(desk, sato, Whole);
        Assert.Equal("broadcast-no-phone", (await Tests("one")).Problem);
        Assert.Equal(404, (await desk.Sends(HttpMethod.Put, "/api/v1/broadcast-phones/m-nobody", suzuki)).Status);
        Assert.Equal(204, (await desk.Sends(HttpMethod.Put, "/api/v1/broadcast-phones/m-friend-2", suzuki)).Status);
        Assert.Equal("鈴木", (await desk.Gets("/api/v1/broadcast-phones", sato)).Items.Single().GetProperty("addedByName").GetString());
        var sent = await Tests("two");
        var shown = await desk.Gets($"{Path}/{sent.Body.GetProperty("id").GetInt64()}", sato);
        Assert.Equal((true, 1, "approved"), (shown.Body.GetProperty("isTest").GetBoolean(), shown.Body.GetProperty("people").GetInt32(), shown.Text("state")));
        Assert.Equal(204, (await desk.Sends(HttpMethod.Delete, "/api/v1/broadcast-phones/m-friend-2", suzuki)).Status);
        Assert.Empty((await desk.Gets("/api/v1/broadcast-phones", sato)).Items);

        Task<Answered> Tests(string key) => desk.Sends(HttpMethod.Post, path + "/tests", sato, headers: ("Idempotency-Key", key));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task What_came_of_it_is_counted(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Friends(7);
        var (sato, suzuki) = (await desk.Token(Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        var id = (await Approved(desk, sato, suzuki, Whole)).Body.GetProperty("id").GetInt64();
        var now = desk.Time.GetUtcNow();
        await desk.Database.Writer.Write(unit =>
        {
            unit.Consents.Add("m-friend-1", new Consent(Purpose.Service, "entry@1/consent_service", false, now, Consents.Member));
            unit.Consents.Add("m-friend-6", new Consent(Purpose.News, News.Text, false, now, Consents.Member));
            unit.Members.SetReachable("m-friend-2", false, now);
            Erasing.Everything(unit, "m-friend-3");
        });
        var chunk = await desk.Database.Writer.Write(unit => BroadcastChunks.Claim(unit, BroadcastRounds.Turn(unit, _ => [1], QuietHours.Usual, now), "node", now, now.AddSeconds(30)));
        await desk.Database.Writer.Write(unit => Assert.True(BroadcastChunks.Sent(unit, chunk!, "r", now)));
        await desk.Database.Writer.Write(unit =>
        {
            unit.Messages.Add(Some.Words(unit, "e1", "m-friend-4", "はい") with { At = now.AddDays(6) });
            unit.Messages.Add(Some.Words(unit, "e1", "m-friend-5", "はい") with { At = now.AddDays(8) });
            unit.Members.SetReachable("m-friend-5", false, now.AddDays(8));
        });
        var results = await desk.Gets($"{Path}/{id}/results", sato);
        Assert.Equal(
            """{"people":7,"sent":3,"waiting":0,"withdrawn":1,"declined":1,"blocked":1,"refused":0,"unsent":0,"uncertain":0,"erased":1,"clicks":0,"replied":1,"reserved":0,"blockedSince":1}""", results.Raw);
    }

    private static async Task<Answered> Approved(Desk desk, string writer, string approver, string json)
    {
        var path = await Written(desk, writer, json);
        var submitted = await Moves(desk, path, "submission", writer, (await desk.Gets(path, writer)).ETag!);
        return await Moves(desk, path, "approval", approver, submitted.ETag!);
    }

    private static int writes;

    private static async Task<string> Written(Desk desk, string token, string json)
    {
        var written = await desk.Sends(HttpMethod.Post, Path, token, json, headers: ("Idempotency-Key", $"write-{Interlocked.Increment(ref writes)}"));
        Assert.Equal(201, written.Status);
        return $"{Path}/{written.Body.GetProperty("id").GetInt64()}";
    }

    private static Task<Answered> Moves(Desk desk, string path, string noun, string token, string etag) => desk.Sends(HttpMethod.Put, $"{path}/{noun}", token, headers: ("If-Match", etag));
}
