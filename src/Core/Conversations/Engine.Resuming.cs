using Concierge.Core.Understanding;

namespace Concierge.Core.Conversations;

/// <summary>Back to what was open, and an answer to it.</summary>
public sealed partial class Engine
{
    /// <summary>After this long a person is told where we were before anything else.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromHours(3);

    /// <summary>Words that are no command: an answer to what is open, if anything is.</summary>
    private void Reply(Turn turn, Understood meaning)
    {
        if (meaning is Understood.Unclear && IsAway(turn)) DropWhatOnlyShows(turn);
        if (OnTop(turn) is not { } flow)
        {
            if (!IsStranger(turn)) turn.Say("hello");
            Continue(turn);
        }
        else if (turn.Session!.Paused) { turn.Say("paused"); Menu.Show(turn); }
        else if (meaning is Understood.Unclear && IsAway(turn)) SayWhereWeWere(turn, "resume");
        else
        {
            if (IsAway(turn)) turn.Say("resume", ("where", flow.Where(turn)));
            flow.Take(turn, meaning);
        }
    }

    /// <summary>What was interrupted goes on, with one line saying where we were.</summary>
    private void ResumeWhatWaits(Turn turn)
    {
        DropWhatOnlyShows(turn);
        if (OnTop(turn) is not { } flow || turn.Session!.Paused) return;
        // A question below a result would push it out of sight.
        if (turn.HasToBeRead)
        {
            if (!turn.IsFull) turn.Say("resume_later", ("where", flow.Where(turn)));
            turn.OfferQuick(Commands.ToGoOn(turn));
        }
        else
        {
            turn.Say("resume_after", ("where", flow.Where(turn)));
            AskAgain(turn, flow);
        }
    }

    private void DropWhatOnlyShows(Turn turn)
    {
        if (OnTop(turn) is { } flow && flow.OnlyShows(turn)) turn.Drop(name => name == flow.Name);
    }

    private void SayWhereWeWere(Turn turn, string key)
    {
        if (OnTop(turn) is { } flow && !turn.Session!.Paused) turn.Say(key, ("where", flow.Where(turn)));
        Continue(turn);
    }

    /// <summary>Back to what was open; with nothing open, the menu, and for a stranger the welcome.</summary>
    private void Continue(Turn turn)
    {
        if (OnTop(turn) is { } flow && !turn.Session!.Paused) AskAgain(turn, flow);
        else if (IsStranger(turn)) _enter.Welcome(turn);
        else Menu.Show(turn);
    }

    /// <summary>Where the person is now: what was asked on the page has only its door on LINE.</summary>
    private static void AskAgain(Turn turn, IFlow flow)
    {
        if (!flow.MovedAcross(turn)) flow.Again(turn);
    }

    private bool IsAway(Turn turn) => turn.Session is { } session && turn.Facts.Now - session.TouchedAt > Away && OnTop(turn)?.WasInterrupted(turn) != false;
}
