using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Handoff;

/// <summary>What whoever takes a case might do first, and why: a suggestion by rules, the first that fits.</summary>
public sealed record NextStep(string What, string Because)
{
    /// <summary>Keys of the sentences, and what they follow from. Answers count only where staff may see them.</summary>
    private static readonly (string Key, Func<HandoffCase, IReadOnlyList<Answer>, bool, bool> Fits)[] Rules =
    [
        ("safety", (one, _, _) => one.Trigger == CaseTrigger.Safety),
        ("frailty", (one, _, red) => red && one.Trigger == CaseTrigger.Offer),
        ("business", (_, answers, _) => Has(answers, "engagement", "business")),
        ("hired", (_, answers, _) => Has(answers, "engagement", "employed")),
        ("entrusted", (_, answers, _) => Has(answers, "engagement", "entrusted") || Has(answers, "engagement", "thanked")),
        ("volunteer", (_, answers, _) => Has(answers, "engagement", "volunteer")),
        ("visit", (_, answers, _) => Has(answers, "next_step", "visit") || Has(answers, "next_step", "trial")),
        ("talk", (one, answers, _) => one.Trigger == CaseTrigger.Offer || Has(answers, "next_step", "desk")),
        ("unclear", (one, _, _) => one.Trigger == CaseTrigger.Unclear),
        ("ask", (_, _, _) => true),
    ];

    /// <param name="red">The newest check has something red, and staff may see it.</param>
    public static NextStep For(HandoffCase one, IReadOnlyList<Answer> answers, bool red)
    {
        var key = Rules.First(rule => rule.Fits(one, answers, red)).Key;
        return new NextStep(Words.Say("packet_next_" + key), Words.Say("packet_because_" + key));
    }

    private static bool Has(IReadOnlyList<Answer> answers, string question, string option) =>
        answers.LastOrDefault(answer => answer.Question == question)?.Value is AnswerValue.Chosen chosen && chosen.Options.Contains(option);
}
