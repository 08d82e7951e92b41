using System.Text.Json;
using Concierge.Core.Board;
using Concierge.Core.Broadcasts;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>One writes, another approves, and both see what they do.</summary>
public sealed class BroadcastsTests
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
    public async Task Who_answers_no_more_where_they_live_is_not_counted_there()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(2);
        await desk.Database.Writer.Write(unit => unit.Answers.Add("m-friend-1", "inventory@2", "area", new AnswerValue.Skipped(), Some.Noon, null, null, "member", unit.Members.Key("m-friend-1")));
        var north = new Audience(Criteria.None with { Areas = ["north"] }, Criteria.None);
        Assert.Empty(desk.Database.Reader.Read(unit => AudienceReading.People(unit, north)));
        Assert.Equal(2, desk.Database.Reader.Read(unit => AudienceReading.People(unit, Audience.Everybody)).Count);
    }

    /// <summary>Before it is handed in, in the month in which it goes out.</summary>
    [Fact]
    public async Task The_forecast_of_a_draft_counts_the_draft()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(3);
        var sato = await desk.Token(Role.Desk);
        var path = await Written(desk, sato, """{"title":"題","text":"本文","cap":100,"timing":{"kind":"once","at":"2026-12-04T10:00:00+09:00"}}""");
        var forecast = await desk.Gets($"{Path}/forecast?broadcast={path.Split('/')[^1]}", sato);
        Assert.Equal(("2026-12", 3), (forecast.Text("month"), forecast.Body.GetProperty("planned").GetInt32()));
        Assert.Equal(0, (await desk.Gets($"{Path}/forecast?month=2026-12", sato)).Body.GetProperty("planned").GetInt32());
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

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Staff_see_how_many_five_of_them_and_why_and_what_is_different_from_the_last_one(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Friends(20);
        var (sato, suzuki) = (await desk.Token(Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        const string north = """{"include":{"areas":["north"]}}""";
        var count = await desk.Sends(HttpMethod.Post, "/api/v1/audiences/count", sato, north);
        Assert.Equal((10, "null"), (count.Body.GetProperty("people").GetInt32(), count.Json("last")));
        Assert.Equal(5, count.Body.GetProperty("examples").GetArrayLength());
        // 3, 9 and 15 live there too, and do not let staff see it.
        Assert.DoesNotContain(count.Body.GetProperty("examples").EnumerateArray(), example => example.GetProperty("member").GetString() is "m-friend-3" or "m-friend-9" or "m-friend-15");
        Assert.Equal("お住まい：北部", count.Body.GetProperty("examples")[0].GetProperty("because")[0].GetString());

        await Approved(desk, sato, suzuki, $$"""{"title":"題","text":"本文","cap":100,"audience":{{north}}}""");
        count = await desk.Sends(HttpMethod.Post, "/api/v1/audiences/count", sato, """{"exclude":{"ages":["70"]}}""");
        Assert.Equal((16, 10, 8, 2), (count.Body.GetProperty("people").GetInt32(), Last("people"), Last("joined"), Last("left")));
        Assert.Equal(5 + 5 + 2, desk.Database.Reader.Read(unit => unit.Db.Set<AuditEntry>().Count(entry => entry.Action == "read")));

        int Last(string what) => count.Body.GetProperty("last").GetProperty(what).GetInt32();
    }

    /// <summary>Where somebody looks for work says better where they live than what they answered at the welcome.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Who_has_named_their_area_is_found_by_it_and_by_the_part_of_the_city_that_it_lies_in(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Friends(4);
        var sato = await desk.Token(Role.Desk);
        await desk.Database.Writer.Write(unit =>
        {
            foreach (var (member, area) in new[] { ("m-friend-1", "masuo"), ("m-friend-2", "tanaka"), ("m-friend-4", "nagareyama") })
                unit.Answers.Add(member, "find@1", FindWork.HomeArea, new AnswerValue.Chosen([area]), Some.Noon, null, null, "member", unit.Members.Key(member));
        });
        Assert.Equal("お近くの地区：田中", (await Count("""{"include":{"districts":["tanaka"]}}""")).GetProperty("examples")[0].GetProperty("because")[0].GetString());
        Assert.Equal(2, await People("districts", "tanaka", "masuo"));
        Assert.Equal(1, await People("areas", "south"));
        Assert.Equal(1, await People("areas", "outside"));

        async Task<int> People(string by, params string[] values) => (await Count($$$"""{"include":{"{{{by}}}":{{{JsonSerializer.Serialize(values)}}}}}""")).GetProperty("people").GetInt32();

        async Task<JsonElement> Count(string rule) => (await desk.Sends(HttpMethod.Post, "/api/v1/audiences/count", sato, rule)).Body;
    }

    [Fact]
    public async Task An_audience_is_kept_for_the_next_time()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(4);
        var (sato, suzuki) = (await desk.Token(Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        var kept = await desk.Sends(HttpMethod.Post, "/api/v1/audiences", sato, """{"name":"北部の人","rule":{"include":{"areas":["north"]}}}""", headers: ("Idempotency-Key", "one"));
        var id = kept.Body.GetProperty("id").GetInt64();
        var approved = await Approved(desk, sato, suzuki, $$"""{"title":"題","text":"本文","cap":100,"savedAudience":{{id}}}""");
        Assert.Equal(2, approved.Body.GetProperty("people").GetInt32());
        var read = await desk.Gets($"/api/v1/audiences/{id}", sato);
        var changed = await desk.Sends(HttpMethod.Put, $"/api/v1/audiences/{id}", sato, """{"name":"みんな","rule":{}}""", headers: ("If-Match", read.ETag!));
        Assert.Equal(("みんな", 412), (changed.Text("name"), (await desk.Sends(HttpMethod.Put, $"/api/v1/audiences/{id}", sato, """{"name":"だれも","rule":{}}""", headers: ("If-Match", read.ETag!))).Status));
        Assert.Single((await desk.Gets("/api/v1/audiences", sato)).Items);
        Assert.Equal(["area", "district", "age", "interest", "seminar", "source", "consent"], (await desk.Gets("/api/v1/audiences/choices", sato)).Items.Select(one => one.GetProperty("on").GetString()));
    }

    [Fact]
    public async Task More_people_than_the_cap_are_refused_by_name()
    {
        await using var desk = await Desk.Opens();
        await desk.Friends(4);
        var (sato, suzuki) = (await desk.Token(Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        Assert.Equal("broadcast-over-cap", (await Approved(desk, sato, suzuki, """{"title":"題","text":"本文","cap":3}""")).Problem);
        Assert.Equal("broadcast-nobody", (await Approved(desk, sato, suzuki, """{"title":"題","text":"本文","cap":3,"audience":{"include":{"areas":["centre"]}}}""")).Problem);
        Assert.Equal("broadcast-card-gone", (await Approved(desk, sato, suzuki, """{"title":"題","text":"本文","cap":9,"post":999999}""")).Problem);
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
    public async Task A_month_is_forecast_from_what_was_sent_and_what_is_planned(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Friends(4);
        var (sato, suzuki) = (await desk.Token(Role.Desk), await desk.Employs("suzuki", "鈴木", Role.Secretariat));
        await Approved(desk, sato, suzuki, Whole);
        await Approved(desk, sato, suzuki, """{"title":"毎週","text":"本文","cap":9,"timing":{"kind":"weekly","weekday":"friday","clock":"09:00","until":"2027-03-31"}}""");
        var forecast = await desk.Gets(Path + "/forecast?month=2026-12", sato);
        Assert.Equal((0, 16, 15_000, "2026-12"), (Number("used"), Number("planned"), Number("yen"), forecast.Text("month")));
        forecast = await desk.Gets(Path + "/forecast", sato);
        Assert.Equal((8, 30_000), (Number("planned"), Number("included")));
        Assert.Equal(400, (await desk.Gets(Path + "/forecast?month=12", sato)).Status);

        int Number(string what) => forecast.Body.GetProperty(what).GetInt32();
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
