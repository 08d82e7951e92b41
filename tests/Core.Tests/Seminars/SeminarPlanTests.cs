using Concierge.Core.Seminars;
using Concierge.CoreTests.Wording;
using Xunit;

namespace Concierge.CoreTests.Seminars;

public sealed class SeminarPlanTests
{
    private static readonly SeminarPlan Demo = SeminarPlan.Read(File.ReadAllText(Repository.Path("data/demo/seminars.json")));

    /// <summary>The city's plan of 2023-06-12, 4(1)ア.</summary>
    [Fact]
    public void The_series_is_that_of_the_plan()
    {
        var series = SeminarSeries.Embedded;
        Assert.Equal(3, series.Hours);
        Assert.Equal([50, 50, 50, 20, 20, 20], series.Seminars.Select(s => s.OnSiteSeats));
    }

    [Fact]
    public void On_whatever_day_it_is_planned_the_demo_can_be_reserved_and_avoids_the_New_Year()
    {
        for (var day = new DateTimeOffset(2026, 1, 1, 23, 30, 0, TimeSpan.FromHours(9)); day.Year == 2026; day = day.AddDays(1))
        {
            var seminars = Demo.Make(SeminarSeries.Embedded, day, n => $"demo-{n}").ToArray();
            Assert.Equal(6, seminars.Length);
            Assert.All(seminars, s =>
            {
                Assert.True(s.TakesReservations(day));
                Assert.Equal(TimeSpan.FromHours(3), s.EndsAt - s.StartsAt);
                Assert.False(SeminarTime.Tokyo(s.StartsAt) is { Month: 12, Day: >= 29 } or { Month: 1, Day: <= 3 });
            });
            Assert.Equal(seminars.Select(s => s.StartsAt).Order(), seminars.Select(s => s.StartsAt));
        }
    }

    [Fact]
    public void A_plan_with_a_slip_is_refused_with_the_place()
    {
        var refused = Assert.Throws<FormatException>(() => SeminarPlan.Read("""{ "deadlineDays": 2, "offerHours": 24, "datse": [] }"""));
        Assert.Contains("datse", refused.Message);
    }

    [Fact]
    public void Every_name_fits_on_a_button() =>
        Assert.All(SeminarSeries.Embedded.Seminars, s => Assert.InRange(new System.Globalization.StringInfo(s.Short).LengthInTextElements, 1, 16));
}
