using System.Globalization;
using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;
using Concierge.CoreTests.Conversations;
using Xunit;

namespace Concierge.CoreTests.Walks;

/// <summary>
/// What holds wherever somebody goes. Each seed is one walk through every journey; <c>CONCIERGE_WALKS=1000</c> takes more of them. A
/// walk that fails tells its seed and the way.
/// </summary>
public sealed class WalkTests
{
    private const int Steps = 150;
    private static readonly int Walks = int.Parse(Environment.GetEnvironmentVariable("CONCIERGE_WALKS") ?? "20", CultureInfo.InvariantCulture);

    public static TheoryData<PrivateQuestions> Modes => [.. Enum.GetValues<PrivateQuestions>()];

    [Theory, MemberData(nameof(Modes))]
    public void Every_reply_fits_LINE_has_no_gap_and_a_person_one_press_away(PrivateQuestions mode) => Walk(mode, walker =>
    {
        if (walker.Talk.Last is not { } last) return;
        Assert.InRange(last.Bubbles.Length, 1, 5);
        Assert.InRange(last.Quick.Length, 1, 13);
        Assert.Contains(last.Quick, button => button.Tap.Act is Act.Run { Command: Command.Person });
        Assert.All(last.AllButtons(), button => Assert.InRange(new StringInfo(button.Label).LengthInTextElements, 1, 20));
        Assert.InRange(walker.Talk.Conversation.Sessions.Length, 0, Conversation.Depth);
        Assert.DoesNotMatch(@"\{[a-z]", JsonSerializer.Serialize(last.Bubbles.Select(Spoken)));
    });

    /// <summary>Wherever one is, LINE or page, asked something or not: staff hear of it, and what is said fits.</summary>
    [Theory, MemberData(nameof(Modes))]
    public void Whoever_asks_for_a_person_reaches_one(PrivateQuestions mode) => Walk(mode, walker =>
    {
        if (walker.Any(4) > 0) return;
        walker.Says(Words.Say("command_person"));
        Assert.True(walker.Talk.Case.IsOpen);
        var said = walker.Talk.Effects.Any(effect => effect is Effect.Notice { Kind: "person-wanted" }) ? "staff_asked" : "staff_asked_already";
        Assert.StartsWith(Words.Say(said), Assert.IsType<Bubble.Say>(walker.Talk.Last!.Bubbles[0]).Text, StringComparison.Ordinal);
    });

    /// <summary>The question that was answered stands there again, with its answer kept; the same answer leads to where one was.</summary>
    [Theory, MemberData(nameof(Modes))]
    public void Going_back_after_an_answer_changes_nothing(PrivateQuestions mode)
    {
        var tried = 0;
        Walk(mode, walker => tried += BackAfterAnAnswer(walker) ? 1 : 0);
        Assert.True(tried >= Walks, $"Only {tried} answers were gone back from.");
    }

    /// <summary>もどる shows something; it never stores, reserves, cancels or erases.</summary>
    [Theory, MemberData(nameof(Modes))]
    public void Going_back_does_nothing_to_the_world(PrivateQuestions mode) => Walk(mode, walker =>
    {
        if (walker.Offered.FirstOrDefault(button => button.Tap.Act is Act.Run { Command: Command.Back }) is not { } back) return;
        walker.Presses(back);
        Assert.All(walker.Talk.Effects, effect => Assert.True(effect is Effect.Speak or Effect.Notice or Effect.MarkPost or Effect.QueueCase, effect.ToString()));
    });

    [Theory, MemberData(nameof(Modes))]
    public void Every_walk_can_end(PrivateQuestions mode) => Walk(mode, _ => { }, walker =>
    {
        for (var i = 0; i < Conversation.Depth && walker.Talk.Conversation.Top is { Paused: false }; i++) walker.Says(Words.Say("command_stop"));
        Assert.True(walker.Talk.Conversation.Top is null or { Paused: true }, $"Still open: {walker.Talk.Conversation.Top}");
        walker.Says(Words.Say("command_menu"));
        Assert.Contains(walker.Talk.Last!.Bubbles, bubble => bubble is Bubble.Ask { Text: var text } && text == Words.Say("menu"));
    });

    private static void Walk(PrivateQuestions mode, Action<Wanderer> holds, Action<Wanderer>? atTheEnd = null)
    {
        for (var seed = 1; seed <= Walks; seed++)
        {
            var walker = new Wanderer(mode, seed);
            try
            {
                for (var step = 0; step < Steps; step++)
                {
                    walker.Step();
                    holds(walker);
                }
                atTheEnd?.Invoke(walker);
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"Seed {seed}, {mode}: {walker.Path}\n{wrong.Message}", wrong);
            }
        }
    }

    /// <returns>False where no question is open that one could go back to.</returns>
    private static bool BackAfterAnAnswer(Wanderer walker)
    {
        var talk = walker.Talk;
        if (Open(talk) is not { State: "Asking", Questionnaire: not null } asked || talk.Last!.Bubbles is not [.., Bubble.Ask { Writes: false, Several: false } ask]) return false;
        var choices = ask.Choices.Where(choice => choice.Tap.Act is Act.Choose && choice.Tap.Session == asked.Id && choice.Tap.Step == asked.Step).ToArray();
        if (choices.Length == 0 || IsConsent(asked)) return false;
        var choice = choices[walker.Any(choices.Length)];

        walker.Presses(choice);
        if (Open(talk) is not { State: "Asking" } then || then.Id != asked.Id || then.Step == asked.Step) return false;
        var answers = Written(talk);
        walker.Says(Words.Say("command_back"));
        Assert.Equal(answers, Written(talk));
        Assert.Equal(asked.Step, Open(talk)!.Step);
        walker.Presses(talk.Last!.AllButtons().First(button => button.Tap.Act == choice.Tap.Act));
        Assert.Equal(answers, Written(talk));
        Assert.Equal((then.Step, then.State), (Open(talk)!.Step, Open(talk)!.State));
        return true;
    }

    /// <summary>A consent that was given is taken back under わたし, and not by going back.</summary>
    private static bool IsConsent(Session asked) => Questionnaires.Embedded.Get(asked.Questionnaire!).Questions.First(q => q.Key == asked.Step) is { Consent: not null, Required: true };

    private static Session? Open(Talk talk) => talk.Conversation.Top is { Paused: false } top ? top : null;

    private static string Written(Talk talk) => JsonSerializer.Serialize(talk.Current);

    private static object Spoken(Bubble bubble) => bubble switch
    {
        Bubble.Say say => say.Text,
        Bubble.Ask ask => new { ask.Text, ask.Heading, ask.Left, ask.Note, ask.Picked },
        Bubble.Rows rows => new { rows.Title, Items = rows.Items.Select(row => row.Title) },
        Bubble.Card card => new { card.Title, card.Boxes },
        Bubble.Posters posters => new { posters.Title, All = posters.All.Select(poster => new { poster.Title, poster.Lines }) },
        Bubble.Door door => new { door.Text, door.Label },
        _ => throw new InvalidOperationException($"Nobody has said how a {bubble.GetType().Name} is spoken."),
    };
}
