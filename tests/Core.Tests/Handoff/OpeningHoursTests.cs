using System.Text.Json;
using Concierge.Core.Calendar;
using Concierge.Core.Handoff;
using Xunit;

namespace Concierge.CoreTests.Handoff;

/// <summary>By when somebody answers, worked out by hand: an hour of opening time (9 to 12 and 13 to 17, Monday to Friday).</summary>
public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Hours = OpeningHours.Embedded;

    [Theory]
    [InlineData("2026-11-24 10:00", "2026-11-24 11:00", "きょうの 午前11時")]
    [InlineData("2026-11-24 10:04", "2026-11-24 11:04", "きょうの 午前11時10分")]
    [InlineData("2026-11-24 08:00", "2026-11-24 10:00", "きょうの 午前10時")] // before it opens
    [InlineData("2026-11-24 11:00", "2026-11-24 12:00", "きょうの お昼の12時")] // the very end of the morning
    [InlineData("2026-11-24 11:30", "2026-11-24 13:30", "きょうの 午後1時30分")] // half before the break, half after
    [InlineData("2026-11-24 12:30", "2026-11-24 14:00", "きょうの 午後2時")] // in the lunch break
    [InlineData("2026-11-24 16:00", "2026-11-24 17:00", "きょうの 午後5時")]
    [InlineData("2026-11-24 16:59", "2026-11-25 09:59", "あしたの 午前10時")] // one minute today
    [InlineData("2026-11-24 17:00", "2026-11-25 10:00", "あしたの 午前10時")]
    [InlineData("2026-11-24 23:59", "2026-11-25 10:00", "あしたの 午前10時")]
    [InlineData("2026-11-27 16:30", "2026-11-30 09:30", "11月30日（月）の 午前9時30分")] // Friday to Monday
    [InlineData("2026-11-28 10:00", "2026-11-30 10:00", "11月30日（月）の 午前10時")] // Saturday
    [InlineData("2026-11-20 17:30", "2026-11-24 10:00", "11月24日（火）の 午前10時")] // Monday the 23rd is 勤労感謝の日
    [InlineData("2026-11-23 10:00", "2026-11-24 10:00", "あしたの 午前10時")] // on the holiday itself
    [InlineData("2027-03-22 10:00", "2027-03-23 10:00", "あしたの 午前10時")] // 振替休日: the 21st is a Sunday
    [InlineData("2026-12-28 16:30", "2027-01-04 09:30", "1月4日（月）の 午前9時30分")] // the last day of the year
    [InlineData("2026-12-31 10:00", "2027-01-04 10:00", "1月4日（月）の 午前10時")]
    public void Whoever_asks_is_answered_by(string asked, string answered, string said)
    {
        Assert.Equal(At(answered), Hours.AnswerBy(At(asked)));
        Assert.Equal(said, Core.Handoff.Promise.Spell(Hours.AnswerBy(At(asked)), At(asked)));
    }

    [Theory]
    [InlineData("2026-11-24 09:00", true)]
    [InlineData("2026-11-24 12:00", false)]
    [InlineData("2026-11-24 12:59", false)]
    [InlineData("2026-11-24 16:59", true)]
    [InlineData("2026-11-24 17:00", false)]
    [InlineData("2026-11-23 10:00", false)]
    [InlineData("2026-12-29 10:00", false)]
    public void It_is_open_or_it_is_not(string now, bool open) => Assert.Equal(open, Hours.IsOpen(At(now)));

    [Theory]
    [InlineData("""{"checked":null,"source":"","answerWithinMinutes":60,"days":[]}""", "never open")]
    [InlineData("""{"checked":null,"source":"","answerWithinMinutes":0,"days":[]}""", "answerWithinMinutes")]
    [InlineData("""{"checked":null,"source":"","answerWithinMinutes":60,"days":[{"days":["Monday"],"open":[{"from":"12:00","to":"09:00"}]}]}""", "12:00 to 09:00")]
    public void Hours_that_cannot_be_are_refused(string json, string says) =>
        Assert.Contains(says, Assert.Throws<JsonException>(() => DeskHours.Read(json)).Message, StringComparison.Ordinal);

    private static DateTimeOffset At(string clock) => Tokyo.At(DateOnly.Parse(clock[..10]), TimeOnly.Parse(clock[11..]));
}
