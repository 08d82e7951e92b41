using Concierge.Core.Board;
using Xunit;

namespace Concierge.CoreTests.Board;

public sealed class PostCheckTests
{
    private static readonly Post Serving = Town.Any("T01") with { From = new DateOnly(2026, 12, 1), Until = new DateOnly(2027, 3, 31) };

    [Fact]
    public void Work_for_pay_below_the_minimum_wage_is_refused_with_the_reason()
    {
        var refused = PostCheck.Of(Serving with { Pay = new Pay(PayKind.Hourly, 1139) }, Wages.Embedded);
        Assert.Equal(new Refusal.BelowMinimumWage(1139, 1140, new DateOnly(2026, 12, 1)), refused);
        Assert.Null(PostCheck.Of(Serving with { Pay = new Pay(PayKind.Hourly, 1140) }, Wages.Embedded));
    }

    [Fact]
    public void The_wage_that_counts_is_that_of_the_days_of_work()
    {
        var early = Serving with { From = new DateOnly(2025, 9, 1), Until = new DateOnly(2025, 10, 2), Pay = new Pay(PayKind.Hourly, 1076) };
        Assert.Null(PostCheck.Of(early, Wages.Embedded));
        Assert.Equal(
            new Refusal.BelowMinimumWage(1076, 1140, new DateOnly(2025, 10, 3)),
            PostCheck.Of(early with { Until = new DateOnly(2025, 10, 3) }, Wages.Embedded));
    }

    [Fact]
    public void A_revision_that_the_office_adds_takes_posts_off_the_board_from_that_day()
    {
        var revised = new Wages([new(new DateOnly(2025, 10, 3), 1140), new(new DateOnly(2027, 1, 10), 1200)]);
        var index = PostIndex.Of([Serving with { Pay = new Pay(PayKind.Hourly, 1150) }], revised, new DateOnly(2026, 12, 1));
        Assert.Empty(index.All);
        Assert.Equal(new Refusal.BelowMinimumWage(1150, 1200, new DateOnly(2027, 1, 10)), Assert.Single(index.Refused).Why);
    }

    [Theory]
    [InlineData(PayKind.None, 0)]
    [InlineData(PayKind.Points, 0)]
    [InlineData(PayKind.Piece, 2279)]
    public void Employment_cannot_be_paid_in_points_or_by_too_small_a_piece(PayKind kind, int yen) =>
        Assert.IsType<Refusal.BelowMinimumWage>(PostCheck.Of(Serving with { Pay = new Pay(kind, yen, "1回"), Minutes = 120 }, Wages.Embedded));

    [Fact]
    public void Help_for_a_thank_you_and_volunteering_know_no_minimum_wage() =>
        Assert.Null(PostCheck.Of(Serving with { Engagement = Engagement.Thanked, Pay = new Pay(PayKind.Piece, 200, "30分") }, Wages.Embedded));

    [Fact]
    public void From_the_day_of_the_child_law_a_place_for_children_must_make_the_check()
    {
        var nursery = Town.Any("T33") with { Engagement = Engagement.Volunteer, Pay = new Pay(PayKind.Points), PlaceChecks = false, From = new DateOnly(2026, 12, 1) };
        Assert.Null(PostCheck.Of(nursery with { Until = new DateOnly(2026, 12, 24) }, Wages.Embedded));
        Assert.Equal(new Refusal.ChildCheckMissing(new DateOnly(2026, 12, 25)), PostCheck.Of(nursery with { Until = new DateOnly(2026, 12, 25) }, Wages.Embedded));
        Assert.Null(PostCheck.Of(nursery with { Until = new DateOnly(2026, 12, 25), PlaceChecks = true }, Wages.Embedded));
    }

    [Fact]
    public void Nobody_is_told_that_they_are_too_old() =>
        Assert.IsType<Refusal.AgeLimit>(PostCheck.Of(Serving with { Needs = "70歳までの方" }, Wages.Embedded));

    [Fact]
    public void What_is_unknown_or_upside_down_is_named()
    {
        Assert.IsType<Refusal.UnknownTask>(PostCheck.Of(Serving with { Task = "T99" }, Wages.Embedded));
        Assert.IsType<Refusal.UnknownArea>(PostCheck.Of(Serving with { Area = "tokyo" }, Wages.Embedded));
        Assert.IsType<Refusal.BadLoad>(PostCheck.Of(Serving with { Loads = [1, 2, 3] }, Wages.Embedded));
        Assert.IsType<Refusal.BadLoad>(PostCheck.Of(Serving with { Loads = [4, 0, 0, 0, 0, 0, 0, 0] }, Wages.Embedded));
        Assert.IsType<Refusal.NoTimes>(PostCheck.Of(Serving with { Days = [] }, Wages.Embedded));
        Assert.IsType<Refusal.EndsBeforeItBegins>(PostCheck.Of(Serving with { Until = Serving.From.AddDays(-1) }, Wages.Embedded));
        Assert.IsType<Refusal.WageNotNamed>(PostCheck.Of(Serving with { Pay = new Pay(PayKind.Talk) }, Wages.Embedded));
    }
}
