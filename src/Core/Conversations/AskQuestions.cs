using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>
/// The one machine that walks every questionnaire. The questions are data; what happens when all are answered is the
/// subclass's: the inventory shows its card, a check its result.
/// </summary>
public abstract partial class AskQuestions(Questionnaires questionnaires) : Flow<AskQuestions.Stage, AskQuestions.On>, IFlow
{
    /// <summary>Steps that are no question of the form. Buttons carry them, so that old ones are recognised.</summary>
    protected const string Review = "review", Door = "door";

    /// <summary>Of the flow, and of the questionnaire unless <see cref="Form"/> says otherwise.</summary>
    public abstract string Name { get; }

    public abstract IEnumerable<MenuItem> Opens { get; }

    protected Questionnaires Questionnaires => questionnaires;

    /// <summary>Id of the questionnaire that is begun now; its versions are data.</summary>
    protected virtual string Form(Turn turn) => Name;

    /// <summary>Where it goes when all is answered: to the summary, or, when a few answers need none, straight to its end.</summary>
    protected virtual Stage WhenAnswered => Stage.Reviewing;

    /// <summary>The answers that count for this form.</summary>
    protected virtual IReadOnlyList<Answer> AnswersOf(Turn turn) => turn.Answers;

    public virtual bool Stores(MenuItem item) => true;

    /// <summary>A question was answered; <paramref name="before"/> is what had been said to it.</summary>
    protected virtual void Answered(Turn turn, Question question, AnswerValue value, AnswerValue? before) { }

    /// <summary>The person does not want to begin.</summary>
    protected virtual void Declined(Turn turn, Question question)
    {
        turn.Say("declined");
        turn.OfferQuick(Commands.Always(turn));
    }

    /// <summary>もどる, and there is nothing before.</summary>
    protected virtual void BackFromTheFirst(Turn turn)
    {
        turn.Say("first_question");
        Again(turn);
    }

    /// <summary>The person says that the answers are right as they stand.</summary>
    protected virtual void Confirm(Turn turn) => Fire(turn, NothingLeft(turn) ? On.Confirmed : On.GoOn);

    /// <summary>A question as it is shown; people see how much is left while they walk the form.</summary>
    protected virtual Bubble.Ask Shown(Turn turn, Walk walk, Question question) =>
        QuestionBubble.Of(turn, walk, question, asksForward: State(turn) != Stage.Changing);

    /// <summary>What cannot be taken for an answer though it is words, as a sentence that says so; null when it can.</summary>
    protected virtual string? Wrong(Question question, string words) => null;

    /// <summary>An answer was taken: what cannot wait for the result.</summary>
    protected virtual void Heard(Turn turn, Question question, AnswerValue value) { }

    /// <summary>The sentence before the door to the page.</summary>
    /// <param name="begun">Some of the form is answered already.</param>
    protected virtual string DoorWords(bool begun) => begun ? "door" : "door_all";

    /// <summary>All is answered and confirmed: say the result.</summary>
    protected abstract void ShowResult(Turn turn, Walk walk);

    /// <summary>Begins, or goes on where it stopped. With everything answered it shows the answers.</summary>
    public virtual void Open(Turn turn, MenuItem item)
    {
        if (!turn.Raise(Name)) OpenSession(turn);
        if (State(turn) == Stage.Begun) Fire(turn, On.Begin);
        else if (State(turn) == Stage.Reviewing && Of(turn).Next is not null) Fire(turn, On.GoOn);
        else
        {
            if (HasBegun(turn)) turn.Say("resume", ("where", Where(turn)));
            if (!MovedAcross(turn)) Again(turn);
        }
    }

    protected void OpenSession(Turn turn) => turn.Open(Name, VersionOf(turn, Form(turn)), nameof(Stage.Begun));

    /// <summary>The version the person has begun with; the newest for those who have not, and for forms that are filled in anew.</summary>
    protected string VersionOf(Turn turn, string form)
    {
        var newest = questionnaires.Newest(form);
        if (newest.Anew) return newest.Name;
        return turn.Answers.LastOrDefault(a => a.Questionnaire.StartsWith(form + "@", StringComparison.Ordinal))?.Questionnaire ?? newest.Name;
    }

    /// <summary>The answers as they stand, whether a session is open or not.</summary>
    protected Walk All(Turn turn) => new(questionnaires.Get(VersionOf(turn, Form(turn))), AnswersOf(turn), turn.Facts.PrivateQuestions, turn.Channel);

    /// <summary>こたえを見る・なおす: from wherever we are, or on a session that was opened for it.</summary>
    public void BeginReview(Turn turn)
    {
        if (State(turn) == Stage.Begun) turn.Session = turn.Session! with { State = nameof(Stage.Reviewing) };
        Fire(turn, On.Review);
    }

    /// <summary>The person is on the page now, or back on LINE: a private question moves between the page and its door.</summary>
    public bool MovedAcross(Turn turn)
    {
        if (turn.Channel == Channel.Web && State(turn) == Stage.AtTheDoor) return Moves(turn, On.CameThroughTheDoor);
        if (IsHidden(turn)) return Moves(turn, On.SpokeOnLine);
        return false;
    }

    /// <summary>Whoever rested and comes through the door is asked, and so is listened to again.</summary>
    private bool Moves(Turn turn, On trigger)
    {
        turn.Session = turn.Session! with { Paused = false };
        Fire(turn, trigger);
        return true;
    }

    public Question? Asked(Turn turn) => State(turn) == Stage.Reviewing ? ReviewQuestion(turn) : Open(turn);

    /// <summary>What a private question is about is not said over LINE either: there only its door is.</summary>
    public string Where(Turn turn)
    {
        var walk = Of(turn);
        return State(turn) switch
        {
            Stage.AtTheDoor => Words.Say("where_door"),
            Stage.Reviewing => Words.Say("where_review"),
            _ when Open(turn) is { } q && walk.Hidden(q) => Words.Say("where_door"),
            _ when Open(turn) is { } q => Words.Say("where_question", ("part", walk.PartTitle(q)), ("place", walk.PlaceInPart(q))),
            _ => questionnaires.Get(turn.Session!.Questionnaire!).Title,
        };
    }

    /// <summary>All had been answered before this was opened: the answers are only looked at, or one of them is put right.</summary>
    public bool OnlyShows(Turn turn) => NothingLeft(turn) && BeforeThis(turn).Next is null;

    public void Again(Turn turn)
    {
        switch (State(turn))
        {
            case Stage.AtTheDoor: ShowDoor(turn); break;
            case Stage.Reviewing: ShowAnswers(turn); break;
            default: Ask(turn, Open(turn)); break;
        }
    }

    protected Walk Of(Turn turn) => turn.Once((Name, turn.Session!.Questionnaire, turn.Session.BegunAt), () => new Walk(
        questionnaires.Get(turn.Session.Questionnaire!), AnswersOf(turn), turn.Facts.PrivateQuestions, turn.Channel, turn.Session.BegunAt));

    private Walk BeforeThis(Turn turn) => new(
        Of(turn).Questionnaire, [.. AnswersOf(turn).Where(answer => answer.At < turn.Session!.BegunAt)], turn.Facts.PrivateQuestions, turn.Channel, turn.Session!.BegunAt);

    /// <summary>The open question may not be asked where the person is now.</summary>
    private bool IsHidden(Turn turn) => Open(turn) is { } open && Of(turn).Hidden(open);

    private bool HasBegun(Turn turn) => Of(turn).HasBegun;

    private bool CanAskHere(Turn turn) => Of(turn) is { Next: { } next } walk && !walk.Hidden(next);

    private bool OnlyPrivateLeft(Turn turn) => Of(turn) is { Next: { } next } walk && walk.Hidden(next);

    protected bool NothingLeft(Turn turn) => Of(turn).Next is null;

    private bool MoreInGroup(Turn turn) => Of(turn) is var walk && Open(turn) is { } q && walk.AfterInGroup(q) is { } next && !walk.Hidden(next);

    private Question? Open(Turn turn) => State(turn) is Stage.Asking or Stage.Changing && turn.Session!.Step is { } key and not Review and not Door
        ? Of(turn).Find(key)
        : null;

    /// <summary>
    /// What was answered before this, that may be asked where the person is: もどる undoes the last step, also after an earlier answer
    /// was corrected; where words were taken back, it leads to their question. A consent that is given is taken back under わたし, not here.
    /// </summary>
    private static Question? Previous(Walk walk, Question question)
    {
        if (walk.OpenBefore(question) is { } open && !walk.Hidden(open)) return open;
        var previous = walk.AnsweredBefore(question);
        while (previous is not null && (walk.Hidden(previous) || previous is { Consent: not null, Required: true })) previous = walk.AnsweredBefore(previous);
        return previous;
    }

    private Question ReviewQuestion(Turn turn) => Summary.AsQuestion(Of(turn), Review);
}
