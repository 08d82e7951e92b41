using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Xunit;

namespace Concierge.CoreTests.Kpi;

public sealed class InQuartersTests
{
    [Fact]
    public void Of_people_who_were_followed_up_one_reads_how_many_a_quarter_and_not_when()
    {
        Happening[] counted =
        [
            new(KpiSource.FollowedUp, new DateOnly(2023, 12, 31), "answered", 1), new(KpiSource.FollowedUp, new DateOnly(2024, 1, 1), "answered", 1),
            new(KpiSource.FollowedUp, new DateOnly(2024, 3, 31), "answered", 1), new(KpiSource.Entries, new DateOnly(2024, 2, 3), "followed-up", 4, Id: "e1"),
        ];
        Assert.Equal(
            [(new DateOnly(2024, 2, 3), 4, null), (new DateOnly(2024, 1, 1), 2, "4期の合計"), (new DateOnly(2023, 10, 1), 1, "3期の合計")],
            InQuarters.Of(FiscalYear.Parse("R5")!.Value, counted).Select(one => (one.Day, one.Number, one.Title)));
    }
}
