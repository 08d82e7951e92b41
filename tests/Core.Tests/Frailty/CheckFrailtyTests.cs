using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.CoreTests.Conversations;
using CsCheck;
using Xunit;

namespace Concierge.CoreTests.Frailty;

public sealed class CheckFrailtyTests
{
    private const string Blue = "yyy n yyy n yy n";

    private static readonly string[] Things =
        ["[first]", "[second]", "[last]", "もどる", "とばす", "もう一度", "やめる", "職員と話す", "はい", "いいえ", "ぺぺぺ", "160", "page", "line", "[結果を見る]", "[ほかのチェック]", "[くわしいチェック 25問]", "[まだの質問に答える]", "[これでよい]", "[知らせてほしい]", "days"];

    [Fact]
    public void A_finding_holds_the_answers_and_the_wording_but_no_score()
    {
        var person = Person.Of("70").Checks("nyy n yy- n yy n", "smaller");
        var eleven = person.Talk.Findings.Single(f => f.Form == "eleven_check@1");
        Assert.Equal(10, eleven.Answers.Count);
        Assert.Equal(("no", false), (eleven.Answers["eleven_1"], eleven.Answers.ContainsKey("eleven_7")));
        Assert.Equal("smaller", person.Talk.Findings.Single(f => f.Form == "yubi_wakka@1").Answers["yubi_1"]);
    }

    [Fact]
    public void Only_the_answers_that_stand_at_the_end_count()
    {
        var straight = Person.Of("70").Checks(Blue);
        var wandering = Person.Of("70").Begins("eleven_check");
        foreach (var mark in Blue.Replace(" ", ""))
        {
            wandering.Answers([mark == 'y' ? "no" : "yes"]);
            wandering.Talk.Says("もどる");
            wandering.Answers([Person.Key(mark)]);
        }
        wandering.Answers(["smaller"]);
        wandering.Talk.Says("ふくらはぎ");
        wandering.Answers(["bigger"]).Confirms();
        Assert.Equal(straight.Sheet, wandering.Sheet);
    }

    [Fact]
    public void A_check_done_again_begins_with_no_answers()
    {
        var person = Person.Of("70").Checks(Blue).After(180).Begins("eleven_check");
        Assert.Equal("eleven_1", person.Talk.Conversation.Top!.Step);
        Assert.Equal("1／11", person.Talk.Last!.Bubbles.OfType<Bubble.Ask>().Single().Left);
    }

    [Fact]
    public void Nothing_is_given_for_a_good_result()
    {
        var (good, bad) = (Person.Of("70").Checks(Blue), Person.Of("70").Checks("nnn y nnn y nn y", "smaller"));
        Assert.Equal(Kinds(bad), Kinds(good));
        Assert.Equal(["DropTimer", "KeepFinding", "Notice", "Speak"], Kinds(good));

        static IEnumerable<string> Kinds(Person person) => person.Talk.Effects.Select(e => e.GetType().Name).Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public void The_reminder_is_half_a_year_after_the_check_and_tells_nothing()
    {
        var person = Person.Of("70").Checks(Blue);
        person.Talk.Presses("知らせてほしい");
        var timer = person.Talk.Effects.OfType<Effect.SetTimer>().Single();
        Assert.Equal(TimeSpan.FromDays(180), timer.Due - person.Talk.Findings[^1].At);
        Assert.Equal("", timer.Subject);

        person.Talk.Channel = Channel.Line;
        person.After(180);
        Assert.Equal("お知らせが あります。", Assert.IsType<Bubble.Ask>(person.Talk.Last!.Bubbles.Single()).Text);
    }

    [Fact]
    public void A_newer_check_makes_the_old_reminder_go_away()
    {
        var person = Person.Of("70").Checks(Blue);
        person.Talk.Presses("知らせてほしい");
        person.After(100).Checks(Blue);
        var said = person.Talk.Replies.Count;
        person.After(200);
        Assert.Equal(said, person.Talk.Replies.Count);
    }

    [Fact]
    public void The_ring_is_explained_by_a_drawing_with_words_for_those_who_do_not_see_it()
    {
        var person = Person.Of("70").Begins("eleven_check").Answers(Blue.Replace(" ", "").Select(Person.Key));
        var picture = person.Talk.Last!.Bubbles.OfType<Bubble.Ask>().Single().Picture!;
        Assert.Equal("yubi_wakka.svg", picture.File);
        Assert.Contains("ふくらはぎ", picture.Alt);
    }

    [Theory]
    [InlineData("158", 158.0)]
    [InlineData("１５８．５ｃｍ", 158.5)]
    [InlineData("158センチです", 158.0)]
    [InlineData("1メートル58", null)]
    [InlineData("わからない", null)]
    public void A_height_is_read_as_people_write_it(string text, double? height) => Assert.Equal((decimal?)height, Core.Frailty.Measure.Read(text));

    /// <summary>Whatever people do in whatever order: over LINE no question, answer, colour or number of a check is ever said.</summary>
    [Fact]
    public void Over_LINE_nothing_of_a_check_is_ever_said()
    {
        var forbidden = Questionnaires.Embedded.All.SelectMany(q => q.Questions).Where(q => q.Private).Select(q => q.Text).Concat(["青○", "赤●", "兆候", "かかりつけ医"]).ToArray();
        Gen.Int[0, Things.Length - 1].Array[1, 80].Sample(
            choices =>
            {
                var talk = Begun(finished: choices.Length % 2 == 0);
                foreach (var choice in choices)
                {
                    var said = talk.Replies.Count;
                    Do(talk, Things[choice]);
                    foreach (var reply in talk.Replies.Skip(said).Where(_ => talk.LastHeardOn == Channel.Line))
                    {
                        var text = JsonSerializer.Serialize(reply, Readable);
                        Assert.DoesNotContain(forbidden, text.Contains);
                    }
                    if (talk.Last is not { } last) continue;
                    Assert.InRange(last.Bubbles.Length, 1, 5);
                    Assert.True(last.Quick.Any(b => b.Tap.Act is Act.Run { Command: Command.Person }), $"After {Things[choice]} nobody is one step away: {JsonSerializer.Serialize(last, Readable)}");
                }
            },
            iter: 300);
    }

    [Fact]
    public void Back_at_the_door_when_all_is_answered_leads_to_the_answers()
    {
        var talk = Begun(finished: false);
        for (var i = 0; i < 12; i++) talk.AnswersFirst();
        talk.Press(talk.Last!.Bubbles.OfType<Bubble.Rows>().Single().Items[^1].Change!.Tap);
        talk.Channel = Channel.Line;
        talk.Says("もう一度");
        talk.Says("もどる");
        Assert.Contains(talk.Last!.Quick, button => button.Tap.Act is Act.Run { Command: Command.Person });
        talk.Says("職員と話す");
        Assert.Contains(talk.Last!.Quick, button => button.Tap.Act is Act.Run { Command: Command.Person });
    }

    private static Talk Begun(bool finished)
    {
        var talk = new Talk().WithFindings();
        talk.Enters();
        talk.Says("メニュー");
        talk.Presses("からだチェック");
        talk.Presses("はじめる");
        talk.OpensPage();
        if (!finished) return talk;
        for (var i = 0; i < 12; i++) talk.AnswersFirst();
        talk.Presses("これでよい");
        return talk;
    }

    private static void Do(Talk talk, string thing)
    {
        var buttons = talk.Last is { } last ? last.AllButtons().ToArray() : [];
        switch (thing)
        {
            case "[first]" when buttons.Length > 0: talk.Press(buttons[0].Tap); break;
            case "[second]" when buttons.Length > 1: talk.Press(buttons[1].Tap); break;
            case "[last]" when buttons.Length > 8: talk.Press(buttons[^8].Tap); break;
            case "page": talk.OpensPage(); break;
            case "line": talk.Channel = Channel.Line; break;
            case "days": talk.Passes(TimeSpan.FromDays(30)); break;
            case ['[', .. var label, ']'] when talk.Find(label) is { } tap: talk.Press(tap); break;
            case ['[', ..]: break;
            default: talk.Says(thing); break;
        }
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
