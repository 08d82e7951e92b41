using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Stateless;

namespace Concierge.Core.Members;

/// <summary>
/// LINEにつなぐ: what was begun on the city's page becomes the record of the person on LINE. The page shows a code, whoever sends it on LINE
/// is asked once, and every code that leads nowhere gets the same answer.
/// </summary>
public sealed class JoinLine : Flow<JoinLine.Stage, JoinLine.On>, IFlow
{
    public const string Id = "join";

    public enum Stage { Asking, Joined, Left }

    public enum On { Yes, No, Gone }

    private const string Step = "join", Yes = "yes", No = "no";

    public string Name => Id;

    public IEnumerable<MenuItem> Opens => [MenuItem.Join];

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.Asking)
            .OnEntry(() => Ask(turn), nameof(Ask))
            .Permit(On.Yes, Stage.Joined)
            .Permit(On.No, Stage.Left)
            .Permit(On.Gone, Stage.Left);

        m.Configure(Stage.Joined).OnEntry(() => Join(turn), nameof(Join));

        m.Configure(Stage.Left)
            .OnEntryFrom(On.No, () => LeaveIt(turn), nameof(LeaveIt))
            .OnEntryFrom(On.Gone, () => SayGone(turn), nameof(SayGone));
    }

    /// <summary>The way to the code on the page, and on LINE where it is to be found. It decides nothing.</summary>
    public void Open(Turn turn, MenuItem item)
    {
        if (turn.Channel == Channel.Web && turn.Facts.Joining.Value.IsVisitor) turn.Show(new Bubble.Door(Words.Say("join_door"), Words.Say("join_door_button"), Page.Join));
        else turn.Say(turn.Channel == Channel.Web ? "join_already" : "join_how");
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
    }

    /// <summary>「つなぐ 4728 1936」 from anywhere on LINE; the digits alone but where words of one's own are asked for.</summary>
    public bool Hears(Turn turn, string words)
    {
        if (turn.Channel != Channel.Line || JoinCode.Read(words, out var named) is not { } code || (!named && turn.Asked?.Kind == QuestionKind.Text)) return false;
        if (Behind(turn, code) is null) SayGone(turn);
        else
        {
            if (turn.IsOpen(Id)) turn.Drop(flow => flow == Id);
            turn.Open(Id, null, nameof(Stage.Asking), code);
            Ask(turn);
        }
        return true;
    }

    public void Take(Turn turn, Act act)
    {
        switch (act)
        {
            case Act.Choose { Option: Yes }: Fire(turn, Behind(turn, turn.Session!.Subject!) is null ? On.Gone : On.Yes); break;
            case Act.Choose { Option: No }: Fire(turn, On.No); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        if (understood is Understood.Options { Keys: [var key, ..] }) Take(turn, new Act.Choose(key));
        else Repair.Ask(turn, understood, Asked(turn), () => Again(turn));
    }

    public void Take(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Back or Command.Skip: Fire(turn, On.No); break;
            case Command.Why: turn.Say("join_why"); Again(turn); break;
            default: Again(turn); break;
        }
    }

    /// <summary>Nothing waits: the code can be sent again as long as it is good.</summary>
    public bool Stop(Turn turn)
    {
        Fire(turn, On.No);
        return true;
    }

    public void Again(Turn turn) => Ask(turn);

    public string Where(Turn turn) => Words.Say("menu_join");

    public Question? Asked(Turn turn) => new(Step, 0, "", QuestionKind.One, "", "", "", null, false, true, 0,
    [
        new Option(Yes, Words.Say("join_yes"), Words.Say("join_yes"), []),
        new Option(No, Words.Say("join_no"), Words.Say("join_no"), []),
    ]) { Weighs = true };

    private void Ask(Turn turn)
    {
        turn.Session = turn.Session! with { Step = Step };
        var choices = Asked(turn)!.Options.Select(o => turn.Button(o.Label, new Act.Choose(o.Key)));
        turn.Show(new Bubble.Ask(Words.Say("join_ask"), null, null, Words.Say("join_ask_note"), [.. choices], Several: false, Writes: false));
        turn.OfferQuick(Commands.Under(turn, Asked(turn)!));
    }

    private static void Join(Turn turn)
    {
        var code = turn.Session!.Subject!;
        var narrowed = Consents.Apart(Consents.Of(turn), Behind(turn, code)!.Consents);
        turn.Close();
        if (narrowed.Any(only => only.Purpose == Purpose.Service)) turn.Drop(flow => turn.Flows.Any(f => f.Name == flow && f.Opens.Any(f.Stores)));
        // Whoever has only just been welcomed here was welcomed on the page.
        if (!Consents.Of(turn).WasAsked) turn.Drop(flow => flow == Enter.Id);
        turn.Do(new Effect.Join(code));
        foreach (var only in narrowed) turn.Do(new Effect.SuspendConsent(only.Purpose, only.Text));
        turn.Do(new Effect.Notice("joined"));
        turn.Do(new Effect.Count("joined"));
        turn.Say("joined");
        turn.Say(narrowed.Count > 0 ? "joined_consents_apart" : "joined_consents");
        turn.OfferQuick([Menu.Button(turn, MenuItem.Consents), .. Commands.Always(turn)]);
        turn.MustArrive();
    }

    private static void LeaveIt(Turn turn)
    {
        turn.Close();
        turn.Say("join_left");
        Menu.ShowAfter(turn);
    }

    /// <summary>Unknown, too old, used, or nobody may try any more: which of them is nobody's business.</summary>
    private static void SayGone(Turn turn)
    {
        if (turn.Session is { Flow: Id }) turn.Close();
        turn.Do(new Effect.CountJoinTry());
        turn.Say("join_failed");
        turn.OfferQuick(turn.Session is null ? Commands.Always(turn) : Commands.Every(turn));
    }

    private static Joinable? Behind(Turn turn, string code) => turn.Facts.Joining.Value is { IsLocked: false } joining ? joining.Behind(code) : null;
}
