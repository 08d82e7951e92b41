namespace Concierge.Core.Conversations;

/// <summary>Buttons, and one that is pressed twice.</summary>
public sealed partial class Engine
{
    /// <summary>A finger that trembles presses twice within this time.</summary>
    private static readonly TimeSpan Trembling = TimeSpan.FromSeconds(3);

    private void Press(Turn turn, Tap tap)
    {
        switch (tap.Act)
        {
            case Act.Run run when IsForEverywhere(run.Command): Run(turn, run.Command); break;
            case Act.Open open: Open(turn, open.Item); break;
            case Act.Go go when Named(go.Flow) is { } flow: flow.Go(turn, go); break;
            default: PressStep(turn, tap); break;
        }
    }

    /// <summary>A button that belongs to one step: obeyed at that step, answered kindly at any other.</summary>
    private void PressStep(Turn turn, Tap tap)
    {
        if (IsSecondPress(turn, tap)) return;
        if (OnTop(turn) is not { } flow || tap.Session != turn.Session!.Id || tap.Step != turn.Session.Step)
        {
            turn.Say("old_button");
            Continue(turn);
            return;
        }
        if (IsAway(turn)) turn.Say("resume", ("where", flow.Where(turn)));
        turn.Session = turn.Session with { Paused = false };
        if (tap.Act is Act.Run run) flow.Take(turn, run.Command);
        else flow.Take(turn, tap.Act);
    }

    /// <summary>
    /// The same press once more, of what the last turn has just answered: no new wish, so nothing is said twice. One turn lies between
    /// the making of the button and now; any other old button is answered kindly, also that of an answer that was given in words.
    /// </summary>
    private static bool IsSecondPress(Turn turn, Tap tap) =>
        turn.Session is { } session && tap.Session == session.Id && tap.Revision == turn.Before.Revision - 1
        && turn.Facts.Now - session.TouchedAt < Trembling && tap.Act switch
        {
            Act.Put put => tap.Step == session.Step && session.Picked.Contains(put.Option) == put.On,
            Act.Choose choose => Answered(turn, tap) is AnswerValue.Chosen { Options: [var only] } && only == choose.Option,
            Act.Decide => Answered(turn, tap) is not null,
            _ => false,
        };

    /// <summary>The answer of the last turn, if it is to the question of this button and that question is over.</summary>
    private static AnswerValue? Answered(Turn turn, Tap tap) =>
        tap.Step != turn.Session!.Step && turn.Answers is [.., { MessageId: null } newest] && newest.Question == tap.Step
            && newest.At == turn.Session.TouchedAt
            ? newest.Value
            : null;
}
