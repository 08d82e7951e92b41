using System.Text.Json;
using Concierge.Core.Board;
using Concierge.Core.Conversations;
using Concierge.Core.Members;
using Concierge.CoreTests.Conversations;
using CsCheck;
using Xunit;

namespace Concierge.CoreTests.Board;

public sealed class FindWorkTests
{
    /// <summary>None of them may be asked over LINE where its letter of the guideline holds.</summary>
    private static readonly HashSet<string> Questions = [.. Questionnaires.Embedded.All.SelectMany(form => form.Questions).Select(question => question.Text)];

    private static readonly string[] Things =
    [
        "[くわしく]", "[気になる]", "[気になるをやめる]", "[出さないで]", "[ほかを見る]", "[応募したい]", "[応募する]", "[はい、よいです]", "[いいえ]", "[もう一度やりたい]", "[もうよい]", "[まだ していない]", "[やめておく]", "[これだけ]", "[この種類すべて]", "[地区をえらぶ]", "[気になるもの]", "[old]", "[first]",
        "さがす", "草むしり", "南部で午前", "2番", "はい", "いいえ", "もどる", "とばす", "もう一度", "なぜ聞くの", "やめる", "メニュー", "つづき", "ぺぺぺ", "location", "page", "line", "days", "gone", "how",
    ];

    /// <summary>Any order of anything people do; on a failure CsCheck prints the shortest one.</summary>
    [Theory]
    [InlineData(PrivateQuestions.Private)]
    [InlineData(PrivateQuestions.Strict)]
    public void From_anywhere_a_person_is_one_tap_away_and_nothing_hidden_is_shown(PrivateQuestions mode) =>
        Gen.Int[0, Things.Length - 1].Array[1, 40].Sample(
            choices =>
            {
                var talk = Begun(mode);
                foreach (var choice in choices)
                {
                    var unwanted = new Marks([.. talk.Marks]);
                    Do(talk, Things[choice]);
                    var last = talk.Last!;
                    Assert.InRange(last.Bubbles.Length, 1, 5);
                    Assert.InRange(last.Quick.Length, 1, 13);
                    Assert.Contains(last.Quick, b => b.Tap.Act is Act.Run { Command: Command.Person });
                    foreach (var seen in talk.Effects.OfType<Effect.MarkPost>().Where(m => m.Mark == Mark.Seen))
                    {
                        Assert.False(unwanted.Has(seen.Post, Mark.Hidden));
                        Assert.DoesNotContain(seen.Kind, unwanted.HiddenKinds);
                    }
                    if (mode == PrivateQuestions.Strict && talk.LastHeardOn == Channel.Line)
                        Assert.DoesNotContain(last.Bubbles.OfType<Bubble.Ask>(), ask => Questions.Contains(ask.Text));
                    Assert.DoesNotContain(talk.Effects.OfType<Effect.Apply>(), _ => !MayShare(talk));
                    Assert.All(last.Bubbles.OfType<Bubble.Posters>(), posters => Assert.All(posters.All, poster => Assert.InRange(poster.Lines.Length, 1, 12)));
                }
            },
            iter: 150);

    [Fact]
    public void A_place_that_was_sent_stands_nowhere_afterwards()
    {
        var talk = new Talk();
        talk.SendsPlace(35.83217, 140.01234);
        var kept = JsonSerializer.Serialize(talk.Conversation) + string.Concat(talk.Effects.Select(e => JsonSerializer.Serialize(e, e.GetType())));
        Assert.DoesNotContain("35.83", kept);
        Assert.DoesNotContain("140.01", kept);
        Assert.Contains("歩いて およそ", talk.Last!.Bubbles.OfType<Bubble.Posters>().Single().All[0].Lines[0]);
    }

    [Fact]
    public void What_the_body_can_bear_is_in_no_word_of_a_card()
    {
        var (can, avoids) = (Cards("can"), Cards("avoid"));
        Assert.NotEqual(can.Keys, avoids.Keys);
        Assert.All(can.Keys.Intersect(avoids.Keys), post => Assert.Equal(can[post], avoids[post]));
    }

    /// <summary>At 75 she was told that 「昼ごろ」 and 「屋内」 suited her: nobody had asked.</summary>
    [Fact]
    public void Nothing_is_called_a_reason_that_the_person_has_not_given()
    {
        Assert.DoesNotContain("おすすめの わけ", First([]));
        Assert.DoesNotContain("合いそう", First([]));
        Assert.Contains("おすすめの わけ：お住まいの地域の中\n", First([("entry@1", "area", "south")]));
        Assert.Contains("おすすめの わけ：お住まいの地域の中・ご都合に 合う時間\n", First([("entry@1", "area", "south"), ("inventory@1", "times", "afternoon")]));
        Assert.Matches("おすすめの わけ：(歩いて|自転車で) およそ[0-9]+分\n", First([("find@1", "home_area", "masuo")]));

        static string First((string Form, string Question, string Option)[] said)
        {
            var talk = new Talk();
            talk.Remembers("entry@1", "consent_service", "yes");
            talk.Remembers("inventory@1", "consent_staff", "no");
            foreach (var (form, question, option) in said) talk.Remembers(form, question, option);
            talk.Says("さがす");
            return string.Join('\n', talk.Last!.Bubbles.OfType<Bubble.Say>().Select(say => say.Text)) + string.Join('\n', talk.Last.Bubbles.OfType<Bubble.Posters>().Single().All.SelectMany(card => card.Lines));
        }
    }

    [Fact]
    public void Where_LINE_may_see_no_answer_no_reason_tells_one()
    {
        var talk = Begun(PrivateQuestions.Strict);
        talk.Remembers("find@1", "home_area", "matsuba");
        talk.Remembers("inventory@1", "interest/talk", "yes");
        talk.Says("さがす");
        var lines = talk.Last!.Bubbles.OfType<Bubble.Posters>().Single().All.SelectMany(p => p.Lines).ToArray();
        Assert.DoesNotContain(lines, line => line.Contains("およそ") || line.Contains("興味"));
    }

    [Fact]
    public void An_application_for_what_is_gone_is_not_handed_on()
    {
        var talk = Begun(PrivateQuestions.Private);
        talk.Says("さがす");
        talk.Presses("くわしく");
        talk.Presses("応募したい");
        talk.Posts = PostIndex.None;
        talk.Presses("応募する");
        Assert.DoesNotContain(talk.Effects, e => e is Effect.Apply);
        Assert.Contains("もう 終わりました", talk.Last!.Bubbles.OfType<Bubble.Say>().First().Text);
    }

    private static Dictionary<long, string> Cards(string body)
    {
        var talk = Begun(PrivateQuestions.Private);
        talk.Remembers("inventory@1", "load/stand", body);
        talk.Remembers("inventory@1", "load/bend", body);
        var cards = new Dictionary<long, string>();
        talk.Says("さがす");
        for (var page = 0; page < 12; page++)
        {
            var ids = talk.Conversation.Top!.Picked.TakeLast(3).Select(long.Parse).ToArray();
            var posters = talk.Last!.Bubbles.OfType<Bubble.Posters>().Single().All;
            for (var at = 0; at < ids.Length; at++) cards[ids[at]] = string.Join('\n', posters[at].Lines);
            talk.Presses("ほかを見る");
        }
        return cards;
    }

    private static Talk Begun(PrivateQuestions mode)
    {
        var talk = new Talk(mode);
        talk.Remembers("inventory@1", "consent_service", "yes");
        talk.Remembers("inventory@1", "area", "north");
        return talk;
    }

    /// <summary>Time passes, and it is asked; or put off, because something was said just now.</summary>
    private static void AsksHow(Talk talk, long post)
    {
        talk.Now += TimeSpan.FromDays(20);
        talk.Take(new Incoming.TimeCame("find", "how", post.ToString(System.Globalization.CultureInfo.InvariantCulture)) { At = talk.Now, Channel = talk.Channel });
        if (talk.Last is null) talk.Says("もう一度");
    }

    private static bool MayShare(Talk talk) => talk.Consents.LastOrDefault(c => c.Purpose == Purpose.Staff) is { Given: true };

    private static void Do(Talk talk, string thing)
    {
        var buttons = talk.Last is { } last ? last.AllButtons().ToArray() : [];
        switch (thing)
        {
            case "[old]" when talk.Replies.Count > 0: talk.Press(talk.Replies[talk.Replies.Count / 2].AllButtons().First().Tap); break;
            case "[first]" when buttons.Length > 0: talk.Press(buttons[0].Tap); break;
            case "location": talk.SendsPlace(35.86, 139.97); break;
            case "how" when talk.Marks.LastOrDefault(m => m.Mark == Mark.Applied) is { } applied: AsksHow(talk, applied.Post); break;
            case "page": talk.OpensPage(); break;
            case "line": talk.Channel = Channel.Line; talk.Says("もう一度"); break;
            case "days": talk.Now += TimeSpan.FromDays(2); talk.Says("もう一度"); break;
            case "gone": talk.Posts = PostIndex.Of(Town.Posts.Where(p => p.Id % 3 != 0), Wages.Embedded, DemoTown.Day); talk.Says("もう一度"); break;
            case var label when label.StartsWith('[') && talk.Find(label.Trim('[', ']')) is { } tap: talk.Press(tap); break;
            case var label when label.StartsWith('['): talk.Says("さがす"); break;
            default: talk.Says(thing); break;
        }
    }
}
