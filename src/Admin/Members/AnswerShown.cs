using Concierge.Core.Conversations;

namespace Concierge.Admin.Members;

/// <summary>One answer, as people read it.</summary>
/// <param name="Form">Id and version, e.g. <c>inventory@2</c>.</param>
/// <param name="Question">Its key.</param>
public sealed record AnswerShown(string Form, string Question, string Title, string Value, DateTimeOffset At)
{
    /// <summary>Null for what no question of ours asks: consents have a place of their own.</summary>
    public static AnswerShown? Of(Answer answer) =>
        Questionnaires.Embedded.All.FirstOrDefault(form => form.Name == answer.Questionnaire)?.Questions.FirstOrDefault(q => q.Key == answer.Question) is { Consent: null } question
            ? new AnswerShown(answer.Questionnaire, answer.Question, question.Card is { } card ? $"{question.Title}（{card}）" : question.Title, Spelling.Of(question, answer.Value), answer.At)
            : null;
}

/// <param name="Withheld">no-consent when the person has not let staff see the answers; else null.</param>
public sealed record MemberAnswers(IReadOnlyList<AnswerShown> Items, string? Next, string? Withheld);
