using Concierge.Core.Conversations;
using CsCheck;
using Xunit;

namespace Concierge.CoreTests.Conversations;

public sealed class EngineTests
{
    private static readonly string[] Things =
        ["[first]", "[last]", "[old]", "もどる", "とばす", "もう一度", "なぜ聞くの", "やめる", "メニュー", "職員と話す", "はい", "ぺぺぺ", "これでよい", "page", "line", "days", "sticker", "follow"];

    [Fact]
    public void Going_back_and_answering_the_same_again_changes_nothing()
    {
        var talk = Begun();
        for (var i = 0; i < 3; i++) talk.AnswersFirst();
        var (answers, step) = (talk.Current, talk.Conversation.Top!.Step);

        talk.Presses("もどる");
        talk.AnswersFirst();

        Assert.Equal(answers, talk.Current);
        Assert.Equal(step, talk.Conversation.Top!.Step);
    }

    [Fact]
    public void A_button_pressed_twice_by_a_trembling_finger_is_answered_once()
    {
        var talk = Begun();
        talk.AnswersFirst();
        talk.Presses("歩いて15分");
        talk.Presses("歩いて15分");
        Assert.DoesNotContain(talk.Effects, effect => effect is Effect.Speak);

        talk.Now += TimeSpan.FromMinutes(1);
        talk.Presses("歩いて15分");
        Assert.Contains(talk.Effects, effect => effect is Effect.Speak);
    }

    /// <summary>Nobody is told of somebody who wants to know how the desk is reached; of who wants to be called, staff are.</summary>
    [Theory]
    [InlineData("電話番号をおしえて", false)]
    [InlineData("窓口は何時からですか", false)]
    [InlineData("電話番号を教えるので電話してください", true)]
    [InlineData("私の電話番号は04-0000-0000です。電話してほしい", true)]
    public void The_desk_can_be_asked_for_without_telling_it(string words, bool told)
    {
        var talk = new Talk(desk: "04-0000-0001 平日9時から17時");
        talk.Enters();
        talk.Says(words);
        Assert.Equal(told, talk.Effects.Any(effect => effect is Effect.Notice { Kind: "person-wanted" }));
        Assert.Contains(talk.Last!.Bubbles, bubble => (bubble is Bubble.Say { Text: var said } && said.Contains("04-0000-0001")) || (bubble is Bubble.Ask { Text: var asked } && asked.Contains("04-0000-0001")));
    }

    [Fact]
    public void A_button_pressed_again_after_something_else_is_answered()
    {
        var talk = Begun();
        talk.AnswersFirst();
        talk.Presses("歩いて15分");
        talk.Presses("なぜ聞くの");
        talk.Presses("歩いて15分");
        Assert.Contains(talk.Last!.Bubbles, bubble => bubble is Bubble.Say { Text: var text } && text.Contains("前の質問"));
    }

    [Fact]
    public void One_of_several_pressed_twice_by_a_trembling_finger_stays_on()
    {
        var talk = Begun();
        for (var i = 0; i < 3; i++) talk.AnswersFirst();
        var morning = talk.Find("午前")!;
        talk.Press(morning);
        talk.Press(morning);
        Assert.DoesNotContain(talk.Effects, effect => effect is Effect.Speak);
        Assert.Equal(["morning"], talk.Conversation.Top!.Picked);
    }

    [Fact]
    public void Another_button_pressed_at_once_is_no_second_press()
    {
        var talk = Begun();
        talk.AnswersFirst();
        talk.Presses("歩いて15分");
        talk.Presses("自転車で15分");
        Assert.Contains(talk.Last!.Bubbles, bubble => bubble is Bubble.Say { Text: var text } && text.Contains("前の質問"));
    }

    [Fact]
    public void A_button_pressed_right_after_the_same_answer_in_words_is_answered()
    {
        var talk = Begun();
        talk.AnswersFirst();
        var button = talk.Find("歩いて15分")!;
        talk.Says("歩いて15分");
        talk.Press(button);
        Assert.Contains(talk.Last!.Bubbles, bubble => bubble is Bubble.Say { Text: var text } && text.Contains("前の質問"));
    }

    [Fact]
    public void A_turn_taken_again_decides_the_same()
    {
        var talk = Begun();
        var engine = new Engine(Questionnaires.Embedded);
        var facts = new Facts(talk.Now, PrivateQuestions.Private, [], false, null);
        var incoming = new Incoming.Tapped(talk.Find("くわしく")!) { At = talk.Now };

        var (first, second) = (engine.Take(talk.Conversation, incoming, facts), engine.Take(talk.Conversation, incoming, facts));
        Assert.Equal(Written(first), Written(second));
    }

    [Fact]
    public void While_staff_own_the_conversation_the_bot_is_silent_except_for_safety_words()
    {
        var talk = Begun();
        talk.Conversation = talk.Conversation with { Owner = Owner.Staff, Epoch = 1 };
        var before = talk.Replies.Count;

        talk.Says("北部");
        talk.Sends(MediaKind.Sticker);
        Assert.Equal(before, talk.Replies.Count);

        talk.Says("もう死にたい");
        Assert.Equal(before + 1, talk.Replies.Count);
        Assert.True(talk.Last!.Critical);
    }

    [Fact]
    public void When_the_last_answer_was_lost_the_next_turn_begins_with_where_we_were()
    {
        var talk = Begun();
        talk.AnswersFirst();
        talk.Unheard = true;
        talk.Says("2");

        Assert.Contains("とどかなかった", talk.Last!.Bubbles.OfType<Bubble.Say>().First().Text);
        Assert.Contains("片道", talk.Last.Bubbles.OfType<Bubble.Ask>().Single().Text);
        Assert.DoesNotContain("travel", talk.Current.Keys);
    }

    [Theory]
    [InlineData(PrivateQuestions.Private)]
    [InlineData(PrivateQuestions.Strict)]
    public void Over_LINE_nobody_is_ever_asked_or_shown_what_is_private(PrivateQuestions mode) =>
        Play(mode, talk =>
        {
            if (talk.LastHeardOn == Channel.Web || talk.Last is not { } last) return;
            var asked = last.Bubbles.OfType<Bubble.Ask>().Select(a => a.Text).ToHashSet();
            var forbidden = Questionnaires.Embedded.Newest("inventory").Questions.Where(q => q.Private || mode == PrivateQuestions.Strict);
            Assert.DoesNotContain(forbidden, q => asked.Contains(q.Text));
        });

    [Fact]
    public void From_anywhere_a_person_is_one_tap_away_and_every_reply_fits_LINE() =>
        Play(PrivateQuestions.Private, talk =>
        {
            if (talk.Last is not { } last) return;
            Assert.InRange(last.Bubbles.Length, 1, 5);
            Assert.InRange(last.Quick.Length, 1, 13);
            Assert.Contains(last.Quick, b => b.Tap.Act is Act.Run { Command: Command.Person });
            Assert.InRange(talk.Conversation.Sessions.Length, 0, Conversation.Depth);
        });

    /// <summary>Any order of anything people do; on a failure CsCheck prints the shortest one.</summary>
    private static void Play(PrivateQuestions mode, Action<Talk> holds) =>
        Gen.Int[0, Things.Length - 1].Array[1, 60].Sample(
            choices =>
            {
                var talk = Begun(mode);
                foreach (var choice in choices)
                {
                    Do(talk, Things[choice]);
                    holds(talk);
                }
            },
            iter: 300);

    private static void Do(Talk talk, string thing)
    {
        var buttons = talk.Last is { } last ? last.AllButtons().ToArray() : [];
        switch (thing)
        {
            case "[first]" when buttons.Length > 0: talk.Press(buttons[0].Tap); break;
            case "[last]" when buttons.Length > 8: talk.Press(buttons[^8].Tap); break;
            case "[old]": talk.Press(talk.Replies[talk.Replies.Count / 2].AllButtons().First().Tap); break;
            case "page": talk.OpensPage(); break;
            case "line": talk.Channel = Channel.Line; break;
            case "days": talk.Now += TimeSpan.FromDays(2); break;
            case "sticker": talk.Sends(MediaKind.Sticker); break;
            case "follow": talk.Follows(); break;
            default: talk.Says(thing); break;
        }
    }

    private static Talk Begun(PrivateQuestions mode = PrivateQuestions.Private)
    {
        var talk = new Talk(mode);
        talk.Enters();
        talk.Says("棚卸しをはじめる");
        return talk;
    }

    private static string Written(Taken taken) => System.Text.Json.JsonSerializer.Serialize(new
    {
        taken.Conversation,
        Effects = taken.Effects.Select(e => System.Text.Json.JsonSerializer.Serialize(e, e.GetType())),
    });
}
