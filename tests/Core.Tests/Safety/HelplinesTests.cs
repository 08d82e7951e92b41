using System.Globalization;
using System.Text.RegularExpressions;
using Concierge.Core.Frailty;
using Concierge.Core.Safety;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Xunit;

namespace Concierge.CoreTests.Safety;

/// <summary>Nobody in danger is sent to a telephone that is not answered.</summary>
public sealed class HelplinesTests
{
    [Theory]
    [InlineData("2026-10-07 10:00", false)] // Wednesday by day
    [InlineData("2026-10-07 17:59", false)]
    [InlineData("2026-10-07 18:00", true)]
    [InlineData("2026-10-08 00:00", true)]
    [InlineData("2026-10-08 07:59", true)]
    [InlineData("2026-10-08 08:00", false)]
    [InlineData("2026-10-10 12:00", false)] // Saturday by day
    [InlineData("2026-10-11 07:59", true)] // Saturday's night
    [InlineData("2026-10-11 08:30", false)] // Sunday, not yet
    [InlineData("2026-10-11 09:00", true)]
    [InlineData("2026-10-12 08:30", false)] // スポーツの日
    [InlineData("2026-10-12 12:00", true)]
    [InlineData("2026-10-13 08:00", false)]
    [InlineData("2026-05-06 12:00", true)] // 振替休日
    [InlineData("2027-04-30 12:00", true)] // between holidays
    [InlineData("2027-05-06 12:00", false)]
    [InlineData("2026-12-28 12:00", false)]
    [InlineData("2026-12-29 12:00", true)] // end of the year
    [InlineData("2027-01-03 12:00", true)]
    [InlineData("2027-01-04 12:00", false)]
    public void Number_7119_is_offered_only_while_Chiba_answers(string tokyo, bool offered)
    {
        var numbers = Numbers(SafetyKind.Emergency, tokyo);
        Assert.Equal("119", numbers[0]);
        Assert.Equal(offered, numbers.Contains("#7119"));
        Assert.Equal(offered, numbers.Contains("03-6810-1636"));
    }

    [Theory]
    [InlineData(SafetyKind.Crisis)]
    [InlineData(SafetyKind.Soft)]
    public void Who_cannot_go_on_is_offered_a_free_line_at_any_hour(SafetyKind kind)
    {
        foreach (var hour in Enumerable.Range(0, 24)) Assert.Equal("0120-279-338", Numbers(kind, $"2026-10-07 {hour:00}:30")[0]);
    }

    [Theory]
    [InlineData("2026-10-07 15:59", false)]
    [InlineData("2026-10-07 16:00", true)]
    [InlineData("2026-10-07 21:00", false)]
    [InlineData("2026-10-10 07:59", false)]
    [InlineData("2026-10-10 08:00", true)] // the tenth
    [InlineData("2026-10-11 07:59", true)]
    [InlineData("2026-10-11 08:00", false)]
    public void Inochi_no_denwa_answers_in_the_evening_and_all_day_on_the_tenth(string tokyo, bool offered) =>
        Assert.Equal(offered, Numbers(SafetyKind.Crisis, tokyo).Contains("0120-783-556"));

    [Fact]
    public void Soft_words_and_hard_words_lead_to_the_same_numbers() =>
        Assert.Equal(Numbers(SafetyKind.Crisis, "2026-10-07 16:30").Where(number => number != "119"), Numbers(SafetyKind.Soft, "2026-10-07 16:30"));

    [Fact]
    public void Who_is_beaten_is_offered_the_police_first() => Assert.Equal(["110", "0120-279-889", "0120-279-338"], Numbers(SafetyKind.Abuse, "2026-10-07 03:00"));

    [Fact]
    public void Hours_that_nobody_has_checked_are_not_offered() =>
        Assert.DoesNotContain("0120-061-338", Enumerable.Range(0, 24).SelectMany(hour => Numbers(SafetyKind.Crisis, $"2026-10-07 {hour:00}:30")));

    [Fact]
    public void Every_line_says_when_and_where_it_was_checked() =>
        Assert.All(Helplines.Embedded.All, line => Assert.True(line is { Source.Length: > 0, Note.Length: > 0 } && line.Checked.Year >= 2026, line.Name));

    /// <summary>The sentences name numbers too; they may not drift apart from the data.</summary>
    [Theory]
    [InlineData("safety_crisis")]
    [InlineData("safety_soft")]
    [InlineData("safety_emergency")]
    [InlineData("safety_abuse")]
    public void Every_number_that_is_said_stands_in_the_data(string sentence)
    {
        var said = Regex.Matches(Words.Say(sentence), "#?[0-9][0-9-]{2,}").Select(number => number.Value).ToArray();
        Assert.NotEmpty(said);
        Assert.All(said, number => Assert.Contains(Helplines.Embedded.All, line => line.Number == number));
    }

    /// <summary>The result of からだチェック names some too.</summary>
    [Fact]
    public void Every_number_of_a_care_place_stands_in_the_data() =>
        Assert.All(CarePlaces.All.Where(place => place.Telephone is not null), place => Assert.Contains(Helplines.Embedded.All, line => line.Number == place.Telephone));

    private static string[] Numbers(SafetyKind kind, string tokyo) =>
        [.. Helplines.Embedded.For(kind, DateTimeOffset.ParseExact(tokyo + " +09:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture).ToUniversalTime()).Select(line => line.Number)];
}
