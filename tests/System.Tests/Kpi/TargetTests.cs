using System.Net;
using System.Text.Json;
using Concierge.Core.Staff;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Concierge.SystemTests.Data;
using Xunit;

namespace Concierge.SystemTests.Kpi;

/// <summary>From R8 on staff say themselves what is counted and what is to be reached.</summary>
public sealed class TargetTests
{
    private const string Page = "/kpi/targets", OfTheDesk = Page + "?fiscalYear=R8&programme=%E3%82%AB", Visits = """{"programme":"キ","measure":"カフェの来場者","kind":"output","unit":"人"}""";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task A_target_and_a_new_indicator_stand_in_the_figures_of_their_year_and_in_no_earlier_one(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        var token = await desk.Token(Role.Secretariat);
        Assert.Equal(200, (await Aims(desk, token, "consultations/R8/Q3", "120")).Status);
        Assert.Equal(200, (await desk.Sends(HttpMethod.Put, "/api/v1/kpi-indicators/cafe-visits", token, Visits)).Status);
        Assert.Equal(200, (await Aims(desk, token, "cafe-visits/R8/year", "800")).Status);
        var entry = """{"indicator":"cafe-visits","day":"2026-10-31","number":35}""";
        Assert.Equal(201, (await desk.Sends(HttpMethod.Post, "/api/v1/kpi-entries", token, entry, headers: ("Idempotency-Key", "1"))).Status);
        Assert.Equal(120, Row(await Rows(desk, token, "R8"), "consultations", "Q3").GetProperty("target").GetDecimal());
        var visits = Row(await Rows(desk, token, "R8"), "cafe-visits", "year");
        Assert.Equal((800, 35, "カフェの来場者"), (visits.GetProperty("target").GetDecimal(), visits.GetProperty("actual").GetDecimal(), visits.GetProperty("measure").GetString()));
        Assert.DoesNotContain(await Rows(desk, token, "R7"), row => row.GetProperty("indicator").GetString() == "cafe-visits");
        Assert.Equal(["write"], desk.Trail("kpi-target/consultations/R8/Q3").Select(one => one.Action));
    }

    [Fact]
    public async Task A_target_is_changed_and_taken_back()
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Desk);
        foreach (var (target, stands) in new[] { ("5", 1), ("6", 1), ("null", 0) })
        {
            await Aims(desk, token, "mini-meetings/R9/year", target);
            var all = (await desk.Gets("/api/v1/kpi-targets?fiscalYear=R9", token)).Items;
            Assert.Equal(stands, all.Count);
            Assert.All(all, one => Assert.Equal(target, one.GetProperty("target").GetRawText()));
        }
    }

    [Theory]
    [InlineData("consultations/R7/year", "1", 409, "plan-year")]
    [InlineData("luck/R8/year", "1", 404, "not-found")]
    [InlineData("labour-care-openings/R8/year", "1", 404, "not-found")]
    [InlineData("consultations/R8/Q5", "1", 400, "invalid-item")]
    [InlineData("consultations/2026/year", "1", 400, "invalid-item")]
    [InlineData("consultations/R8/year", "-1", 400, "invalid-item")]
    public async Task What_cannot_be_aimed_at_is_named_and_what_the_plan_says_of_its_own_years_stays(string of, string target, int status, string problem)
    {
        await using var desk = await Desk.Opens();
        var token = await desk.Token(Role.Secretariat);
        var refused = await Aims(desk, token, of, target);
        Assert.Equal((status, problem), (refused.Status, refused.Problem));
        Assert.Equal(400, Row(await Rows(desk, token, "R7"), "consultations", "year").GetProperty("target").GetDecimal());
    }

    [Theory]
    [InlineData("consultations", Visits, 409, "planned-indicator")]
    [InlineData("Cafe", Visits, 400, "invalid-item")]
    [InlineData("cafe", """{"programme":"ク","measure":"x","kind":"output","unit":"人"}""", 400, "invalid-item")]
    [InlineData("cafe", """{"programme":"キ","measure":" ","kind":"output","unit":"人"}""", 400, "invalid-item")]
    [InlineData("cafe", """{"programme":"キ","measure":"x","kind":"labour","unit":"人"}""", 400, "invalid-item")]
    public async Task An_indicator_that_is_none_is_refused(string key, string json, int status, string problem)
    {
        await using var desk = await Desk.Opens();
        var refused = await desk.Sends(HttpMethod.Put, "/api/v1/kpi-indicators/" + key, await desk.Token(Role.Desk), json);
        Assert.Equal((status, problem), (refused.Status, refused.Problem));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task At_the_console_the_targets_of_one_programme_are_written_at_once_and_one_stays_there(DatabaseProvider provider)
    {
        using var test = TestDatabase.Fresh(provider);
        await using var desk = await Desk.Opens(on: test);
        await desk.Hires("suzuki", "事務局 鈴木", Role.Secretariat);
        using var suzuki = await Clerk.SignsIn(desk, "suzuki");
        Assert.Contains($"href=\"{OfTheDesk}\"", await suzuki.Reads(Page + "?fiscalYear=R8"), StringComparison.Ordinal);
        Assert.DoesNotContain("site-accesses", await suzuki.Reads(OfTheDesk), StringComparison.Ordinal);
        // What belongs to another programme is not touched from here.
        var saved = await suzuki.Sends(OfTheDesk, OfTheDesk, ("consultations.year", "４,２００"), ("consultations.Q1", ""), ("site-accesses.year", "30,000"));
        Assert.Equal(OfTheDesk + "&saved=consultations.year", saved.Headers.Location?.OriginalString);
        Assert.Equal([4200], desk.Database.Reader.Read(unit => unit.Db.Set<KpiTargetEntry>().Select(one => one.Number).ToList()));
        var page = await suzuki.Reads(saved.Headers.Location!.OriginalString);
        foreach (var shown in new[] { "value=\"4200\"", "保存しました。", "年度：4,200" }) Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains("目標が変わった所は、ありません", await suzuki.Reads((await suzuki.Sends(OfTheDesk, OfTheDesk, ("consultations.year", "4200"))).Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Contains("目標なし", await suzuki.Reads((await suzuki.Sends(OfTheDesk, OfTheDesk, ("consultations.year", ""))).Headers.Location!.OriginalString), StringComparison.Ordinal);
        var wrong = await suzuki.Sends(OfTheDesk, OfTheDesk, ("consultations.year", "たくさん"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("value=\"たくさん\"", await Clerk.Text(wrong), StringComparison.Ordinal);
        var added = await suzuki.Sends(Page, "/kpi/indicators", ("key", "cafe-visits"), ("programme", "キ"), ("measure", "カフェの来場者"), ("kind", "output"), ("unit", "人"));
        Assert.Contains("「カフェの来場者」を加えました", await suzuki.Reads(added.Headers.Location!.OriginalString), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await suzuki.Opens(Page + "?programme=x")).StatusCode);
        Assert.Contains("カフェの来場者", await suzuki.Reads("/kpi?fiscalYear=R8"), StringComparison.Ordinal);
        Assert.Contains("カフェの来場者", await suzuki.Reads("/kpi/entries/new"), StringComparison.Ordinal);
    }

    private static Task<Answered> Aims(Desk desk, string token, string of, string target) => desk.Sends(HttpMethod.Put, "/api/v1/kpi-targets/" + of, token, $$"""{"target":{{target}}}""");

    private static async Task<IReadOnlyList<JsonElement>> Rows(Desk desk, string token, string year) => (await desk.Gets("/api/v1/kpi?fiscalYear=" + year, token)).Items;

    private static JsonElement Row(IReadOnlyList<JsonElement> rows, string indicator, string period) =>
        rows.Single(row => row.GetProperty("indicator").GetString() == indicator && row.GetProperty("period").GetString() == period);
}
