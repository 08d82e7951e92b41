using Concierge.Core.Seminars;
using Xunit;

namespace Concierge.CoreTests.Seminars;

public sealed class YearResultTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void A_years_shares_are_of_all_its_seats_and_people_not_of_its_days()
    {
        // Five seats and fifteen, of which two of each are online.
        var year = new YearResult(
        [
            new(Some.Small(Now), new(3, 3, 1, 1), new(2, 2, 0, 0), 0, 1, 1, 1, 1, new(1, 0, 0, 1)),
            new(Some.Small(Now, seats: 13), new(13, 10, 9, 0), new(2, 0, 0, 0), 2, 8, 3, 3, 7, new(2, 1, 0, 2)),
        ]);
        Assert.Equal((20, 15, 75m), (year.All.Seats, year.All.Taken, year.All.Filled));
        Assert.Equal((81.3m, 50m), (year.OnSite.Filled, year.Online.Filled));
        Assert.Equal((10, 1, 90.9m), (year.All.Attended, year.All.NoShows, year.All.Attendance));
        Assert.Equal((9, 4, 50m, new NextSteps(3, 1, 0, 3)), (year.Came, year.FirstTimers, year.Satisfaction, year.Next));
        Assert.Null(new YearResult([]).Satisfaction);
    }
}
