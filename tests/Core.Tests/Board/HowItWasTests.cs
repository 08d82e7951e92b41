using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.Board;

/// <summary>どうでしたか: once, by day, not in the middle of something, and it changes what is shown next.</summary>
public sealed class HowItWasTests
{
    /// <summary>A Tuesday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void What_comes_every_week_is_asked_about_after_staff_have_introduced_and_it_was_the_day() =>
        Assert.Equal(Morning(2026, 12, 5), HowItWas.When(Every(Day.Fri) with { From = new DateOnly(2026, 11, 1) }, Now));

    [Fact]
    public void What_begins_later_is_asked_about_after_it_has_begun() =>
        Assert.Equal(Morning(2027, 1, 9), HowItWas.When(Every(Day.Fri) with { From = new DateOnly(2027, 1, 5) }, Now));

    [Fact]
    public void What_happens_once_is_asked_about_the_morning_after() =>
        Assert.Equal(Morning(2026, 11, 30), HowItWas.When(Every(Day.Sun) with { Rhythm = Rhythm.Once, From = new DateOnly(2026, 11, 29), Until = new DateOnly(2026, 11, 29) }, Now));

    [Fact]
    public void What_ends_sooner_is_asked_about_when_it_has_ended() =>
        Assert.Equal(Morning(2026, 11, 27), HowItWas.When(Every(Day.Fri) with { From = new DateOnly(2026, 11, 1), Until = new DateOnly(2026, 11, 26) }, Now));

    [Theory]
    [InlineData(10, 11)]
    [InlineData(17, 18)]
    [InlineData(18, 10)]
    [InlineData(23, 10)]
    [InlineData(3, 10)]
    public void Nobody_is_asked_in_the_night(int hour, int next)
    {
        var later = Daytime.Later(Now.AddHours(hour - 10));
        Assert.Equal(next, Tokyo.Clock(later).Hour);
        Assert.True(later > Now.AddHours(hour - 10));
    }

    [Fact]
    public void Whoever_is_in_the_middle_of_something_is_asked_an_hour_later()
    {
        var talk = Applied();
        talk.Now = Morning(2026, 12, 20);
        talk.Says("使い方");
        talk.Says("棚卸しのつづき");
        Ask(talk);
        Assert.Equal(Morning(2026, 12, 20).AddHours(1), Assert.Single(talk.Effects.OfType<Effect.SetTimer>()).Due);
        Assert.DoesNotContain(talk.Effects, effect => effect is Effect.Speak);
    }

    [Fact]
    public void Whoever_has_taken_the_consent_back_or_has_told_already_is_not_asked()
    {
        var told = Applied();
        told.Now = Morning(2026, 12, 20);
        Ask(told);
        told.Presses("もうよい");
        told.Now += TimeSpan.FromDays(1);
        Ask(told);
        Assert.Empty(told.Effects);

        var withdrawn = Applied();
        withdrawn.Now = Morning(2026, 12, 20);
        withdrawn.Says("同意の確認");
        withdrawn.Says("お答えの保存");
        withdrawn.Says("取り消す");
        withdrawn.Now += TimeSpan.FromDays(1);
        Ask(withdrawn);
        Assert.Empty(withdrawn.Effects);
    }

    [Fact]
    public void A_post_that_was_filled_meanwhile_is_asked_about_by_its_name()
    {
        var talk = Applied();
        talk.Posts = PostIndex.None;
        talk.Now = Morning(2026, 12, 20);
        Ask(talk);
        Assert.Contains("は どうでしたか", talk.Last!.Bubbles.OfType<Bubble.Ask>().Single().Text);
    }

    [Theory]
    [InlineData("もう一度やりたい", true)]
    [InlineData("もうよい", false)]
    public void What_is_told_decides_what_comes_next(string told, bool liked)
    {
        var talk = Applied();
        var kind = talk.Marks.Single(m => m.Mark == Mark.Applied).Kind;
        var before = Liking(talk, kind);
        talk.Now = Morning(2026, 12, 20);
        Ask(talk);
        talk.Presses(told);
        Assert.Equal(liked, Liking(talk, kind) > before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Staff_hear_of_it_only_with_consent(bool consents)
    {
        var talk = Applied();
        talk.Now = Morning(2026, 12, 20);
        if (!consents)
        {
            talk.Says("同意の確認");
            talk.Says("職員に見せること");
            talk.Says("取り消す");
            talk.Now += TimeSpan.FromDays(1);
        }
        Ask(talk);
        talk.Presses("もう一度やりたい");
        Assert.All(talk.Effects.OfType<Effect.MarkPost>(), mark => Assert.Equal(consents, mark.Shared));
        Assert.Equal(consents, talk.Last!.Bubbles.OfType<Bubble.Say>().First().Text.Contains("職員にも 伝えます", StringComparison.Ordinal));
    }

    private static Talk Applied()
    {
        var talk = new Talk();
        talk.Enters();
        talk.Says("棚卸しをはじめる");
        talk.AnswersFirst();
        foreach (var words in new[] { "さがす", "話し相手" }) talk.Says(words);
        foreach (var label in new[] { "くわしく", "応募したい", "応募する" }) talk.Presses(label);
        Assert.Contains(talk.Marks, m => m.Mark == Mark.Applied);
        return talk;
    }

    private static void Ask(Talk talk)
    {
        var post = talk.Marks.Single(m => m.Mark == Mark.Applied).Post;
        talk.Take(new Incoming.TimeCame("find", "how", post.ToString(System.Globalization.CultureInfo.InvariantCulture)) { At = talk.Now });
    }

    private static double Liking(Talk talk, string kind) => Interests.Of(_ => null, new Marks([.. talk.Marks]))[Tasks.KindIndexOf(kind)].Mean;

    private static Post Every(Day day) => Town.Any("T08") with { Days = [day], Rhythm = Rhythm.Weekly, Until = new DateOnly(2027, 3, 31) };

    private static DateTimeOffset Morning(int year, int month, int day) => new(year, month, day, 10, 0, 0, TimeSpan.FromHours(9));
}
