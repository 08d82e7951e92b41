using System.Collections.Immutable;
using Concierge.Core.Board;
using Concierge.Core.Broadcasts;
using Xunit;

namespace Concierge.CoreTests.Broadcasts;

public sealed class AudienceTests
{
    private static readonly Candidate Hanako = new("hanako", "north", "tanaka", "65", ["weeding"], ["s1"], "station", ["service", "research"]);

    [Fact]
    public void Everybody_is_everybody_without_a_reason() => Assert.Empty(In(Audience.Everybody.Judge(Hanako)));

    [Fact]
    public void Of_each_criterion_one_value_is_enough_and_all_criteria_must_hold()
    {
        var audience = Of(Criteria.None with { Areas = ["south", "north"], Ages = ["65"] });
        Assert.Equal([new Match(Criterion.Area, "north"), new Match(Criterion.Age, "65")], In(audience.Judge(Hanako)));
        Assert.Equal(new Verdict.Out(new Match(Criterion.Age, null)), audience.Judge(Hanako with { Age = "70" }));
        Assert.Equal(new Verdict.Out(new Match(Criterion.Area, null)), audience.Judge(Hanako with { Area = null }));
    }

    [Fact]
    public void One_of_the_21_areas_chooses_those_who_have_named_it()
    {
        var audience = Of(Criteria.None with { Districts = ["tanaka", "tomise"] });
        Assert.Equal([new Match(Criterion.District, "tanaka")], In(audience.Judge(Hanako)));
        Assert.Equal(new Verdict.Out(new Match(Criterion.District, null)), audience.Judge(Hanako with { District = null }));
        Assert.Equal(Areas.All.Length, Choices.Of(Criterion.District).Count(choice => Areas.Find(choice.Key) is not null));
    }

    [Theory]
    [InlineData("north", "station", true)]
    [InlineData("south", "station", false)]
    public void Whoever_meets_one_thing_that_is_excluded_stays_out(string area, string source, bool isIn)
    {
        var audience = new Audience(Criteria.None, Criteria.None with { Areas = ["south"], Sources = ["flyer"] });
        Assert.Equal(isIn, audience.Judge(Hanako with { Area = area, Source = source }) is Verdict.In);
        Assert.Equal(new Verdict.Out(new Match(Criterion.Source, "flyer")), audience.Judge(Hanako with { Source = "flyer" }));
    }

    [Fact]
    public void What_can_be_chosen_is_told_apart_by_its_name() =>
        Assert.All(Enum.GetValues<Criterion>(), on => Assert.Distinct(Choices.Of(on).Select(choice => choice.Label)));

    [Fact]
    public void Interests_seminars_and_consents_choose_too() => Assert.Equal(
        [Criterion.Interest, Criterion.Seminar, Criterion.Consent],
        In(Of(Criteria.None with { Interests = ["weeding"], Seminars = ["s1", "s2"], Consents = ["research"] }).Judge(Hanako)).Select(match => match.On));

    [Fact]
    public void A_reason_is_said_as_it_was_asked()
    {
        Assert.Equal("お住まい：北部", new Match(Criterion.Area, "north").Say(ImmutableDictionary<string, string>.Empty));
        Assert.Equal("予約した教室：キャリア塾", new Match(Criterion.Seminar, "s1").Say(new Dictionary<string, string> { ["s1"] = "キャリア塾" }));
    }

    [Fact]
    public void A_value_that_nobody_can_have_is_found()
    {
        Assert.Equal(new Match(Criterion.Area, "nroth"), Of(Criteria.None with { Areas = ["nroth"] }).Unknown(new HashSet<string>()));
        Assert.Equal(new Match(Criterion.Seminar, "s9"), new Audience(Criteria.None, Criteria.None with { Seminars = ["s9"] }).Unknown(new HashSet<string> { "s1" }));
        Assert.Null(Of(new Criteria(["north"], ["tanaka", "nagareyama"], ["65"], [.. Choices.Of(Criterion.Interest).Select(c => c.Key)], ["s1"], ["station"], ["staff"])).Unknown(new HashSet<string> { "s1" }));
    }

    private static Audience Of(Criteria include) => new(include, Criteria.None);

    private static ImmutableArray<Match> In(Verdict verdict) => Assert.IsType<Verdict.In>(verdict).Because;
}
