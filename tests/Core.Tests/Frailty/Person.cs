using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Frailty;
using Concierge.CoreTests.Conversations;

namespace Concierge.CoreTests.Frailty;

/// <summary>Somebody who does a check on the city's page.</summary>
internal sealed class Person(Questionnaires? forms = null)
{
    public Talk Talk { get; } = new Talk(questionnaires: forms).WithFindings().Agrees();

    public string Sheet => Text(Talk.Last!.Bubbles.OfType<Bubble.Card>().Single());

    public static Person Of(string ageBand, Questionnaires? forms = null, string area = "south")
    {
        var person = new Person(forms);
        person.Talk.Remembers("inventory@1", "age", ageBand);
        person.Talk.Remembers("inventory@1", "area", area);
        return person;
    }

    /// <summary>The default check: eleven answers, then the ring.</summary>
    public Person Checks(string marks, string ring = "bigger")
    {
        Begins("eleven_check");
        return Answers(marks.Replace(" ", "").Select(Key).Append(ring)).Confirms();
    }

    public Person Begins(string form)
    {
        Talk.Channel = Channel.Web;
        Talk.Take(new Incoming.Tapped(new Tap("", "", 0, new Act.Go(CheckFrailty.Id, "begin", form))) { At = Talk.Now, Channel = Channel.Web });
        if (Talk.Find("はじめる") is { } begin && Talk.Conversation.Top!.Step == "check_consent") Talk.Press(begin);
        return this;
    }

    /// <summary>Keys of options, or words where words are asked for.</summary>
    public Person Answers(IEnumerable<string> answers)
    {
        foreach (var answer in answers)
        {
            var ask = Talk.Last!.Bubbles.OfType<Bubble.Ask>().Last();
            if (ask.Writes) Talk.Says(answer);
            else Talk.Press(ask.Choices.Single(c => c.Tap.Act is Act.Choose choose && choose.Option == answer).Tap);
        }
        return this;
    }

    public Person Confirms()
    {
        Talk.Presses("これでよい");
        return this;
    }

    public Person After(int days)
    {
        Talk.Passes(TimeSpan.FromDays(days));
        return this;
    }

    public static string Key(char mark) => mark switch { 'y' => "yes", 'n' => "no", '-' => "unknown", _ => mark.ToString() };

    private static string Text(Bubble.Card card) => card.Title + "\n" + string.Join('\n', card.Boxes.SelectMany(b => b.Lines.Prepend(b.Title)));
}
