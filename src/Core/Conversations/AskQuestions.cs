using System.Collections.Immutable;
using Concierge.Core.Members;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Stateless;

namespace Concierge.Core.Conversations;

/// <summary>
/// The one machine that walks every questionnaire. The questions are data; what happens when all are answered is the
/// subclass's: the inventory shows its card, a check its result.
/// </summary>
public abstract partial class AskQuestions(Questionnaires questionnaires) : Flow<AskQuestions.Stage, AskQuestions.On>, IFlow
{
    public enum Stage { Begun, Asking, Changing, AtTheDoor, Reviewing, Finished }

    public enum On { Begin, Answered, Back, GoOn, Change, Review, Confirmed, SpokeOnLine, CameThroughTheDoor }

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

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.Begun)
            .PermitIf(On.Begin, Stage.Asking, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.Begin, Stage.AtTheDoor, () => OnlyPrivateLeft(turn), "only private questions are left")
            .PermitIf(On.Begin, WhenAnswered, () => NothingLeft(turn), "nothing is left");

        m.Configure(Stage.Asking)
            .OnEntryFrom(On.Begin, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.Answered, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.GoOn, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.CameThroughTheDoor, () => AskNext(turn), nameof(AskNext))
            .OnEntryFrom(On.Back, () => AskPrevious(turn), nameof(AskPrevious))
            .PermitReentryIf(On.Answered, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.Answered, Stage.AtTheDoor, () => OnlyPrivateLeft(turn), "only private questions are left")
            .PermitIf(On.Answered, WhenAnswered, () => NothingLeft(turn), "nothing is left")
            .PermitReentry(On.Back)
            .Permit(On.SpokeOnLine, Stage.AtTheDoor)
            .Permit(On.Review, Stage.Reviewing);

        m.Configure(Stage.AtTheDoor)
            .OnEntry(() => ShowDoor(turn), nameof(ShowDoor))
            .PermitReentry(On.SpokeOnLine)
            .Permit(On.Back, Stage.Asking)
            .PermitIf(On.CameThroughTheDoor, Stage.Asking, () => !NothingLeft(turn), "a question is left")
            .PermitIf(On.CameThroughTheDoor, WhenAnswered, () => NothingLeft(turn), "nothing is left")
            .Permit(On.Review, Stage.Reviewing)
            .PermitIf(On.Answered, WhenAnswered, () => NothingLeft(turn), "nothing is left");

        m.Configure(Stage.Reviewing)
            .OnEntry(() => ShowAnswers(turn), nameof(ShowAnswers))
            .PermitReentry(On.Review)
            .Permit(On.Change, Stage.Changing)
            .PermitIf(On.GoOn, Stage.Asking, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.GoOn, Stage.AtTheDoor, () => OnlyPrivateLeft(turn), "only private questions are left")
            .PermitIf(On.Back, Stage.Asking, () => CanAskHere(turn), "a question can be asked here")
            .PermitIf(On.Confirmed, Stage.Finished, () => NothingLeft(turn), "nothing is left");

        m.Configure(Stage.Changing)
            .OnEntryFrom(On.Change, () => Ask(turn, Open(turn)), nameof(Ask))
            .OnEntryFrom(On.Answered, () => AskNextInGroup(turn), nameof(AskNextInGroup))
            .PermitReentryIf(On.Answered, () => MoreInGroup(turn), "the pile has another card")
            .PermitIf(On.Answered, Stage.Reviewing, () => !MoreInGroup(turn), "the answer is changed")
            .Permit(On.SpokeOnLine, Stage.AtTheDoor)
            .Permit(On.Back, Stage.Reviewing)
            .Permit(On.Review, Stage.Reviewing);

        m.Configure(Stage.Finished).OnEntry(() => Finish(turn), nameof(Finish));
    }

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

    public void Take(Turn turn, Act act)
    {
        switch (act)
        {
            case Act.Decide when State(turn) == Stage.Reviewing: Confirm(turn); break;
            case Act.Change change: ChangeAnswer(turn, change.Question); break;
            case Act.Choose choose when Open(turn) is { } q: Choose(turn, q, [choose.Option]); break;
            case Act.Put put when Open(turn) is { Kind: QuestionKind.Several } q: Put(turn, q, put); break;
            case Act.Decide when Open(turn) is { Kind: QuestionKind.Several } q: Decide(turn, q); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        switch (understood, State(turn))
        {
            case (Understood.Options o, Stage.Reviewing): TakeReview(turn, o.Keys[0]); break;
            case (Understood.Options o, _) when Open(turn) is { } q: Choose(turn, q, WithPicked(turn, q, o.Keys)); break;
            case (Understood.Free f, _) when Open(turn) is { } q: Write(turn, q, f.Text); break;
            case (_, Stage.AtTheDoor): Fire(turn, On.SpokeOnLine); break;
            default: Repair.Ask(turn, understood, Open(turn), () => Again(turn)); break;
        }
    }

    public void Take(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Back: GoBack(turn); break;
            case Command.Skip: Skip(turn); break;
            case Command.Why: turn.Say("why", ("why", Open(turn)?.Why ?? Words.Say("why_door"))); Again(turn); break;
            default: Again(turn); break;
        }
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
