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
            case Act.Put put when Shown(turn).FirstOrDefault(one => one.Key == put.Option) is { } asked: Change(turn, asked, put.On); break;
            case Act.Decide when State(turn) == Stage.Showing: Fire(turn, On.Confirmed); break;
            case Act.Choose choose when State(turn) == Stage.Confirming: Confirm(turn, choose.Option == Yes); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        if (understood is not Understood.Options { Keys: [var key, ..] }) Repair.Ask(turn, understood, Asked(turn), () => Again(turn));
        else if (State(turn) == Stage.Confirming) Confirm(turn, key == Yes);
        else if (Shown(turn).Any(one => one.Key == key)) AskAbout(turn, key);
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

    /// <summary>Whoever says in so many words that they want it no more is asked, whatever is open: nothing is withdrawn by a guess, and nothing is passed over.</summary>
    public bool Hears(Turn turn, string words)
    {
        if (turn.Asked is { Kind: QuestionKind.Text } or { Weighs: true } || ConsentWords.Unwanted(words) is not { } unwanted) return false;
        // News come without anybody having agreed: whoever has agreed to nothing has nothing to withdraw.
        if (!All().Any(asked => asked.Purpose != Purpose.News && asked.IsGiven(turn))) return false;
        if (!turn.Raise(Name)) turn.Open(Name, null, nameof(Stage.Showing));
        turn.Session = turn.Session! with { State = nameof(Stage.Showing), Unclear = 0 };
        if (Shown(turn).FirstOrDefault(asked => asked.Purpose == unwanted.Purpose && asked.IsGiven(turn)) is { } named)
        {
            AskAbout(turn, named.Key);
            return true;
        }
        turn.Say("consent_unclear");
        Show(turn);
        return true;
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
        var options = Shown(turn).Select(one => new Option(one.Key, one.Title, one.Title, []))
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
        if (All().Any(asked => asked.IsElsewhere(turn))) ShowDoor(turn);
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
        var (yes, no) = (Words.Say(named.Prefix + (named.IsGiven(turn) ? "withdraw" : "give")), Words.Say("consent_leave"));
        var text = Words.Say(named.Prefix + (named.IsGiven(turn) ? "withdraw_ask" : "give_ask"), ("title", named.Title));
        return new Question(nameof(Stage.Confirming), 0, "", QuestionKind.One, text, "", "", null, false, true, 0, [new Option(Yes, yes, yes, []), new Option(No, no, no, [])]) { Weighs = true };
    }

    private void Confirm(Turn turn, bool yes)
    {
        if (yes) Change(turn, Named(turn), !Named(turn).IsGiven(turn));
        else Fire(turn, On.Kept);
    }

    private AskedConsent Named(Turn turn) => All().First(asked => asked.Key == turn.Session!.Subject);

    /// <summary>What was asked on the city's page is changed there.</summary>
    private static void ShowDoor(Turn turn) => turn.Show(new Bubble.Door(Words.Say("consents_door"), Words.Say("door_button"), Page.Conversation));

    private void Change(Turn turn, AskedConsent asked, bool given)
    {
        if (asked.Purpose == Purpose.News) News.Set(turn, given);
        else if (Consents.Of(turn).Has(asked.Purpose) != given) Record(turn, asked, given);
        turn.Say(asked.Prefix + (given ? "given" : "withdrawn"), ("title", asked.Title));
        if (!given && asked.Purpose is Purpose.Service or Purpose.Staff) turn.Say("consent_withdrawn_" + asked.Purpose.ToString().ToLowerInvariant());
        Fire(turn, On.Changed);
    }

    private void Record(Turn turn, AskedConsent asked, bool given)
    {
        turn.Do(new Effect.RecordConsent(asked.Purpose, asked.Text, given));
        // As an answer too, so that no form asks for it again.
        turn.Save(questionnaires.Newest(Enter.Id).Name, asked.Key, new AnswerValue.Chosen([given ? "yes" : "no"]));
        switch (asked.Purpose)
        {
            case Purpose.Research when !given: turn.Drop(flow => flow == AnswerWave.Id); break;
            case Purpose.Staff: turn.Do(new Effect.Notice(given ? "sharing-given" : "sharing-withdrawn")); break;
            case Purpose.Service when !given: turn.Drop(flow => flow != Name && turn.Flows.Any(f => f.Name == flow && f.Opens.Any(f.Stores))); break;
        }
    }

    private static void End(Turn turn)
    {
        turn.Close();
        Menu.ShowAfter(turn);
    }

    private static Row Row(Turn turn, AskedConsent asked)
    {
        var (newest, given) = (Consents.Of(turn).Newest(asked.Purpose), asked.IsGiven(turn));
        var value = newest is null ? Words.Say(asked.Prefix + "never") : Words.Say(asked.Prefix + (given ? "since" : "not"), ("date", JapaneseDate.Of(newest.At)));
        // Whoever did not write it here sees who did.
        if (newest is not null && newest.By is not (Consents.Member or Consents.Joining))
            value += "\n" + Words.Say(newest.Text.StartsWith(Consents.Paper, StringComparison.Ordinal) ? "consent_on_paper" : "consent_by_word");
        return new Row(asked.Title, value, turn.Button(Words.Say(asked.Prefix + (given ? "withdraw" : "give")), new Act.Put(asked.Key, !given)));
    }

    private IEnumerable<AskedConsent> Shown(Turn turn) => All().Where(asked => !asked.IsElsewhere(turn) && (asked.Form is not null || Consents.Of(turn).Has(Purpose.Service)));

    /// <summary>Every purpose with the newest words that ask for it, and the news.</summary>
    private IEnumerable<AskedConsent> All() => questionnaires.All
        .OrderByDescending(form => form.Id == Enter.Id).ThenByDescending(form => form.Version)
        .SelectMany(form => form.Questions.Where(q => q.Consent is not null).Select(q => new AskedConsent(q.Consent!.Value, q.Title, form, q)))
        .DistinctBy(asked => asked.Purpose)
        .OrderBy(asked => asked.Purpose)
        .Append(new AskedConsent(Purpose.News, Words.Say("news_title"), null, null));

    /// <param name="Form">Where it is asked; null for the news, which nobody is asked for.</param>
    private sealed record AskedConsent(Purpose Purpose, string Title, Questionnaire? Form, Question? Question)
    {
        public string Key => Consents.KeyOf(Purpose);

        public string Text => $"{Form!.Name}/{Key}";

        /// <summary>Of its words: news are stopped and started, a consent is given and withdrawn.</summary>
        public string Prefix => Form is null ? "news_" : "consent_";

        public bool IsGiven(Turn turn) => Form is null ? News.IsWanted(turn) : Consents.Of(turn).Has(Purpose);

        /// <summary>What was asked on the city's page is changed there.</summary>
        public bool IsElsewhere(Turn turn) => Form is not null && new Walk(Form, [], turn.Facts.PrivateQuestions, turn.Channel).Hidden(Question!);
    }
}
