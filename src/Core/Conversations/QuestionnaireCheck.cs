using System.Globalization;

namespace Concierge.Core.Conversations;

/// <summary>What must be true of a questionnaire before anybody is asked by it.</summary>
public static class QuestionnaireCheck
{
    /// <summary>LINE's limit for button labels, in grapheme clusters.</summary>
    private const int LabelLimit = 20;

    /// <exception cref="FormatException">Says what is wrong, and at which question.</exception>
    public static void Check(Questionnaire q)
    {
        if (q.Questions.IsDefaultOrEmpty) throw new FormatException($"{q.Name} has no questions.");
        Unique(q.Name, "question", q.Questions.Select(x => x.Key));
        Unique(q.Name, "part", q.Parts.Select(x => x.Key));
        foreach (var question in q.Questions) Check(q, question);
    }

    private static void Check(Questionnaire q, Question question)
    {
        var where = $"{q.Name} {question.Key}";
        if (q.Parts.All(part => part.Key != question.Part)) throw new FormatException($"{where}: there is no part \"{question.Part}\".");
        if (question.Kind == QuestionKind.Text != question.Options.IsEmpty)
            throw new FormatException($"{where}: a {question.Kind} question has {question.Options.Length} options.");
        if (question.When is { } when && q.Questions.All(other => other.Key != when.Question || other.Options.All(o => o.Key != when.Option)))
            throw new FormatException($"{where}: it waits for {when.Option} to {when.Question}, and there is no such answer.");
        if (question.Kind == QuestionKind.Text && question.Max <= 0) throw new FormatException($"{where}: words need a limit (max).");
        Unique(where, "option", question.Options.Select(o => o.Key));
        Unique(where, "label", question.Options.Select(o => o.Label));
        foreach (var option in question.Options.Where(o => new StringInfo(o.Label).LengthInTextElements is 0 or > LabelLimit))
            throw new FormatException($"{where}: the label of {option.Key} has to have 1 to {LabelLimit} characters.");
    }

    private static void Unique(string where, string what, IEnumerable<string> keys)
    {
        if (keys.GroupBy(k => k).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new FormatException($"{where}: the {what} \"{twice.Key}\" stands there twice.");
    }
}
