using Concierge.Core.Broadcasts;
using Concierge.Core.Calendar;
using Xunit;

namespace Concierge.CoreTests.Broadcasts;

public sealed class TimingTests
{
    private static readonly QuietHours Quiet = new(new TimeOnly(20, 0), new TimeOnly(8, 0));

    private static readonly TimeOnly Nine = new(9, 0);

    [Theory]
    [InlineData("07:59", "08:00")]
    [InlineData("08:00", "08:00")]
    [InlineData("19:59", "19:59")]
    [InlineData("20:00", "08:00")]
    [InlineData("23:59", "08:00")]
    [InlineData("00:00", "08:00")]
    public void Nothing_goes_out_from_eight_in_the_evening_to_eight_in_the_morning(string clock, string next)
    {
        var at = Tokyo.At(new DateOnly(2026, 3, 31), TimeOnly.Parse(clock, null));
        Assert.Equal(next, Tokyo.Of(Quiet.Next(at)).ToString("HH:mm", null));
        Assert.Equal(clock != next, Quiet.IsQuiet(at));
        Assert.InRange(Quiet.Next(at.ToUniversalTime()) - at, TimeSpan.Zero, TimeSpan.FromHours(12));
    }

    [Fact]
    public void The_last_day_of_a_shorter_month_stands_for_the_31st() => Assert.Equal(
        ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"],
        new Timing.Monthly(31, Nine, new DateOnly(2027, 4, 30)).Due(Tokyo.At(new DateOnly(2027, 1, 1), Nine), Tokyo.At(new DateOnly(2027, 12, 1), Nine), []).Select(one => one.Key));

    [Fact]
    public void What_is_due_is_due_after_the_one_instant_and_until_the_other()
    {
        var weekly = new Timing.Weekly(DayOfWeek.Friday, Nine, new DateOnly(2026, 12, 31));
        var friday = Tokyo.At(new DateOnly(2026, 11, 27), Nine);
        Assert.Equal(["2026-11-27"], weekly.Due(friday.AddTicks(-1), friday, []).Select(one => one.Key));
        Assert.Empty(weekly.Due(friday, friday.AddDays(6), []));
        Assert.Equal(2, weekly.Coming(friday, new DateOnly(2026, 12, 11), []).Count());
    }

    [Fact]
    public void An_end_that_nobody_can_see_is_none()
    {
        var now = Tokyo.At(new DateOnly(2026, 11, 27), Nine);
        Assert.True(new Timing.Weekly(DayOfWeek.Friday, Nine, new DateOnly(2027, 12, 1)).IsSound(now));
        Assert.False(new Timing.Weekly(DayOfWeek.Friday, Nine, new DateOnly(2028, 12, 1)).IsSound(now));
        Assert.False(new Timing.Monthly(32, Nine, new DateOnly(2027, 1, 1)).IsSound(now));
        Assert.False(new Timing.BeforeSeminar(null, 61, Nine, new DateOnly(2027, 1, 1)).IsSound(now));
    }

    [Fact]
    public void A_month_is_forecast_against_the_plan()
    {
        var plans = BroadcastRules.Embedded.Plans;
        Assert.Equal(new MonthForecast(1_000, 50_000, 30_000, 21_000, 78_000, true), plans.Single(plan => plan.Key == "standard").Of(1_000, 50_000));
        Assert.Equal(new MonthForecast(0, 5_001, 5_000, 1, 5_000, false), plans.Single(plan => plan.Key == "light").Of(0, 5_001));
    }

    [Fact]
    public void Five_hundred_are_halved_until_one_stands_alone()
    {
        IReadOnlyList<int> left = [.. Enumerable.Range(0, 500)];
        var times = 0;
        for (; left.Count > 1; times++) left = Chunks.Halve(left) is var (first, second) && first.Contains(137) ? first : second;
        Assert.Equal((9, 137), (times, left[0]));
        Assert.Throws<ArgumentException>(() => Chunks.Halve(left));
    }
}
