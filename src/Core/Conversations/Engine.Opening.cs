using Concierge.Core.Members;
using Concierge.Core.Understanding;

namespace Concierge.Core.Conversations;

/// <summary>Commands and wishes: what is opened, and how one stops.</summary>
public sealed partial class Engine
{
    private void Run(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Menu: OnTop(turn)?.IsLeft(turn); Menu.Show(turn); break;
            case Command.Person: AskForPerson(turn); break;
            case Command.Stop: Stop(turn); break;
            case Command.Again when OnTop(turn) is not null: turn.Session = turn.Session! with { Paused = false }; Continue(turn); break;
            case var _ when OnTop(turn) is { } flow && !turn.Session!.Paused: flow.Take(turn, command); break;
            default: Menu.Show(turn); break;
        }
    }

    private void Open(Turn turn, MenuItem item)
    {
        OnTop(turn)?.IsLeft(turn);
        if (Opening(item) is not { } flow) ShowWhatThereIs(turn, item);
        else if (flow.Stores(item) && !Consents.Of(turn).Has(Purpose.Service)) _enter.AskFirst(turn, item);
        else flow.Open(turn, item);
    }

    private void ShowWhatThereIs(Turn turn, MenuItem item)
    {
        if (item != MenuItem.About) { Menu.Show(turn); return; }
        if (turn.Incoming is Incoming.Words words && MenuWords.AsksWho(Utterance.Of(words.Text))) turn.Say("about_who");
        turn.Say("about");
        Continue(turn);
    }

    private void Stop(Turn turn)
    {
        if (OnTop(turn)?.Stop(turn) == true)
        {
            RestBelow(turn);
            return;
        }
        turn.Say(turn.Session?.Questionnaire is not null && Consents.Of(turn).Has(Purpose.Service) ? "stopped" : "stopped_unsaved");
        turn.OfferQuick(Commands.AfterStop(turn));
        if (turn.Session is { } open) turn.Session = open with { Paused = true };
    }

    /// <summary>Whoever has just said やめる is asked nothing more: what lies below waits for つづける.</summary>
    private static void RestBelow(Turn turn)
    {
        if (turn.Closed is null || turn.Session is not { } below) return;
        turn.Session = below with { Paused = true };
        turn.OfferQuick(Commands.AfterStop(turn));
    }

    /// <summary>A place alone is a wish to find something near it.</summary>
    private void Place(Turn turn) => _find.Came(turn, turn.Incoming);
}
