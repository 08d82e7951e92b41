using Concierge.Core.Members;

namespace Concierge.Core.Conversations;

/// <summary>Somebody comes: the first time, again, by a link that says from where or for what.</summary>
public sealed partial class Engine
{
    private void Welcome(Turn turn, Incoming.Followed followed)
    {
        turn.Do(new Effect.SetReachable(true, followed.At));
        if (turn.Before.Owner == Owner.Staff) return;
        turn.Do(new Effect.Notice("followed"));
        if (IsStranger(turn))
        {
            _enter.Welcome(turn);
            return;
        }
        turn.Say("welcome_back");
        if (OnTop(turn) == _enter) Continue(turn);
        else Menu.Show(turn);
    }

    /// <summary>Nobody has spoken with this person yet: nothing said, nothing begun, no consent given or declined.</summary>
    private static bool IsStranger(Turn turn) => turn.Session is null && turn.Answers.Count == 0 && !Consents.Of(turn).WasAsked;

    /// <summary>Only the welcome is open, or nothing: then 「駅から」 is where somebody comes from, and no answer.</summary>
    private bool IsFree(Turn turn) => OnTop(turn) is null || OnTop(turn) == _enter;

    private void ComeFrom(Turn turn, Source source)
    {
        var stranger = IsStranger(turn);
        _enter.CameFrom(turn, source, stranger);
        if (!stranger) Continue(turn);
    }

    /// <summary>Null when the words are none that the open site puts ready.</summary>
    private Act.Go? Chosen(Turn turn) =>
        turn.Incoming is Incoming.Words words ? Flows.Select(flow => flow.NamedBy(turn, words.Text)).FirstOrDefault(named => named is not null) : null;

    /// <summary>At once; whoever is new, or still in the welcome, is welcomed first.</summary>
    private void ShowChosen(Turn turn, Act.Go chosen)
    {
        var stranger = IsStranger(turn);
        if (!stranger && OnTop(turn) != _enter)
        {
            Named(chosen.Flow)!.Go(turn, chosen);
            return;
        }
        _enter.CameFor(turn, chosen, stranger);
        if (!stranger) Continue(turn);
    }
}
