using Concierge.Core.Frailty;
using Xunit;

namespace Concierge.CoreTests.Frailty;

/// <summary>Tables by hand from the form: 4, 8 and 11 are the turned ones.</summary>
public sealed class ElevenCheckTests
{
    /// <summary>No red at all.</summary>
    private const string Blue = "yyy n yyy n yy n", AllYes = "yyyyyyyyyyy", AllNo = "nnnnnnnnnnn", Red = "nnn y nnn y nn y";

    [Theory]
    [InlineData(Blue, 0, "low_risk")]
    [InlineData(AllYes, 3, "low_risk")]
    [InlineData(AllNo, 8, "high_risk")]
    [InlineData(Red, 11, "high_risk")]
    [InlineData("nnn y yyy n yy n", 4, "low_risk")]
    [InlineData("nnn y nyy n yy n", 5, "high_risk")]
    public void Four_red_is_low_and_five_is_high(string marks, int score, string name)
    {
        var scored = Paper.Score("eleven_check", marks);
        Assert.Equal((score, name), (scored.Total, scored.Class));
    }

    [Fact]
    public void Each_answer_alone_is_red_once_and_in_its_own_domain()
    {
        string[] domains = ["nutrition", "nutrition", "oral", "oral", "physical", "physical", "physical", "social_mind", "social_mind", "social_mind", "social_mind"];
        var (blue, red) = (Blue.Replace(" ", ""), Red.Replace(" ", ""));
        for (var no = 1; no <= 11; no++)
        {
            var scored = Paper.Score("eleven_check", Paper.With(blue, no, red[no - 1]));
            Assert.Equal(1, scored.Total);
            Assert.Equal([no], scored.Red);
            Assert.Equal(domains[no - 1], Assert.Single(scored.Domains, d => d.Bounds.Max == 1).Name);
        }
    }

    [Fact]
    public void The_domains_have_two_two_three_and_four()
    {
        var scored = Paper.Score("eleven_check", Red);
        Assert.Equal([("nutrition", new(2, 2)), ("oral", new(2, 2)), ("physical", new(3, 3)), ("social_mind", new(4, 4))], scored.Domains);
        Assert.Empty(scored.Alerts);
        Assert.Null(scored.Signal);
    }

    [Theory]
    // Four red and one open: 4 or 5.
    [InlineData("nnn y -yy n yy n", 4, 5, null, "undetermined")]
    // Three red and one open: 3 or 4, low either way.
    [InlineData("nny y -yy n yy n", 3, 4, null, "low_risk")]
    // Five red and the rest open: high whatever they are.
    [InlineData("nnn y n-- - -- -", 5, 11, null, "high_risk")]
    [InlineData("--- - --- - -- -", 0, 11, null, "undetermined")]
    [InlineData("yyy n --- - yy n", 0, 4, null, "low_risk")]
    public void With_answers_missing_a_class_is_given_only_when_both_ends_agree(string marks, int min, int max, int? score, string name)
    {
        var scored = Paper.Score("eleven_check", marks);
        Assert.Equal((new Bounds(min, max), score, name), (scored.Bounds, scored.Total, scored.Class));
    }

    [Fact]
    public void What_is_missing_is_named() => Assert.Equal([5, 8], Paper.Score("eleven_check", "yyy n -yy - yy n").Missing);

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "high_risk")]
    [InlineData(55, null)]
    [InlineData(null, "high_risk")]
    public void Under_65_there_is_no_class_but_everything_else(int? age, string? name)
    {
        var scored = Paper.Score("eleven_check", Red, age);
        Assert.Equal((11, name), (scored.Total, scored.Class));
    }
}
