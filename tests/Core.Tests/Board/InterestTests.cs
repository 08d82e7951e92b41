using Concierge.Core.Board;
using Xunit;

namespace Concierge.CoreTests.Board;

/// <summary>What a person does weighs more than what was said on a card.</summary>
public sealed class InterestTests
{
    private static readonly DateTimeOffset Then = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void Whoever_has_said_nothing_likes_everything_by_half() => Assert.All(Interests.Of(_ => null, Marks.None), i => Assert.True(i is { Mean: 0.5, IsNew: true }));

    [Fact]
    public void A_card_begins_it()
    {
        Assert.Equal(0.75, Of("yes").Mean);
        Assert.Equal(0.25, Of("no").Mean);
        Assert.True(Of("unsure").IsNew);
        Assert.False(Of("no").IsNew);
    }

    [Fact]
    public void Each_step_towards_a_task_is_worth_more_than_the_one_before()
    {
        Mark[] steps = [Mark.Seen, Mark.Tapped, Mark.Kept, Mark.Applied, Mark.Did, Mark.Again];
        var liking = steps.Select((_, at) => Of(null, [.. steps.Take(at + 1).Select(mark => (1L, mark))]).Mean).ToArray();
        Assert.Equal(liking.Order(), liking);
        Assert.Equal(liking.Length, liking.Distinct().Count());
    }

    [Fact]
    public void Doing_it_outweighs_a_no_and_hiding_outweighs_a_yes()
    {
        Assert.True(Of("no", (1, Mark.Applied), (2, Mark.Did)).Mean > 0.5);
        Assert.True(Of("yes", (1, Mark.Hidden), (2, Mark.Hidden), (3, Mark.Hidden)).Mean < 0.5);
    }

    [Fact]
    public void What_was_done_and_was_enough_speaks_against_it_and_done_again_speaks_for_it_most()
    {
        var enough = Of(null, (1, Mark.Applied), (1, Mark.Did), (1, Mark.Enough)).Mean;
        var again = Of(null, (1, Mark.Applied), (1, Mark.Did), (1, Mark.Again)).Mean;
        Assert.True(enough < 0.5);
        Assert.True(again > Of(null, (1, Mark.Applied), (1, Mark.Did)).Mean);
    }

    [Fact]
    public void Passing_over_many_cards_says_little()
    {
        var passed = Of(null, [.. Enumerable.Range(1, 500).Select(post => ((long)post, Mark.Seen))]);
        Assert.Equal(1.0 / 3, passed.Mean, tolerance: 1e-6);
        Assert.True(passed.IsNew);
    }

    [Fact]
    public void A_hidden_kind_is_gone_for_ever()
    {
        var seeker = Seeker.Of([], new Marks([new PostMark(0, "garden", Mark.Hidden, Then)]));
        Assert.All(Town.Posts.Where(p => p.Type.Kind == "garden"), post => Assert.Equal(Obstacle.Unwanted, Fits.Obstacle(post, seeker)));
    }

    private static Interest Of(string? card, params (long Post, Mark Mark)[] did) =>
        Interests.Of(asked => asked == "weeding" ? card : null, new Marks([.. did.Select(d => new PostMark(d.Post, "garden", d.Mark, Then))]))[Tasks.KindIndexOf("garden")];
}
