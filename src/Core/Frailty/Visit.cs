using System.Collections.Immutable;
using Concierge.Core.Conversations;

namespace Concierge.Core.Frailty;

/// <summary>What a person did in one visit (one form or two), seen from what was done before.</summary>
/// <param name="Outcomes">At least one.</param>
/// <param name="Earlier">Findings from before it, oldest first.</param>
/// <param name="Age">The least of the age band; null when unknown.</param>
/// <param name="Area">Key of the area; null when unknown.</param>
public sealed record Visit(ImmutableArray<Outcome> Outcomes, ImmutableArray<Finding> Earlier, int? Age, string? Area)
{
    public DateTimeOffset At => Outcomes[0].Finding.At;

    public IEnumerable<Marked> Items => Outcomes.SelectMany(outcome => outcome.Items);

    public bool Official => Outcomes.All(outcome => outcome.Wording.Official);

    /// <summary>The newest visit; null when there is none.</summary>
    public static Visit? Last(IReadOnlyList<Finding> findings, IReadOnlyList<Answer> answers, Questionnaires forms)
    {
        if (findings is not [.., var newest]) return null;
        var age = AgeIn(answers);
        return new Visit(
            [.. findings.Where(f => f.Visit == newest.Visit).Select(f => Outcome.Of(f, forms, age))],
            [.. findings.Where(f => f.Visit != newest.Visit)],
            age,
            Chosen(answers, "area"));
    }

    /// <summary>Of an age band the least; null when the person has not said it.</summary>
    private static int? AgeIn(IReadOnlyList<Answer> answers) => Chosen(answers, "age") switch
    {
        null => null,
        "under55" => 0,
        var band => int.Parse(band),
    };

    private static string? Chosen(IReadOnlyList<Answer> answers, string question) =>
        answers.LastOrDefault(a => a.Question == question && a.Value is AnswerValue.Chosen)?.Value is AnswerValue.Chosen chosen ? chosen.Options[0] : null;
}
