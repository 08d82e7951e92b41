using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Xunit;

namespace Concierge.CoreTests.Kpi;

/// <summary>The plan's table is read as it is, and a slip in it is found.</summary>
public sealed class KpiFileTests
{
    private const string Head = "programme,measure_ja,measure_en,kind,fiscal_year,period,target,unit,note\n";

    private const string Good = "イ,取り組んでいる地域数,Model areas,output,R5,year,1,か所,\n";

    [Fact]
    public void The_plan_has_its_102_targets_and_its_own_arithmetic()
    {
        var (plan, r5) = (Plan.Embedded, FiscalYear.Parse("R5")!.Value);
        Assert.Equal(102, plan.Targets.Length);
        Assert.Equal([210m, 0m, 150m, 40m, 20m], Period.All.Select(period => plan.TargetOf("seminar-participants", r5, period)!.Number!.Value));
        Assert.Equal(210m, Period.All.Skip(1).Sum(period => plan.TargetOf("seminar-participants", r5, period)!.Number));
        Assert.Null(plan.TargetOf("survey-report", FiscalYear.Parse("R7")!.Value, new Period(null))!.Number);
        Assert.Equal(KpiSources.Embedded.Indicators.Select(one => one.Key), KpiSources.Embedded.Indicators.Select(one => plan.Find(one.Key)!.Key));
    }

    [Theory]
    [InlineData("", "Line 1: the columns must be programme")]
    [InlineData(Head + "ア,x\n", "Line 2: there are 2 columns")]
    [InlineData(Head + "イ,知らない数,x,output,R5,year,1,か所,\n", "Line 2, column measure_ja")]
    [InlineData(Head + Good + "イ,取り組んでいる地域数,x,input,R6,year,1,か所,\n", "Line 3, column kind")]
    [InlineData(Head + "イ,取り組んでいる地域数,x,output,2023,year,1,か所,\n", "Line 2, column fiscal_year")]
    [InlineData(Head + "イ,取り組んでいる地域数,x,output,R5,Q5,1,か所,\n", "Line 2, column period")]
    [InlineData(Head + "イ,取り組んでいる地域数,\"two\nlines\",output,R5,Q1,1,か所,\n" + "イ,取り組んでいる地域数,x,output,R5,Q2,many,か所,\n", "Line 4, column target")]
    [InlineData(Head + "イ,取り組んでいる地域数,x,output,R5,year,1,,\n", "Line 2, column unit")]
    [InlineData(Head + Good + Good, "Line 3, column period: this indicator has that period twice")]
    [InlineData(Head + "イ,\"取り組んでいる地域数,x\n", "Line 2: a quotation mark is never closed")]
    public void A_slip_is_named_by_line_and_column(string csv, string says) =>
        Assert.StartsWith(says, Assert.Throws<FormatException>(() => KpiFile.Read(csv, KpiSources.Embedded)).Message, StringComparison.Ordinal);
}
