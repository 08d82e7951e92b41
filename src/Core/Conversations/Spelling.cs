using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>Answers as people read them.</summary>
public static class Spelling
{
    public static string Of(Question question, AnswerValue? value) => value switch
    {
        null => Words.Say("not_answered"),
        AnswerValue.Skipped => Words.Say("answer_skipped"),
        AnswerValue.Written written => written.Text,
        AnswerValue.Chosen chosen => string.Join("、", Labels(question, chosen)),
        _ => throw new InvalidOperationException($"Spelling does not know {value.GetType().Name}."),
    };

    /// <summary>Labels of the chosen options, in the order of the question.</summary>
    public static IEnumerable<string> Labels(Question question, AnswerValue? value) =>
        value is AnswerValue.Chosen chosen ? question.Options.Where(o => chosen.Options.Contains(o.Key)).Select(o => o.Label) : [];
}
