using Concierge.Core.Conversations;
using Concierge.Core.Points;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.Points;

public sealed class LookUpPointsTests
{
    [Theory]
    [InlineData(true, "いまは 調べられませんでした")]
    [InlineData(false, "あしたの朝に もう一度")]
    public void Silence_is_told_as_it_is(bool passing, string told)
    {
        var talk = new Talk().Agrees().WithCards(_ => new CardAnswer.Silent("no-file", passing));
        talk.Channel = Channel.Web;
        talk.Says("ポイント");
        talk.Says("1234567890123456");
        talk.Says("昭和25年4月1日");
        Assert.Contains(told, talk.Last!.Bubbles.OfType<Bubble.Say>().First().Text);
        Assert.Contains(talk.Last!.AllButtons(), button => button.Label == "もう一度 調べる");
    }

    [Fact]
    public void When_nobody_answers_it_is_said_kindly_and_costs_no_try()
    {
        var talk = Asking(_ => new CardAnswer.Silent("timeout"));
        for (var i = 0; i < 7; i++)
        {
            Tries(talk, "昭和25年4月1日");
            Assert.Contains("いまは 調べられませんでした", Text(talk));
            talk.Says("ポイント");
        }
        Assert.Contains("カード番号を 教えてください", Text(talk));
    }

    [Fact]
    public void A_wrong_number_and_a_wrong_birth_date_are_answered_alike()
    {
        var (number, birth) = (Asking(), Asking());
        number.Says("1111222233334444");
        number.Says("昭和25年4月1日");
        birth.Says("1234567890123456");
        birth.Says("昭和26年4月1日");
        Assert.Equal(Text(number), Text(birth));
    }

    [Fact]
    public void Neither_number_nor_birth_date_nor_balance_is_ever_printed()
    {
        Assert.DoesNotContain("1234", new Effect.AskCard("e", TalkCards.Hanako).ToString());
        Assert.DoesNotContain("1950", TalkCards.Hanako.ToString());
        var answered = new Incoming.CardAnswered("e", true, new CardAnswer.Found(TalkCards.Statement)) { At = default };
        Assert.DoesNotContain("1240", answered.ToString());
        Assert.DoesNotContain("1240", new CardAnswer.Found(TalkCards.Statement).ToString());
    }

    [Fact]
    public void After_the_answer_the_conversation_no_longer_holds_the_number()
    {
        var talk = Asking();
        Tries(talk, "昭和25年4月1日");
        Assert.DoesNotContain("1234567890123456", talk.Conversation.Top!.Subject);
    }

    [Fact]
    public void A_card_that_was_linked_and_is_gone_can_be_taken_off()
    {
        var known = true;
        var talk = Asking(_ => known ? new CardAnswer.Found(TalkCards.Statement) : new CardAnswer.NoMatch());
        Tries(talk, "昭和25年4月1日");
        known = false;
        talk.Presses("もう一度 調べる");
        Assert.Contains("登録したカードが 見つかりませんでした", Text(talk));
        talk.Presses("カードの登録をけす");
        talk.Presses("はい、けします");
        Assert.Contains("カードの登録を けしました", Text(talk));
    }

    [Fact]
    public void While_staff_speak_the_card_is_linked_and_nothing_is_said()
    {
        var talk = Asking();
        talk.Says("1234567890123456");
        var said = 0;
        talk.Does.Add(effect =>
        {
            if (effect is not Effect.AskCard) return;
            talk.Conversation = talk.Conversation with { Owner = Owner.Staff, Epoch = 1 };
            said = talk.Replies.Count;
        });
        talk.Says("昭和25年4月1日");
        Assert.Contains(talk.Effects, effect => effect is Effect.LinkCard);
        Assert.Equal(said + 1, talk.Replies.Count);
    }

    [Fact]
    public void An_answer_to_an_older_question_is_not_said()
    {
        var talk = Asking();
        talk.Says("1234567890123456");
        var said = talk.Replies.Count;
        talk.Take(new Incoming.CardAnswered("another", false, new CardAnswer.Found(TalkCards.Statement)) { At = talk.Now, Channel = Channel.Web });
        Assert.Equal(said, talk.Replies.Count);
    }

    private static Talk Asking(Func<PointCard, CardAnswer>? answers = null)
    {
        var talk = new Talk { Channel = Channel.Web }.WithCards(answers);
        talk.Enters();
        talk.Says("ポイント");
        return talk;
    }

    private static void Tries(Talk talk, string born)
    {
        talk.Says("1234567890123456");
        talk.Says(born);
    }

    private static string Text(Talk talk) => string.Join('\n', talk.Last!.Bubbles.Select(bubble => bubble switch
    {
        Bubble.Say say => say.Text,
        Bubble.Ask ask => ask.Text,
        _ => "",
    }));
}
