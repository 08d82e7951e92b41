using Concierge.Core.Conversations;

namespace Concierge.Core.Kpi;

/// <summary>What became of one question of a form.</summary>
/// <param name="Started">Began the form: the same at each of its questions.</param>
/// <param name="Left">Stand before it and have not answered.</param>
public sealed record QuestionCount(string Form, string Question, string Title, long Started, long Answered, long Skipped, long Left)
{
    public QuestionCount InTens() => this with { Started = Kpi.InTens.Of(Started), Answered = Kpi.InTens.Of(Answered), Skipped = Kpi.InTens.Of(Skipped), Left = Kpi.InTens.Of(Left) };
}

/// <summary>Where people leave a form. Counts people, each once a form.</summary>
public sealed class DropOff(Questionnaires forms)
{
    private readonly Questionnaire[] _forms = [.. forms.All.OrderBy(form => form.Id, StringComparer.Ordinal).ThenBy(form => form.Version)];
    private readonly Dictionary<string, long> _started = [];
    private readonly Dictionary<(string Form, string Question, string What), long> _counts = [];

    /// <summary>Everything that one person has answered.</summary>
    public void Add(IReadOnlyList<Answer> answers)
    {
        foreach (var form in _forms)
        {
            // On the page nothing is hidden; the order of asking is the one that is used over LINE.
            var walk = new Walk(form, answers, PrivateQuestions.Private, Channel.Web);
            if (!HasBegun(form, answers)) continue;
            _started[form.Name] = _started.GetValueOrDefault(form.Name) + 1;
            foreach (var question in walk.Order)
                if (walk.AnswerTo(question.Key) is { } value) Count(form, question, value is AnswerValue.Skipped ? nameof(QuestionCount.Skipped) : nameof(QuestionCount.Answered));
            if (walk.Next is { } next) Count(form, next, nameof(QuestionCount.Left));
        }
    }

    /// <summary>What is kept beside the questions of a form (a consent, where somebody learned of us) was not answered in it.</summary>
    private static bool HasBegun(Questionnaire form, IReadOnlyList<Answer> answers) =>
        answers.Any(answer => answer.Questionnaire == form.Name && form.Questions.Any(question => question.Key == answer.Question));

    /// <summary>Of forms that somebody has begun.</summary>
    public IReadOnlyList<QuestionCount> Counts() =>
    [
        .. from form in _forms
           where _started.ContainsKey(form.Name)
           from question in form.Questions.OrderBy(question => question.Private)
           select new QuestionCount(
               form.Name, question.Key, question.Card ?? question.Title, _started[form.Name], Of(form, question, nameof(QuestionCount.Answered)),
               Of(form, question, nameof(QuestionCount.Skipped)), Of(form, question, nameof(QuestionCount.Left))),
    ];

    private void Count(Questionnaire form, Question question, string what) => _counts[(form.Name, question.Key, what)] = Of(form, question, what) + 1;

    private long Of(Questionnaire form, Question question, string what) => _counts.GetValueOrDefault((form.Name, question.Key, what));
}
