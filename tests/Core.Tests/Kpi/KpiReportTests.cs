using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Xunit;

namespace Concierge.CoreTests.Kpi;

/// <summary>What was reached, by quarter, and what the year will come to.</summary>
public sealed class KpiReportTests
{
    private static readonly FiscalYear R5 = FiscalYear.Parse("R5")!.Value;

    [Fact]
    public void The_last_day_of_march_is_in_the_year_and_the_first_of_april_is_not()
    {
        var rows = Report(R5.End, Consultation(2023, 3, 31), Consultation(2023, 4, 1), Consultation(2023, 6, 30), Consultation(2023, 7, 1), Consultation(2024, 3, 31), Consultation(2024, 4, 1));
        Assert.Equal([4m, 2m, 1m, 0m, 1m], Actuals(rows, "consultations"));
    }

    [Fact]
    public void One_meeting_counts_once_in_each_programme_that_it_belongs_to()
    {
        var rows = Report(R5.End, new Happening(KpiSource.SeminarsHeld, new DateOnly(2024, 2, 1), "series/miniMeeting", 1));
        Assert.Equal([1m, 1m, 1m], new[] { "seminars-held", "mini-meetings", "mini-meetings-matching" }.Select(key => Actuals(rows, key)[0]!.Value));
    }

    [Fact]
    public void What_nobody_wrote_down_is_not_known_and_what_is_counted_is_none()
    {
        var rows = Report(R5.StartOf(3));
        Assert.All(Actuals(rows, "site-accesses"), Assert.Null);
        Assert.Equal([0m, 0m, 0m, 0m, null], Actuals(rows, "consultations"));
    }

    [Fact]
    public void A_share_is_of_all_who_answered_not_of_the_days()
    {
        var rows = Report(R5.End, Entry("desk-satisfaction", 2023, 8, 1, 9, 10), Entry("desk-satisfaction", 2023, 9, 1, 45, 90));
        Assert.Equal(54m, Actuals(rows, "desk-satisfaction")[0]);
    }

    [Fact]
    public void There_is_no_forecast_before_the_first_quarter_is_over()
    {
        Assert.Null(YearOf(Report(R5.StartOf(2).AddTicks(-1), Consultation(2023, 4, 1)), "frailty-checks").Forecast);
        Assert.Equal(0m, YearOf(Report(R5.StartOf(2)), "frailty-checks").Forecast);
    }

    [Fact]
    public void Where_the_plan_divides_the_year_the_forecast_follows_it()
    {
        // 150 of 210 are planned by the end of September; 120 came: the year will come to 168, not to 240.
        var rows = Report(R5.StartOf(3), new Happening(KpiSource.SeminarsAttended, new DateOnly(2023, 9, 1), "series", 120));
        Assert.Equal(168m, YearOf(rows, "seminar-participants").Forecast);
        Assert.Equal(120m, YearOf(Report(R5.End, new Happening(KpiSource.SeminarsAttended, new DateOnly(2023, 9, 1), "series", 120)), "seminar-participants").Forecast);
    }

    [Fact]
    public void After_the_plan_its_last_year_is_counted_on_without_targets()
    {
        var r8 = FiscalYear.Parse("R8")!.Value;
        var row = KpiReport.Of(Plan.Embedded, r8, [], r8.End).First(one => one.Indicator.Key == "consultations");
        Assert.Equal((null, 0m), (row.Target, row.Actual));
    }

    [Fact]
    public void What_staff_add_counts_in_the_years_after_the_plan_alone()
    {
        var (r7, r8) = (FiscalYear.Parse("R7")!.Value, FiscalYear.Parse("R8")!.Value);
        var visits = Indicator.ByHand("cafe-visits", "キ", "カフェの来場者", IndicatorKind.Output, "人");
        var plan = Plan.Embedded.With([visits], [new Target("consultations", r7, new Period(null), 1), new Target("consultations", r8, new Period(null), 420)]);
        Assert.Equal((400m, 420m), (plan.TargetOf("consultations", r7, new Period(null))!.Number, plan.TargetOf("consultations", r8, new Period(null))!.Number));
        Assert.DoesNotContain(visits, plan.In(r7));
        Assert.Contains(visits, plan.In(r8));
        Assert.Equal(Plan.Embedded.In(r7), plan.In(r7));
    }

    /// <summary>Of shares and ratios the plan names some that do not follow from its counts: there are counts alone.</summary>
    [Fact]
    public void The_labour_market_is_the_plans_until_somebody_writes_down_newer_counts()
    {
        Assert.Equal(
            [1336, 394, 86, 19, 549, 195, 46, 13, 356, 118, 13, 3],
            KpiReport.Labour(R5, [], R5.End).Select(row => row.Newest.Number));
        Assert.All(KpiReport.Labour(R5, [], R5.End), row => Assert.Equal(new DateOnly(2023, 1, 31), row.Newest.Day));
        var newer = KpiReport.Labour(R5, [Entry("labour-care-openings", 2023, 10, 31, 812, 0)], R5.End)[0];
        Assert.Equal((812, new DateOnly(2023, 10, 31), "福祉（介護） 月間有効求人数"), (newer.Newest.Number, newer.Newest.Day, newer.Indicator.Measure));
    }

    [Fact]
    public void In_april_the_labour_market_is_still_that_of_march()
    {
        var r6 = FiscalYear.Parse("R6")!.Value;
        Happening[] written = [Entry("labour-care-openings", 2023, 10, 31, 812, 0), Entry("labour-care-openings", 2024, 3, 31, 790, 0), Entry("labour-care-openings", 2025, 4, 1, 1, 0)];
        Assert.Equal(790, KpiReport.Labour(r6, written, r6.Start)[0].Newest.Number);
        Assert.Equal(790, KpiReport.Labour(R5, written, r6.End)[0].Newest.Number);
        Assert.Empty(KpiReport.Labour(FiscalYear.Parse("R3")!.Value, written, r6.End));
    }

    private static IReadOnlyList<KpiRow> Report(DateTimeOffset now, params Happening[] happened) => KpiReport.Of(Plan.Embedded, R5, happened, now);

    private static Happening Consultation(int year, int month, int day) => new(KpiSource.Consultations, new DateOnly(year, month, day), "", 1);

    private static Happening Entry(string indicator, int year, int month, int day, long number, long outOf) => new(KpiSource.Entries, new DateOnly(year, month, day), indicator, number, outOf);

    private static decimal?[] Actuals(IEnumerable<KpiRow> rows, string indicator) => [.. rows.Where(row => row.Indicator.Key == indicator).Select(row => row.Actual)];

    private static KpiRow YearOf(IEnumerable<KpiRow> rows, string indicator) => rows.First(row => row.Indicator.Key == indicator && row.Period.Quarter is null);
}
