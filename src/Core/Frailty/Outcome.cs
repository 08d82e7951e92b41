using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Frailty;

/// <summary>A finding with what it means: which items are blue, which red, and in which part of life.</summary>
public sealed class Outcome
{
    private Outcome(Finding finding, Questionnaire wording, Instrument form, int? age)
    {
        (Finding, Wording, Age) = (finding, wording, age);
        Scored = Scoring.Of(finding.OnPaper(form, age));
        Items = [.. form.Items.Select((item, at) => Marked(item, at + 1))];
    }

    public Finding Finding { get; }

    public Questionnaire Wording { get; }

    public Scored Scored { get; }

    public ImmutableArray<Marked> Items { get; }

    /// <summary>The class as a person may read it: only with the official wording, and when the person is known to be 65 or over.</summary>
    public string? ShownClass => Wording.Official && Age >= Instrument.ClassFrom ? Scored.Class : null;

    private int? Age { get; }

    public static Outcome Of(Finding finding, Questionnaires forms, int? age)
    {
        var wording = forms.Get(finding.Form);
        return new Outcome(finding, wording, Instruments.Get(wording.Id), age);
    }

    public IEnumerable<Marked> Of(Colour? colour) => Items.Where(item => item.Colour == colour);

    private Marked Marked(Item item, int no)
    {
        Colour? colour = Scored.Red.Contains(no) ? Colour.Red : Scored.Blue.Contains(no) ? Colour.Blue : null;
        var asked = Wording.Questions.First(q => q.Key == item.Key || q.Key.StartsWith(item.Key + "_", StringComparison.Ordinal));
        return new Marked(item.Key, item is Item.BodyMass ? Words.Say("frailty_bmi") : asked.Title, asked.Part, colour);
    }
}

/// <summary>One item and its sticker; null when it was left out.</summary>
/// <param name="Part">Key of the part of life it belongs to.</param>
public sealed record Marked(string Key, string Title, string Part, Colour? Colour);
