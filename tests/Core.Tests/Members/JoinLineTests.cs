using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.Members;

public sealed class JoinLineTests
{
    [Fact]
    public void What_only_one_side_agreed_to_does_not_hold_for_the_other()
    {
        var talk = new Talk();
        talk.Enters();
        talk.VisitorComes(Purpose.Staff, Purpose.Research);
        Joins(talk);

        Assert.Contains("片方だけで", Said(talk));
        var consents = new Consents(talk.Consents);
        Assert.True(consents.Has(Purpose.Service));
        Assert.False(consents.Has(Purpose.Staff));
        Assert.False(consents.Has(Purpose.Research));
        Assert.Equal(("entry@1/consent_staff", Consents.Joining), (consents.Newest(Purpose.Staff)!.Text, consents.Newest(Purpose.Staff)!.By));
    }

    [Fact]
    public void Whoever_was_asked_nothing_on_LINE_keeps_what_was_agreed_on_the_page()
    {
        var talk = new Talk();
        talk.VisitorComes(Purpose.Staff);
        talk.Follows();
        Joins(talk);
        Assert.True(new Consents(talk.Consents).Has(Purpose.Staff));
        Assert.Null(talk.Conversation.Top);
    }

    [Fact]
    public void A_no_to_news_said_before_anything_was_asked_takes_no_consent_away_and_stays()
    {
        var talk = new Talk();
        talk.VisitorComes(Purpose.Staff);
        talk.Follows();
        talk.Says("配信停止");
        Joins(talk);
        var consents = new Consents(talk.Consents);
        Assert.True(consents.Has(Purpose.Service) && consents.Has(Purpose.Staff));
        Assert.False(consents.TakesNews);
    }

    [Fact]
    public void Whoever_declined_on_LINE_is_asked_again_before_anything_more_is_stored()
    {
        var talk = new Talk();
        talk.Follows();
        talk.Presses("いまは しない");
        talk.VisitorComes();
        Joins(talk);
        Assert.False(new Consents(talk.Consents).Has(Purpose.Service));
        talk.Says("棚卸しをはじめる");
        Assert.Contains("保存しても", Said(talk));
    }

    [Theory]
    [InlineData("番号は4728 1936です")]
    [InlineData("つなぐ番号は ４７２８ー１９３６ です。お願いします")]
    [InlineData("コードは47281936")]
    [InlineData("すみません、番号 4728-1936 です")]
    [InlineData("4728 1936 お願いします")]
    public void A_code_is_read_in_a_sentence_around_it(string words)
    {
        var talk = new Talk();
        talk.Enters();
        talk.VisitorComes();
        talk.Says(words);
        Assert.Contains("つなぎますか", Said(talk));
    }

    [Theory]
    [InlineData("電話番号は 47281936です", "a telephone number without its area")]
    [InlineData("カード番号は4728 1936です", "a part of a card")]
    [InlineData("19570403", "a day of birth")]
    [InlineData("20010101", "a day")]
    [InlineData("04712345", "a telephone number")]
    [InlineData("4728193", "seven digits")]
    [InlineData("472819366", "nine digits")]
    [InlineData("4728193六の", "words")]
    public void What_cannot_be_a_code_is_not_taken_for_one(string words, string because)
    {
        var talk = new Talk();
        talk.Enters();
        talk.VisitorComes();
        talk.Says(words);
        Assert.False(talk.Effects.OfType<Effect.CountJoinTry>().Any(), because);
    }

    [Fact]
    public void On_the_page_a_code_is_only_a_number()
    {
        var talk = new Talk { Channel = Channel.Web };
        talk.VisitorComes();
        talk.Says(Talk.Code);
        Assert.Empty(talk.Effects.OfType<Effect.CountJoinTry>());
    }

    [Fact]
    public void Only_a_visitor_is_shown_the_way_to_LINE()
    {
        var talk = new Talk { Channel = Channel.Web, IsVisitor = true };
        talk.Agrees().Says("わたし");
        Assert.NotNull(talk.Find("LINEにつなぐ"));
        talk.Presses("LINEにつなぐ");
        Assert.Equal(Page.Join, Assert.IsType<Bubble.Door>(talk.Last!.Bubbles[^1]).Page);

        var onLine = new Talk();
        onLine.Agrees().Says("わたし");
        Assert.Null(onLine.Find("LINEにつなぐ"));
    }

    [Fact]
    public void A_code_prints_nothing_of_itself()
    {
        Assert.DoesNotContain("4728", new JoinCode("47281936", default).ToString());
        Assert.DoesNotContain("4728", new Effect.Join("47281936").ToString());
    }

    private static void Joins(Talk talk)
    {
        talk.Says(Talk.Code);
        talk.Presses("はい、つなぐ");
    }

    private static string Said(Talk talk) => string.Join('\n', talk.Last!.Bubbles.Select(bubble => bubble switch { Bubble.Say say => say.Text, Bubble.Ask ask => ask.Text, _ => "" }));
}
