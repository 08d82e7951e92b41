using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Stateless;

namespace Concierge.Core.Consultation;

/// <summary>相談する: questions that many ask, which door is the right one, a small trouble to hand in, a person.</summary>
public sealed partial class Consult(HandInTrouble trouble, Faq faq, Partners partners) : Flow<Consult.Stage, Consult.On>, IFlow
{
    public const string Id = "consult";

    private readonly ConsultQuestions _questions = new(faq, partners);

    public enum Stage { Begun, Choosing, Topics, Listing, Answering, Doors, Pointing, HandedIn, TakingBack }

    public enum On { ToMenu, ToTopics, ToTopic, ToAnswer, ToDoors, ToPartners, ToHandedIn, ToTakeBack, Back }

    private static readonly (On, Stage)[] Ways =
    [
        (On.ToMenu, Stage.Choosing), (On.ToTopics, Stage.Topics), (On.ToTopic, Stage.Listing), (On.ToAnswer, Stage.Answering),
        (On.ToDoors, Stage.Doors), (On.ToPartners, Stage.Pointing), (On.ToHandedIn, Stage.HandedIn), (On.ToTakeBack, Stage.TakingBack),
    ];

    public string Name => Id;

    public IEnumerable<MenuItem> Opens => [MenuItem.Consult];

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.Choosing).OnEntry(() => ShowMenu(turn), nameof(ShowMenu));
        m.Configure(Stage.Topics).OnEntry(() => ShowTopics(turn), nameof(ShowTopics)).Permit(On.Back, Stage.Choosing);
        m.Configure(Stage.Listing).OnEntry(() => ShowQuestions(turn), nameof(ShowQuestions)).Permit(On.Back, Stage.Topics);
        m.Configure(Stage.Answering).OnEntry(() => ShowAnswer(turn), nameof(ShowAnswer)).Permit(On.Back, Stage.Topics);
        m.Configure(Stage.Doors).OnEntry(() => ShowWishes(turn), nameof(ShowWishes)).Permit(On.Back, Stage.Choosing);
        m.Configure(Stage.Pointing).OnEntry(() => ShowPartners(turn), nameof(ShowPartners)).Permit(On.Back, Stage.Doors);
        m.Configure(Stage.HandedIn).OnEntry(() => ShowHandedIn(turn), nameof(ShowHandedIn)).Permit(On.Back, Stage.Choosing);
        m.Configure(Stage.TakingBack).OnEntry(() => AskToTakeBack(turn), nameof(AskToTakeBack)).Permit(On.Back, Stage.HandedIn);

        // Nothing here is asked in an order: from everywhere one may go everywhere.
        foreach (var from in Enum.GetValues<Stage>())
            foreach (var (on, to) in Ways)
                if (from == to) m.Configure(from).PermitReentry(on);
                else m.Configure(from).Permit(on, to);
    }

    public void Open(Turn turn, MenuItem item)
    {
        if (!turn.Raise(Id)) turn.Open(Id, null, nameof(Stage.Begun));
        if (turn.Incoming is Incoming.Words words && TakeAtOnce(turn, words.Text)) return;
        Fire(turn, On.ToMenu);
    }

    public void Go(Turn turn, Act.Go go) => Open(turn, MenuItem.Consult);

    public void Take(Turn turn, Act act)
    {
        if (act is Act.Choose choose) Choose(turn, choose.Option);
        else { turn.Say("old_button"); Again(turn); }
    }

    public void Take(Turn turn, Understood understood)
    {
        switch (understood)
        {
            case Understood.Options { Keys: [var key, ..] }: Choose(turn, key); break;
            case Understood.Ambiguous { Keys.Length: > 1 } tie: Ask(turn, ConsultQuestions.Which(Asked(turn), tie.Keys)); break;
            default: Repair.Ask(turn, understood, Asked(turn), () => Again(turn)); break;
        }
    }

    public void Take(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Back when State(turn) is Stage.Begun or Stage.Choosing: Leave(turn); break;
            case Command.Back: Fire(turn, On.Back); break;
            case Command.Why: turn.Say("consult_why"); Again(turn); break;
            default: Again(turn); break;
        }
    }

    Question? IFlow.Asked(Turn turn) => Asked(turn);

    public string Where(Turn turn) => Words.Say("consult_where");

    /// <summary>Words that led here may say already what it is about: 「最低賃金を 教えて」「電球を かえてほしい」.</summary>
    private bool TakeAtOnce(Turn turn, string text)
    {
        switch (Reading.Read(text, _questions.All))
        {
            case Understood.Options { Keys: [var key] }: Choose(turn, key); return true;
            case Understood.Ambiguous { Keys.Length: > 1 } tie: Ask(turn, ConsultQuestions.Which(_questions.All, tie.Keys)); return true;
        }
        if (Reading.Read(text, trouble.Kinds) is not Understood.Options { Keys: [var kind] } || kind == HandInTrouble.Other) return false;
        trouble.Begin(turn, kind);
        return true;
    }

    private void Choose(Turn turn, string key)
    {
        turn.Session = turn.Session! with { Unclear = 0 };
        switch (key)
        {
            case ConsultQuestions.Questions: Fire(turn, On.ToTopics); break;
            case ConsultQuestions.Doors: Fire(turn, On.ToDoors); break;
            case ConsultQuestions.Menu: Fire(turn, On.ToMenu); break;
            case ConsultQuestions.Handed: Fire(turn, On.ToHandedIn); break;
            case ConsultQuestions.HandIn: turn.Wanted = MenuItem.Trouble; break;
            case ConsultQuestions.Done: turn.Say("consult_bye"); Leave(turn); break;
            case ConsultQuestions.Yes when State(turn) == Stage.TakingBack: TakeBack(turn); break;
            default: GoTo(turn, key); break;
        }
    }

    /// <summary>A topic, a question, a wish, or a trouble that was handed in.</summary>
    private void GoTo(Turn turn, string key)
    {
        On? on = faq.Topics.Any(topic => topic.Key == key) ? On.ToTopic
            : faq.Find(key) is not null ? On.ToAnswer
            : partners.Find(key) is not null ? On.ToPartners
            : HandedIn(turn, key) is not null ? On.ToTakeBack : null;
        if (on is null) { turn.Say("old_button"); Again(turn); return; }
        turn.Session = turn.Session! with { Subject = key };
        Fire(turn, on.Value);
    }

    private void TakeBack(Turn turn)
    {
        if (HandedIn(turn, turn.Session!.Subject!) is { } one)
        {
            turn.Do(new Effect.TakeBack(one.Id));
            turn.Do(new Effect.Notice("trouble-taken-back"));
        }
        turn.Say("trouble_taken_back");
        Leave(turn);
    }

    /// <summary>Back to what was interrupted; the menu when nothing was.</summary>
    private static void Leave(Turn turn)
    {
        turn.Close();
        if (turn.Session is null or { Paused: true }) Conversations.Menu.Show(turn);
    }
}
