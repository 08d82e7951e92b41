using System.Net;
using System.Text.Json;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;
using Concierge.SystemTests.Admin;
using Xunit;

namespace Concierge.SystemTests.Kpi;

/// <summary>The plan's figures as staff see them.</summary>
public sealed class KpiPagesTests
{
    private const string Canary = "canary-note";

    [Fact]
    public async Task A_year_is_shown_by_programme_and_quarter_in_reiwa_and_can_be_had_as_a_table()
    {
        await using var desk = await Desk.Opens();
        await Writes(desk, "site-accesses", "2023-07-31", 7600);
        await Writes(desk, "desk-satisfaction", "2023-09-30", 45, 50);
        await Writes(desk, "labour-care-openings", "2023-10-31", 812);
        using var sato = await Comes(desk, Role.Desk);
        var page = await sato.Reads("/kpi?fiscalYear=R5");
        foreach (var shown in new[] { "令和5年度", "キ　かしわ生涯現役ネット", "7,600件", "目標 7,500件", "目標 22,500件", "90%", "目標 90%以上", "記録なし", "812人", "2023年10月31日（火）", "<rect class=\"reached\"" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        var table = await sato.Opens("/kpi/table?fiscalYear=R5");
        Assert.Equal("text/csv", table.Content.Headers.ContentType!.MediaType);
        Assert.Contains("かしわ生涯現役ネットアクセス数,output,R5,Q2,件,7500,7600", await Clerk.Text(table), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_year_the_one_that_runs_is_shown_and_what_is_still_to_come_says_so()
    {
        await using var desk = await Desk.Opens();
        using var watanabe = await Comes(desk, Role.Auditor);
        var page = await watanabe.Reads("/kpi");
        Assert.Contains("計画の数字　令和8年度", page, StringComparison.Ordinal);
        Assert.Contains("これから", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kpi?fiscalYear=2023")]
    [InlineData("/kpi?fiscalYear=R0")]
    [InlineData("/kpi/table?fiscalYear=%3Cscript%3E")]
    [InlineData("/kpi/consultations?fiscalYear=%3Cscript%3E")]
    [InlineData("/kpi/consultations?fiscalYear=R5&period=Q5")]
    public async Task A_year_or_a_period_that_is_none_is_refused(string path)
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk, Role.Desk);
        var refused = await sato.Opens(path);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.DoesNotContain("<script>", await Clerk.Text(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_opens_the_list_behind_it_with_who_wrote_it_down()
    {
        await using var desk = await Desk.Opens();
        var id = await Writes(desk, "site-accesses", "2023-07-31", 7600);
        using var sato = await Comes(desk, Role.Desk);
        Assert.Contains("href=\"/kpi/site-accesses?fiscalYear=R5&period=Q2\"", await sato.Reads("/kpi?fiscalYear=R5"), StringComparison.Ordinal);
        var page = await sato.Reads("/kpi/site-accesses?fiscalYear=R5&period=Q2");
        foreach (var shown in new[] { "2023年7月31日（月）", "7,600件", "事務局 鈴木", Canary, "/kpi/entries/" + id }) Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains("数えたものはありません", await sato.Reads("/kpi/site-accesses?fiscalYear=R5&period=Q3"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await sato.Opens("/kpi/luck")).StatusCode);
    }

    [Fact]
    public async Task A_held_seminar_stands_behind_its_figures_by_name_for_the_api_too()
    {
        await using var desk = await Desk.Opens();
        using var sato = await Comes(desk, Role.Desk);
        desk.Time.Advance(TimeSpan.FromDays(100));
        Assert.Equal("/", (await sato.Signs("sato", Desk.Password)).Headers.Location!.OriginalString);
        var row = (await desk.Gets("/api/v1/kpi", await desk.Token(Role.Research))).Items.First(one => one.GetProperty("indicator").GetString() == "seminars-held");
        var counted = (await desk.Gets(row.GetProperty("counted").GetString()!, await desk.Token(Role.Research))).Items;
        Assert.Equal(row.GetProperty("actual").GetDecimal(), counted.Sum(one => one.GetProperty("number").GetDecimal()));
        var page = await sato.Reads("/kpi/seminars-held");
        Assert.NotEmpty(counted);
        Assert.All(counted, one => Assert.Contains($"<a href=\"/seminars/{one.GetProperty("id").GetString()}\">{one.GetProperty("title").GetString()}</a>", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Research)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Who_only_sees_the_figures_reads_no_note_and_can_write_nothing(Role role)
    {
        await using var desk = await Desk.Opens();
        var id = await Writes(desk, "site-accesses", "2023-07-31", 7600);
        using var watcher = await Comes(desk, role);
        var page = await watcher.Reads("/kpi/site-accesses?fiscalYear=R5");
        Assert.Contains("7,600件", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/kpi/entries", page + await watcher.Reads("/kpi?fiscalYear=R5"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await watcher.Opens("/kpi/entries/" + id)).StatusCode);
    }

    [Fact]
    public void What_a_figure_is_counted_from_has_a_name_on_the_page() =>
        Assert.All(Enum.GetValues<KpiSource>(), source => Assert.Contains("console_kpi_of_" + JsonNamingPolicy.CamelCase.ConvertName(source.ToString()), Words.Everything.Keys));

    private static async Task<string> Writes(Desk desk, string indicator, string day, long number, long? outOf = null)
    {
        var wish = JsonSerializer.Serialize(new { indicator, day, number, outOf, note = Canary });
        var added = await desk.Sends(HttpMethod.Post, "/api/v1/kpi-entries", await Suzuki(desk), wish, headers: ("Idempotency-Key", indicator + day));
        Assert.Equal(201, added.Status);
        return added.Text("id")!;
    }

    /// <summary>Her token; she is employed once.</summary>
    private static async Task<string> Suzuki(Desk desk) => desk.Database.Reader.Read(unit => unit.Db.Set<StaffEntry>().Any(staff => staff.Id == "suzuki"))
        ? await desk.Token(Role.Secretariat)
        : await desk.Employs("suzuki", "事務局 鈴木", Role.Secretariat);

    private static async Task<Clerk> Comes(Desk desk, Role role)
    {
        await desk.Hires("sato", "窓口 佐藤", role, role == Role.Partner ? "柏の葉" : null);
        return await Clerk.SignsIn(desk, "sato");
    }
}
