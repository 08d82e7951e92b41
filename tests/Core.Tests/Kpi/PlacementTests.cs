using Concierge.Core.Board;
using Concierge.Core.Kpi;
using Concierge.CoreTests.Board;
using Xunit;

namespace Concierge.CoreTests.Kpi;

/// <summary>Hours a week, as the post's own words say them.</summary>
public sealed class PlacementTests
{
    [Theory]
    [InlineData(Rhythm.Long, 240, Engagement.Employed, "from20h", "週20時間以上")]
    [InlineData(Rhythm.Weekly, 480, Engagement.Employed, "under20h", "週に1回くらい, on whichever of five days")]
    [InlineData(Rhythm.Some, 420, Engagement.Employed, "from20h", "週に2〜3回 of seven hours")]
    [InlineData(Rhythm.Some, 390, Engagement.Entrusted, "under20h", "週に2〜3回 of six and a half")]
    [InlineData(Rhythm.Once, 480, Engagement.Employed, "under20h", "1回だけ")]
    [InlineData(Rhythm.Long, 480, Engagement.Volunteer, "unpaid", "whoever earns nothing is counted apart")]
    public void A_placement_is_counted_by_the_hours_that_the_post_names(Rhythm rhythm, int minutes, Engagement engagement, string hours, string why)
    {
        var post = Town.Any("T01") with { Rhythm = rhythm, Minutes = minutes, Engagement = engagement, Days = [Day.Mon, Day.Tue, Day.Wed, Day.Thu, Day.Fri] };
        Assert.True(Placement.Of(post, "65") == "older/" + hours, why);
        Assert.Equal("other/" + hours, Placement.Of(post, "under55"));
        Assert.Equal("older/" + hours, Placement.Of(post, null));
    }
}
