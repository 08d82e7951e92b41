namespace Concierge.Core.Conversations;

/// <summary>
/// Where a person is in a questionnaire: a view over the questions and the list of answers. Which question comes next
/// follows from what is unanswered, so a taken-back answer is simply asked again.
/// </summary>
/// <param name="since">Of a form that is filled in anew each time: when this run began.</param>
public sealed class Walk(Questionnaire questionnaire, IReadOnlyList<Answer> answers, PrivateQuestions mode, Channel channel, DateTimeOffset since = default)
{
    private readonly Answer[] _counted = [.. Counted(questionnaire, answers, questionnaire.Anew ? since : default)];
    private Dictionary<string, AnswerValue>? _byQuestion;

    private Dictionary<string, AnswerValue> Current => _byQuestion ??= _counted.GroupBy(answer => answer.Question).ToDictionary(g => g.Key, g => g.Last().Value);

    public Questionnaire Questionnaire => questionnaire;

    /// <summary>Something of this run was answered. Answers that other forms share are no beginning.</summary>
    public bool HasBegun => _counted.Any(IsOwn);

    /// <summary>The questions in the order of asking: private ones stand together at the end, so that one visit does.</summary>
    public IEnumerable<Question> Order => (mode == PrivateQuestions.Private
        ? questionnaire.Questions.OrderBy(q => q.Private)
        : questionnaire.Questions.AsEnumerable()).Where(IsAsked);

    public Question? Next => Order.FirstOrDefault(q => !Current.ContainsKey(q.Key));

    public Question Find(string key) => questionnaire.Questions.First(q => q.Key == key);

    public AnswerValue? AnswerTo(string key) => Current.GetValueOrDefault(key);

    /// <summary>True when this question must not be asked, and its answer not be shown, where the person is now.</summary>
    public bool Hidden(Question question) => channel == Channel.Line && mode switch
    {
        PrivateQuestions.Strict => true,
        PrivateQuestions.Private => question.Private,
        _ => false,
    };

    /// <summary>
    /// What was answered here last before this question was; of one that is still open, what was answered last. Null when nothing was:
    /// the answers of the welcome were not given here.
    /// </summary>
    public Question? AnsweredBefore(Question question)
    {
        string[] newestFirst = [.. _counted.Where(IsOwn).Reverse().Select(answer => answer.Question).Distinct()];
        return newestFirst.Skip(Array.IndexOf(newestFirst, question.Key) + 1).Select(key => Order.FirstOrDefault(q => q.Key == key)).FirstOrDefault(q => q is not null);
    }

    /// <summary>The nearest question before this one whose answer was taken back; null when there is none.</summary>
    public Question? OpenBefore(Question question) => Order.TakeWhile(q => q.Key != question.Key).LastOrDefault(q => !Current.ContainsKey(q.Key));

    /// <summary>The next card of the same pile, or null.</summary>
    public Question? AfterInGroup(Question question) =>
        Group(question).SkipWhile(q => q.Key != question.Key).Skip(1).FirstOrDefault();

    /// <summary>The cards of the pile that this question belongs to; only itself when it is no card.</summary>
    public IEnumerable<Question> Group(Question question) => questionnaire.Questions.Where(q => PileOf(q) == PileOf(question));

    /// <summary>The name of the pile: the key up to the slash.</summary>
    public static string PileOf(Question question) => question.Key.Split('/')[0];

    /// <summary>How many steps are open, this one among them. People count steps, not the cards of a pile.</summary>
    public int Left => Order.Where(q => !Current.ContainsKey(q.Key)).Select(q => q.Number).Distinct().Count();

    /// <summary>The place of this question's step among the steps of its part, from 1.</summary>
    public int PlaceInPart(Question question) => Order
        .Where(q => q.Part == question.Part).Select(q => q.Number).Distinct().TakeWhile(n => n != question.Number).Count() + 1;

    public string PartTitle(Question question) => questionnaire.Parts.First(p => p.Key == question.Part).Title;

    /// <summary>Some questions follow from the answer to another, and only then.</summary>
    private bool IsAsked(Question question) =>
        question.When is not { } when || AnswerTo(when.Question) is AnswerValue.Chosen chosen && chosen.Options.Contains(when.Option);

    private bool IsOwn(Answer answer) => questionnaire.Each.Any(form => form.Name == answer.Questionnaire);

    private static IEnumerable<Answer> Counted(Questionnaire questionnaire, IReadOnlyList<Answer> answers, DateTimeOffset since)
    {
        var asked = questionnaire.Questions.Select(q => q.Key).ToHashSet();
        string[] names = [.. questionnaire.Each.Select(form => form.Name)];
        return answers.Where(answer => answer.At >= since && (names.Contains(answer.Questionnaire) || (IsShared(questionnaire, answer) && asked.Contains(answer.Question))));
    }

    private static bool IsShared(Questionnaire questionnaire, Answer answer) =>
        !questionnaire.Shares.IsDefaultOrEmpty && questionnaire.Shares.Any(id => answer.Questionnaire.StartsWith(id + "@", StringComparison.Ordinal));
}
