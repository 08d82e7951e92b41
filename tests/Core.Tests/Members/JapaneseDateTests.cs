using Concierge.Core.Members;
using Xunit;

namespace Concierge.CoreTests.Members;

public sealed class JapaneseDateTests
{
    [Fact]
    public void A_day_bears_its_weekday_by_the_clocks_of_Tokyo()
    {
        Assert.Equal("2026年12月3日（木）", JapaneseDate.WithWeekday(new DateOnly(2026, 12, 3)));
        Assert.Equal("2026年12月3日（木）10時", JapaneseDate.WithWeekday(new DateTimeOffset(2026, 12, 3, 1, 0, 0, TimeSpan.Zero)));
        Assert.Equal("2026年12月4日（金）0時30分", JapaneseDate.WithWeekday(new DateTimeOffset(2026, 12, 3, 15, 30, 0, TimeSpan.Zero)));
    }
}
