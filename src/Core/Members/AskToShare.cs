using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Members;

/// <summary>
/// 職員に見せてもよいか: asked at the moment when something is to go to staff and nobody has agreed to that. Whoever asked goes on with the
/// answer (<see cref="IFlow.Shared"/>).
/// </summary>
public sealed class AskToShare(Questionnaires questionnaires) : AskQuestions(questionnaires), IFlow
{
    public const string Id = "share";

    public override string Name => Id;

    public override IEnumerable<MenuItem> Opens => [];

    protected override Stage WhenAnswered => Stage.Finished;

    /// <summary>What it stores is the consent itself.</summary>
    public override bool Stores(MenuItem item) => false;

    public static bool IsNeeded(Turn turn) => !Consents.Of(turn).Has(Purpose.Staff);

    /// <param name="flow">Who asks.</param>
    /// <param name="first">The sentence before the question.</param>
    public void Ask(Turn turn, string flow, string first = "share_first")
    {
        turn.Drop(open => open == Id);
        turn.Say(first);
        OpenSession(turn);
        turn.Session = turn.Session! with { Subject = flow };
        Fire(turn, On.Begin);
    }

    /// <summary>An answer counts as long as it is not withdrawn; then it is simply asked again.</summary>
    protected override IReadOnlyList<Answer> AnswersOf(Turn turn) =>
        IsNeeded(turn) ? [.. turn.Answers.Where(a => a.Question != Consents.KeyOf(Purpose.Staff))] : turn.Answers;

    protected override void Answered(Turn turn, Question question, AnswerValue value, AnswerValue? before) => Keep(turn, question, value);

    protected override void ShowResult(Turn turn, Walk walk) => GoOn(turn, given: true);

    protected override void Declined(Turn turn, Question question)
    {
        turn.Do(new Effect.RecordConsent(Purpose.Staff, $"{turn.Closed!.Questionnaire}/{question.Key}", false));
        Keep(turn, question, new AnswerValue.Chosen(["no"]));
        GoOn(turn, given: false);
    }

    /// <summary>What was to go to staff is taken back in so many words.</summary>
    public void TakeBack(Turn turn) => BackFromTheFirst(turn);

    /// <summary>もどる: neither yes nor no, and nothing goes to staff.</summary>
    protected override void BackFromTheFirst(Turn turn)
    {
        turn.Close();
        GoOn(turn, given: false);
    }

    /// <summary>Where the other forms find it, so that none of them asks again.</summary>
    private void Keep(Turn turn, Question question, AnswerValue value) => turn.Save(Questionnaires.Newest(Enter.Id).Name, question.Key, value);

    private static void GoOn(Turn turn, bool given)
    {
        if (turn.Flows.FirstOrDefault(flow => flow.Name == turn.Closed!.Subject) is { } flow && turn.Raise(flow.Name))
        {
            flow.Shared(turn, given);
            return;
        }
        // What had asked has ended meanwhile.
        turn.Say(given ? "share_given" : "share_declined");
        Menu.ShowAfter(turn);
    }
}
