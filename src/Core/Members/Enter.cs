using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Members;

/// <summary>
/// はじめに: consent, age band, area. Asked once, at the welcome; whoever declined is asked again, kindly, when something
/// would be stored. Its answers count in the inventory, and the inventory's here.
/// </summary>
public sealed class Enter(Questionnaires questionnaires) : AskQuestions(questionnaires), IFlow
{
    public const string Id = "entry";

    /// <summary>Key of the answer that says where the person learned of us; no question asks for it.</summary>
    public const string Source = "source";

    private const string Correct = "correct";

    public override string Name => Id;

    public override IEnumerable<MenuItem> Opens => [];

    protected override Stage WhenAnswered => Stage.Finished;

    /// <summary>It asks for the consent itself.</summary>
    public override bool Stores(MenuItem item) => false;

    /// <summary>Who this is, what is stored and who sees it, and the first question.</summary>
    public void Welcome(Turn turn, Source? from = null, Act.Go? chosen = null)
    {
        turn.Say("welcome_who");
        turn.Say("welcome_privacy");
        if (chosen is not null) turn.Say("entry_chosen");
        Begin(turn, new EntryWish(null, from?.Key, chosen));
    }

    /// <summary>Something would be stored, and there is no consent: it is asked for, and then what was wanted goes on.</summary>
    public void AskFirst(Turn turn, MenuItem wanted)
    {
        turn.Say("consent_first");
        Begin(turn, new EntryWish(wanted));
    }

    /// <summary>The words of a prefilled link: kept with the person once they consent, counted at once.</summary>
    public void CameFrom(Turn turn, Source source, bool isStranger)
    {
        var known = IsSourceKnown(turn);
        if (!known) turn.Do(new Effect.Count("came/" + source.Key));
        if (isStranger) Welcome(turn, source);
        else
        {
            turn.Say("source_thanks");
            if (!known && Consents.Of(turn).Has(Purpose.Service)) Keep(turn, source.Key);
            else if (turn.Session is { Flow: Id } open) turn.Session = open with { Subject = (EntryWish.Of(open) with { From = source.Key }).Write() };
        }
    }

    /// <summary>Something was chosen on the open site: these few questions first, then it is shown.</summary>
    public void CameFor(Turn turn, Act.Go chosen, bool isStranger)
    {
        if (!IsSourceKnown(turn)) turn.Do(new Effect.Count("came/" + Members.Source.Site.Key));
        if (isStranger) Welcome(turn, Members.Source.Site, chosen);
        else
        {
            turn.Say("entry_chosen");
            turn.Raise(Name);
            var wish = EntryWish.Of(turn.Session);
            turn.Session = turn.Session! with { Subject = (wish with { From = wish.From ?? Members.Source.Site.Key, Chosen = chosen }).Write() };
        }
    }

    /// <summary>なおす, from 保存していること.</summary>
    public void Go(Turn turn, Act.Go go)
    {
        if (!turn.Raise(Name)) OpenSession(turn);
        BeginReview(turn);
    }

    public static Button CorrectButton(Turn turn) => turn.Button(Words.Say("change"), new Act.Go(Id, Correct));

    public IEnumerable<Row> Tells(Turn turn)
    {
        var walk = All(turn);
        return walk.Questionnaire.Questions
            .Where(q => q.Consent is null && !walk.Hidden(q) && walk.AnswerTo(q.Key) is not null)
            .Select(q => new Row(q.Title, Spelling.Of(q, walk.AnswerTo(q.Key)), null))
            .Concat(SourceRow(turn));
    }

    /// <summary>An answer to the consent counts as long as it is not withdrawn; then it is simply asked again.</summary>
    protected override IReadOnlyList<Answer> AnswersOf(Turn turn) => Consents.Of(turn).Has(Purpose.Service)
        ? turn.Answers
        : [.. turn.Answers.Where(a => a.Question != Consents.KeyOf(Purpose.Service))];

    protected override void Answered(Turn turn, Question question, AnswerValue value, AnswerValue? before)
    {
        if (question.Consent == Purpose.Service) Entered(turn);
        // People from elsewhere are welcome, and counted apart. The count names nobody.
        if (before is null && value is AnswerValue.Chosen { Options: [var only] } && only is "under55" or "outside") turn.Do(new Effect.Count("entered/" + only));
    }

    protected override void Declined(Turn turn, Question question)
    {
        if (Consents.Of(turn).Newest(Purpose.Service) is not { Given: false })
            turn.Do(new Effect.RecordConsent(Purpose.Service, $"{turn.Closed!.Questionnaire}/{question.Key}", false));
        turn.Say("consent_declined");
        // To look stores nothing.
        turn.Chosen = EntryWish.Of(turn.Closed).Chosen;
        if (turn.Chosen is null) Menu.ShowAfter(turn);
    }

    protected override void ShowResult(Turn turn, Walk walk)
    {
        var wish = EntryWish.Of(turn.Closed);
        (turn.Chosen, turn.Wanted) = (wish.Chosen, wish.Wanted);
        if (turn.Chosen is not null) turn.Say("entry_done_chosen");
        if (turn.Chosen is not null || turn.Wanted is not null) return;
        turn.Say(turn.Closed!.Step == Review ? "entry_kept" : "entry_done");
        Menu.ShowAfter(turn);
    }

    private void Begin(Turn turn, EntryWish wish)
    {
        var begun = turn.Raise(Name);
        if (!begun) OpenSession(turn);
        // Where the person came from is not forgotten over what they want now.
        turn.Session = turn.Session! with { Subject = (wish with { From = wish.From ?? EntryWish.Of(turn.Session).From }).Write() };
        if (MovedAcross(turn)) return;
        if (begun && State(turn) is not (Stage.Begun or Stage.Reviewing)) Again(turn);
        else Fire(turn, State(turn) == Stage.Begun ? On.Begin : On.GoOn);
    }

    private void Entered(Turn turn)
    {
        if (turn.Facts.Consents.Value.Newest(Purpose.Service) is null) turn.Do(new Effect.Count("entered"));
        if (EntryWish.Of(turn.Session) is { From: { } from }) Keep(turn, from);
    }

    private static bool IsSourceKnown(Turn turn) => turn.Answers.Any(a => a.Question == Source);

    private void Keep(Turn turn, string source)
    {
        if (!IsSourceKnown(turn))
            turn.Save(VersionOf(turn, Name), Source, new AnswerValue.Chosen([source]));
    }

    private static IEnumerable<Row> SourceRow(Turn turn) =>
        turn.Answers.LastOrDefault(a => a.Question == Source) is { Value: AnswerValue.Chosen { Options: [var key] } }
            ? [new Row(Words.Say("source_title"), Members.Source.Find(key)?.Title ?? key, null)]
            : [];
}

/// <summary>What waits for the consent, as the session's subject holds it.</summary>
/// <param name="Wanted">What was to be opened.</param>
/// <param name="From">Key of where the person came from.</param>
/// <param name="Chosen">What was chosen on the open site; comes before what is wanted.</param>
public sealed record EntryWish(MenuItem? Wanted = null, string? From = null, Act.Go? Chosen = null)
{
    public static EntryWish Of(Session? session) => session is { Flow: Enter.Id, Subject: { } subject } && subject.Split('/', 3) is [var wanted, var from, .. var chosen]
        ? new EntryWish(Enum.TryParse<MenuItem>(wanted, out var item) ? item : null, from.Length > 0 ? from : null, chosen is [var act] ? Act.Parse(act) as Act.Go : null)
        : new EntryWish();

    public string? Write() => this == new EntryWish() ? null : $"{Wanted}/{From}/{Chosen?.Write()}";
}
