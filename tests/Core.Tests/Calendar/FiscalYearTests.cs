using Concierge.Core.Calendar;
using Xunit;

namespace Concierge.CoreTests.Calendar;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("2026-03-31T23:59:59+09:00", "R7", 4)]
    [InlineData("2026-03-31T15:00:00+00:00", "R8", 1)]
    [InlineData("2026-06-30T23:59:59+09:00", "R8", 1)]
    [InlineData("2026-07-01T00:00:00+09:00", "R8", 2)]
    [InlineData("2026-12-31T12:00:00+09:00", "R8", 3)]
    [InlineData("2027-01-01T00:00:00+09:00", "R8", 4)]
    public void A_day_lies_in_a_year_and_a_quarter_by_the_clocks_of_Tokyo(string at, string year, int quarter)
    {
        var instant = DateTimeOffset.Parse(at);
        var of = FiscalYear.Of(instant);
        Assert.Equal((year, quarter), (of.Name, FiscalYear.QuarterOf(instant)));
        Assert.Equal(of, FiscalYear.Parse(year));
        Assert.InRange(instant, of.StartOf(quarter), of.StartOf(quarter + 1).AddTicks(-1));
        Assert.InRange(instant, of.Start, of.End.AddTicks(-1));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("8"), InlineData("R0"), InlineData("R-1"), InlineData("H31"), InlineData("R100"), InlineData("R 8")]
    public void What_is_no_year_is_none(string? name) => Assert.Null(FiscalYear.Parse(name));
}
