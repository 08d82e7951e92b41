using Concierge.Core.Board;
using Xunit;

namespace Concierge.CoreTests.Board;

/// <summary>A post from the first draft to its end.</summary>
public sealed class ListingTests
{
    private static readonly DateOnly Today = DemoTown.Day;

    private static readonly Post Post = Town.Any("T01") with { From = Today, Until = Today.AddDays(30) };

    [Fact]
    public void A_draft_is_published_paused_published_again_and_filled()
    {
        var listing = Listing.Draft(Post);
        Assert.Equal(PostState.Draft, listing.State);
        Goes(listing, Listing.On.Publish, PostState.Open);
        Goes(listing, Listing.On.Pause, PostState.Paused);
        Goes(listing, Listing.On.Publish, PostState.Open);
        Goes(listing, Listing.On.Fill, PostState.Filled);
    }

    [Fact]
    public void Who_was_found_may_not_come_after_all()
    {
        var listing = Standing(Listing.On.Publish, Listing.On.Fill);
        Goes(listing, Listing.On.Publish, PostState.Open);
    }

    [Fact]
    public void What_pays_less_than_the_minimum_wage_of_its_days_is_not_published_and_the_reason_is_named()
    {
        var listing = Listing.Draft(Post with { Pay = new Pay(PayKind.Hourly, 1139) });
        var refused = Assert.IsType<Moving.Refused>(listing.Move(Listing.On.Publish, Wages.Embedded, Today));
        Assert.Equal(new Refusal.BelowMinimumWage(1139, 1140, Today), refused.Why);
        Assert.Equal(PostState.Draft, listing.State);
    }

    [Fact]
    public void A_wage_that_a_coming_revision_overtakes_is_not_published()
    {
        var wages = new Wages([new MinimumWage(new DateOnly(2025, 10, 3), 1140), new MinimumWage(Today.AddDays(10), 1200)]);
        var refused = Assert.IsType<Moving.Refused>(Listing.Draft(Post with { Pay = new Pay(PayKind.Hourly, 1150) }).Move(Listing.On.Publish, wages, Today));
        Assert.Equal(new Refusal.BelowMinimumWage(1150, 1200, Today.AddDays(10)), refused.Why);
    }

    [Fact]
    public void What_is_over_runs_out_and_not_a_day_before()
    {
        var listing = Standing(Listing.On.Publish);
        Assert.Equal(new Moving.NotNow(PostState.Open), listing.Move(Listing.On.RunOut, Wages.Embedded, Post.Until));
        Assert.Equal(new Moving.Done(), listing.Move(Listing.On.RunOut, Wages.Embedded, Post.Until.AddDays(1)));
        Assert.Equal(PostState.Expired, listing.State);
    }

    [Fact]
    public void A_paused_post_whose_last_day_has_passed_is_not_published_again()
    {
        var listing = Standing(Listing.On.Publish, Listing.On.Pause);
        Assert.Equal(new Moving.Over(Post.Until), listing.Move(Listing.On.Publish, Wages.Embedded, Post.Until.AddDays(1)));
    }

    [Theory]
    [InlineData(Listing.On.Publish), InlineData(Listing.On.Pause), InlineData(Listing.On.Fill), InlineData(Listing.On.Close), InlineData(Listing.On.RunOut)]
    public void What_was_closed_stays_closed(Listing.On on) =>
        Assert.Equal(new Moving.NotNow(PostState.Closed), Standing(Listing.On.Close).Move(on, Wages.Embedded, Post.Until.AddDays(1)));

    [Fact]
    public void A_draft_may_be_wrong_for_a_while_and_what_stands_on_the_board_may_not()
    {
        var wrong = Post with { Pay = new Pay(PayKind.Hourly, 900) };
        Assert.IsType<Moving.Done>(Listing.Draft(Post).Rewrite(wrong, Wages.Embedded, Post.From, 2));
        var open = Standing(Listing.On.Publish);
        Assert.IsType<Refusal.BelowMinimumWage>(Assert.IsType<Moving.Refused>(open.Rewrite(wrong, Wages.Embedded, Post.From, 2)).Why);
        Assert.Equal(new Moving.Over(Post.Until), open.Rewrite(Post, Wages.Embedded, Post.Until.AddDays(1), 2));
        Assert.Same(Post, open.Body);
        Assert.Equal(new Moving.NotNow(PostState.Closed), Standing(Listing.On.Close).Rewrite(Post, Wages.Embedded, Post.From, 2));
    }

    [Fact]
    public void What_is_changed_is_known_by_its_part_and_of_a_draft_nobody_needs_to_know()
    {
        Listing[] both = [Standing(Listing.On.Publish), Listing.Draft(Post)];
        foreach (var listing in both)
        {
            listing.Rewrite(Post with { Place = "ほかの ばしょ", Needs = "うわばき" }, Wages.Embedded, Post.From, 5);
            listing.Rewrite(listing.Body with { Minutes = Post.Minutes + 30, Until = Post.Until.AddDays(7) }, Wages.Embedded, Post.From, 6);
        }
        Assert.Equal([PostPart.Place, PostPart.Days, PostPart.Times], both[0].Changes.Since(4));
        Assert.Equal([PostPart.Days, PostPart.Times], both[0].Changes.Since(5));
        Assert.Empty(both[0].Changes.Since(6));
        Assert.Equal(PostChanges.None, both[1].Changes);
    }

    private static Listing Standing(params Listing.On[] moves)
    {
        var listing = Listing.Draft(Post);
        foreach (var on in moves) Assert.Equal(new Moving.Done(), listing.Move(on, Wages.Embedded, Today));
        return listing;
    }

    private static void Goes(Listing listing, Listing.On on, PostState to)
    {
        Assert.Equal(new Moving.Done(), listing.Move(on, Wages.Embedded, Today));
        Assert.Equal(to, listing.State);
    }
}
