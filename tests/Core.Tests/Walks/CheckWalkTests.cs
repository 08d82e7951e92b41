using Concierge.Core.Conversations;
using Concierge.CoreTests.Frailty;
using Xunit;

namespace Concierge.CoreTests.Walks;

/// <summary>Somebody who goes to and fro in a check, skips, corrects, and rests; and somebody who gives the same answers straight away.</summary>
public sealed class CheckWalkTests
{
    private const int Walks = 15, Patience = 400;

    private static readonly string[] Numbers = ["148", "160.5", "172", "42.5", "60", "９０"];

    [Theory]
    [InlineData("eleven_check")]
    [InlineData("kihon_checklist")]
    [InlineData("qmcoo")]
    [InlineData("fsi")]
    public void A_result_follows_from_the_answers_that_stand_however_they_came_about(string form)
    {
        for (var seed = 1; seed <= Walks; seed++)
        {
            var chance = new Random(seed);
            var wanders = Person.Of("75").Begins(form);
            for (var step = 0; wanders.Talk.Conversation.Top is not null; step++)
            {
                Assert.True(step < Patience, $"{form}, seed {seed}: not over after {step} steps.");
                Step(wanders, chance);
            }

            var straight = Person.Of("75").Begins(form);
            while (straight.Talk.Conversation.Top is { State: "Asking" } asking) Answer(straight, wanders.Talk.Current[asking.Step!]);
            straight.Confirms();
            Assert.True(Sheets(straight).SequenceEqual(Sheets(wanders)), $"{form}, seed {seed}:\n{string.Join('\n', Sheets(wanders))}\n{string.Join('\n', Sheets(straight))}");
        }
    }

    private static void Step(Person person, Random chance)
    {
        var talk = person.Talk;
        switch (chance.Next(10))
        {
            case var _ when talk.Conversation.Top!.Step == "check_consent": talk.Presses("はじめる"); break;
            case 0: talk.Says("もどる"); break;
            case 1: talk.Says("とばす"); break;
            case 2: talk.Says("やめる"); talk.Presses("つづける"); break;
            case 3: talk.Says("ぺぺぺ"); break;
            case var _ when talk.Conversation.Top!.State == "Reviewing": Review(person, chance); break;
            case var _ when talk.Last!.Bubbles.OfType<Bubble.Ask>().LastOrDefault() is { Writes: true }: talk.Says(Numbers[chance.Next(Numbers.Length)]); break;
            case var _ when talk.Last!.Bubbles.OfType<Bubble.Ask>().LastOrDefault() is { } ask: talk.Press(ask.Choices[chance.Next(ask.Choices.Length)].Tap); break;
            default: talk.Says("もう一度"); break;
        }
    }

    private static void Review(Person person, Random chance)
    {
        var change = person.Talk.Last!.AllButtons().Where(button => button.Tap.Act is Act.Change).ToArray();
        if (change.Length > 0 && chance.Next(3) > 0) person.Talk.Press(change[chance.Next(change.Length)].Tap);
        else if (person.Talk.Last!.AllButtons().FirstOrDefault(button => button.Tap.Act is Act.Decide) is { } done) person.Talk.Press(done.Tap);
        else person.Talk.Says("もう一度");
    }

    private static void Answer(Person person, AnswerValue value)
    {
        switch (value)
        {
            case AnswerValue.Chosen chosen: person.Answers(chosen.Options); break;
            case AnswerValue.Written written: person.Answers([written.Text]); break;
            default: person.Talk.Says("とばす"); break;
        }
    }

    /// <summary>What was kept, in the order of its keys, and the sheet when there is one.</summary>
    private static IEnumerable<string> Sheets(Person person) =>
        person.Talk.Findings.Select(f => $"{f.Form} {string.Join(' ', f.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"))}")
            .Append(person.Talk.Findings.Count > 0 ? person.Sheet : "");
}
