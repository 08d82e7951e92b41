using System.Text.Json;
using Concierge.Core.Board;
using Concierge.Core.Broadcasts;
using Concierge.Core.Conversations;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>Whom a broadcast would go to, and what the month would cost, are seen before.</summary>
public sealed partial class BroadcastsTests
{
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
}
