using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Stateless;

namespace Concierge.Core.Members;

/// <summary>
/// 同意の確認: every consent as it stands, each to be given or withdrawn by one tap; who names it in words is asked first. Withdrawing never
/// erases anything.
/// </summary>
public sealed class ChangeConsents(Questionnaires questionnaires) : Flow<ChangeConsents.Stage, ChangeConsents.On>, IFlow
{
    public enum Stage { Showing, Confirming, Over }

    public enum On { Named, Changed, Kept, Confirmed }

    private const string Step = "consents", Door = "door", Yes = "yes", No = "no";

    public string Name => "consents";

    public IEnumerable<MenuItem> Opens => [MenuItem.Consents];

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.Showing)
            .OnEntry(() => Show(turn), nameof(Show))
            .PermitReentry(On.Changed)
            .Permit(On.Named, Stage.Confirming)
            .Permit(On.Confirmed, Stage.Over);

        m.Configure(Stage.Confirming)
            .OnEntry(() => AskToConfirm(turn), nameof(AskToConfirm))
            .Permit(On.Changed, Stage.Showing)
            .Permit(On.Kept, Stage.Showing)
            .PermitReentry(On.Named);

        m.Configure(Stage.Over).OnEntry(() => End(turn), nameof(End));
    }

    public void Open(Turn turn, MenuItem item)
    {
        if (!turn.Raise(Name)) turn.Open(Name, null, nameof(Stage.Showing));
        turn.Session = turn.Session! with { State = nameof(Stage.Showing) };
        Show(turn);
    }

    public void Take(Turn turn, Act act)
    {
        switch (act)
        {
            case Act.Put put when Shown(turn).FirstOrDefault(q => q.Question.Key == put.Option) is { } asked: Change(turn, asked, put.On); break;
            case Act.Decide when State(turn) == Stage.Showing: Fire(turn, On.Confirmed); break;
            case Act.Choose choose when State(turn) == Stage.Confirming: Confirm(turn, choose.Option == Yes); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        if (understood is not Understood.Options { Keys: [var key, ..] }) Repair.Ask(turn, understood, Asked(turn), () => Again(turn));
        else if (State(turn) == Stage.Confirming) Confirm(turn, key == Yes);
        else if (Shown(turn).Any(q => q.Question.Key == key)) AskAbout(turn, key);
        else Fire(turn, On.Confirmed);
    }

    public void Take(Turn turn, Command command)
    {
        if (command is Command.Back or Command.Skip) Fire(turn, State(turn) == Stage.Confirming ? On.Kept : On.Confirmed);
        else
        {
            if (command is Command.Why) turn.Say("consents_why");
            Again(turn);
        }
    }

    public bool MovedAcross(Turn turn)
    {
        if (turn.Channel != Channel.Web || turn.Session!.Step != Door) return false;
        turn.Session = turn.Session with { Paused = false };
        Show(turn);
        return true;
    }

    public void Again(Turn turn)
    {
        if (State(turn) == Stage.Confirming) AskToConfirm(turn);
        else Show(turn);
    }

    public string Where(Turn turn) => Words.Say("menu_consents");

    public Question? Asked(Turn turn)
    {
        if (State(turn) == Stage.Confirming) return ToConfirm(turn);
        var options = Shown(turn).Select(q => new Option(q.Question.Key, q.Question.Title, q.Question.Title, []))
            .Append(new Option(Step, Words.Say("review_done"), Words.Say("review_done"), [.. Words.Say("review_done_also").Split('、')]));
        // An example that somebody types as it stands must not withdraw anything.
        return new Question(Step, 0, "", QuestionKind.One, "", "", "", null, false, false, 0, [.. options]) { Example = Words.Say("review_done") };
    }

    public IEnumerable<Row> Tells(Turn turn) => Shown(turn).Select(asked => Row(turn, asked) with { Change = null });

    private void Show(Turn turn)
    {
        var shown = Shown(turn).ToArray();
        turn.Session = turn.Session! with { Step = Step };
        turn.Show(new Bubble.Rows(Words.Say("menu_consents"), [.. shown.Select(asked => Row(turn, asked))], [turn.Button(Words.Say("review_done"), new Act.Decide())]));
        if (shown.Length < All().Count()) ShowDoor(turn);
        turn.OfferQuick(Commands.Every(turn));
    }

    /// <summary>Somebody may only have wanted to know what it is: a word alone changes nothing.</summary>
    private void AskAbout(Turn turn, string key)
    {
        turn.Session = turn.Session! with { Subject = key };
        Fire(turn, On.Named);
    }

    private void AskToConfirm(Turn turn)
    {
        turn.Session = turn.Session! with { Step = nameof(Stage.Confirming) };
        var asked = ToConfirm(turn);
        turn.Show(new Bubble.Ask(asked.Text, null, null, null, [.. asked.Options.Select(o => turn.Button(o.Label, new Act.Choose(o.Key)))], Several: false, Writes: false));
        turn.OfferQuick(Commands.Under(turn, asked));
    }

    private Question ToConfirm(Turn turn)
    {
        var named = Named(turn);
        var (yes, no) = (Words.Say(IsGiven(turn, named) ? "consent_withdraw" : "consent_give"), Words.Say("consent_leave"));
        var text = Words.Say(IsGiven(turn, named) ? "consent_withdraw_ask" : "consent_give_ask", ("title", named.Question.Title));
        return new Question(nameof(Stage.Confirming), 0, "", QuestionKind.One, text, "", "", null, false, true, 0, [new Option(Yes, yes, yes, []), new Option(No, no, no, [])]) { Weighs = true };
    }

    private void Confirm(Turn turn, bool yes)
    {
        if (yes) Change(turn, Named(turn), !IsGiven(turn, Named(turn)));
        else Fire(turn, On.Kept);
    }

    private AskedConsent Named(Turn turn) => All().First(asked => asked.Question.Key == turn.Session!.Subject);

    private static bool IsGiven(Turn turn, AskedConsent asked) => Consents.Of(turn).Has(asked.Question.Consent!.Value);

    /// <summary>What was asked on the city's page is changed there.</summary>
    private static void ShowDoor(Turn turn) => turn.Show(new Bubble.Door(Words.Say("consents_door"), Words.Say("door_button"), Page.Conversation));

    private void Change(Turn turn, AskedConsent asked, bool given)
    {
        var purpose = asked.Question.Consent!.Value;
        if (Consents.Of(turn).Has(purpose) != given)
        {
            turn.Do(new Effect.RecordConsent(purpose, $"{asked.Form.Name}/{asked.Question.Key}", given));
            // As an answer too, so that no form asks for it again.
            turn.Save(questionnaires.Newest(Enter.Id).Name, asked.Question.Key, new AnswerValue.Chosen([given ? "yes" : "no"]));
            if (purpose == Purpose.Research && !given) turn.Drop(flow => flow == AnswerWave.Id);
            if (purpose == Purpose.Staff) turn.Do(new Effect.Notice(given ? "sharing-given" : "sharing-withdrawn"));
            if (purpose == Purpose.Service && !given) turn.Drop(flow => flow != Name && turn.Flows.Any(f => f.Name == flow && f.Opens.Any(f.Stores)));
        }
        turn.Say(given ? "consent_given" : "consent_withdrawn", ("title", asked.Question.Title));
        if (!given && purpose is Purpose.Service or Purpose.Staff) turn.Say("consent_withdrawn_" + purpose.ToString().ToLowerInvariant());
        Fire(turn, On.Changed);
    }

    private static void End(Turn turn)
    {
        turn.Close();
        Menu.ShowAfter(turn);
    }

    private static Row Row(Turn turn, AskedConsent asked)
    {
        var consents = Consents.Of(turn);
        var newest = consents.Newest(asked.Question.Consent!.Value);
        var given = newest is { Given: true };
        var value = newest is null ? Words.Say("consent_never") : Words.Say(given ? "consent_since" : "consent_not", ("date", JapaneseDate.Of(newest.At)));
        // Whoever did not write it here sees who did.
        if (newest is not null && newest.By is not (Consents.Member or Consents.Joining))
            value += "\n" + Words.Say(newest.Text.StartsWith(Consents.Paper, StringComparison.Ordinal) ? "consent_on_paper" : "consent_by_word");
        return new Row(asked.Question.Title, value, turn.Button(Words.Say(given ? "consent_withdraw" : "consent_give"), new Act.Put(asked.Question.Key, !given)));
    }

    private IEnumerable<AskedConsent> Shown(Turn turn) => All().Where(asked => !new Walk(asked.Form, [], turn.Facts.PrivateQuestions, turn.Channel).Hidden(asked.Question));

    /// <summary>Every purpose with the newest words that ask for it.</summary>
    private IEnumerable<AskedConsent> All() => questionnaires.All
        .OrderByDescending(form => form.Id == Enter.Id).ThenByDescending(form => form.Version)
        .SelectMany(form => form.Questions.Where(q => q.Consent is not null).Select(q => new AskedConsent(form, q)))
        .DistinctBy(asked => asked.Question.Consent)
        .OrderBy(asked => asked.Question.Consent);

    private sealed record AskedConsent(Questionnaire Form, Question Question);
}
