using Concierge.Core.Conversations;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Stateless;

namespace Concierge.Core.Members;

/// <summary>やめて全部消す: asked twice, then everything is erased, and a receipt is the last that is said.</summary>
public sealed class Leave : Flow<Leave.Stage, Leave.On>, IFlow
{
    public enum Stage { Asking, AskingAgain, Erased, Stayed }

    public enum On { Yes, No, Back }

    private const string Yes = "yes", No = "no";

    public string Name => "leave";

    public IEnumerable<MenuItem> Opens => [MenuItem.Leave];

    protected override void Table(StateMachine<Stage, On> m, Turn turn)
    {
        m.Configure(Stage.Asking)
            .OnEntry(() => Ask(turn), nameof(Ask))
            .Permit(On.Yes, Stage.AskingAgain)
            .Permit(On.No, Stage.Stayed)
            .Permit(On.Back, Stage.Stayed);

        m.Configure(Stage.AskingAgain)
            .OnEntry(() => AskAgain(turn), nameof(AskAgain))
            .Permit(On.Yes, Stage.Erased)
            .Permit(On.No, Stage.Stayed)
            .Permit(On.Back, Stage.Asking);

        m.Configure(Stage.Erased).OnEntry(() => Erase(turn), nameof(Erase));
        m.Configure(Stage.Stayed).OnEntry(() => Stay(turn), nameof(Stay));
    }

    public void Open(Turn turn, MenuItem item)
    {
        if (!turn.Raise(Name)) turn.Open(Name, null, nameof(Stage.Asking));
        // Whoever comes back to it is asked twice again.
        turn.Session = turn.Session! with { State = nameof(Stage.Asking) };
        Ask(turn);
    }

    public void Take(Turn turn, Act act)
    {
        switch (act)
        {
            case Act.Choose { Option: Yes }: Fire(turn, On.Yes); break;
            case Act.Choose { Option: No }: Fire(turn, On.No); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        if (understood is Understood.Options { Keys: [var key, ..] }) Fire(turn, key == Yes ? On.Yes : On.No);
        else Repair.Ask(turn, understood, Asked(turn), () => Again(turn));
    }

    public void Take(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Back: Fire(turn, On.Back); break;
            case Command.Why: turn.Say("leave_why"); Again(turn); break;
            case Command.Skip: turn.Say("cannot_skip"); Again(turn); break;
            default: Again(turn); break;
        }
    }

    public void Again(Turn turn)
    {
        if (State(turn) == Stage.AskingAgain) AskAgain(turn);
        else Ask(turn);
    }

    public string Where(Turn turn) => Words.Say("menu_leave");

    public Question? Asked(Turn turn)
    {
        var step = turn.Session!.Step ?? "";
        return new Question(step, 0, "", QuestionKind.One, "", "", "", null, false, true, 0,
        [
            new Option(Yes, Words.Say(step + "_yes"), Words.Say(step + "_yes"), []),
            new Option(No, Words.Say(step + "_no"), Words.Say(step + "_no"), []),
        ]) { Weighs = true };
    }

    private void Ask(Turn turn) => Ask(turn, "leave_first");

    private void AskAgain(Turn turn) => Ask(turn, "leave_second");

    private void Ask(Turn turn, string step)
    {
        turn.Session = turn.Session! with { Step = step };
        var choices = Asked(turn)!.Options.Select(o => turn.Button(o.Label, new Act.Choose(o.Key)));
        turn.Show(new Bubble.Ask(Words.Say(step), null, null, null, [.. choices], Several: false, Writes: false));
        turn.OfferQuick(Commands.Under(turn, Asked(turn)!));
    }

    private static void Erase(Turn turn)
    {
        foreach (var flow in turn.Flows) flow.Leaves(turn);
        var receipt = turn.Facts.Receipt.Value;
        turn.Drop(_ => true);
        turn.Do(new Effect.Erase(receipt));
        turn.Do(new Effect.Count("left"));
        turn.Say("receipt", ("number", receipt), ("date", JapaneseDate.Of(turn.Facts.Now)));
        turn.Say("receipt_after");
        turn.OfferQuick(Commands.Always(turn));
        turn.MustArrive();
    }

    private static void Stay(Turn turn)
    {
        turn.Close();
        turn.Say("stayed");
        Menu.ShowAfter(turn);
    }
}
