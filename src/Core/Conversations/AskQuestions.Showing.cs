using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>What the person sees at each stage.</summary>
public abstract partial class AskQuestions
{
    private void AskNext(Turn turn) => Ask(turn, Of(turn).Next);

    private void AskPrevious(Turn turn)
    {
        var walk = Of(turn);
        var from = Open(turn) ?? walk.Next;
        Ask(turn, (from is null ? null : Previous(walk, from)) ?? walk.Next);
    }

    private void AskNextInGroup(Turn turn) => Ask(turn, Of(turn).AfterInGroup(Open(turn)!));

    private void Ask(Turn turn, Question? question)
    {
        if (question is null) return;
        var walk = Of(turn);
        var picked = turn.Session!.Step == question.Key ? turn.Session.Picked : Picking.From(walk.AnswerTo(question.Key));
        if (question.Kind != QuestionKind.Several) picked = [];
        turn.Session = turn.Session with { Step = question.Key, Picked = picked };
        turn.Show(Shown(turn, walk, question));
        turn.OfferQuick(Commands.Under(turn, question));
    }

    private void ShowDoor(Turn turn)
    {
        turn.Session = turn.Session! with { Step = Door, Picked = [] };
        turn.Show(new Bubble.Door(Words.Say(DoorWords(HasBegun(turn))), Words.Say("door_button"), Page.Conversation));
        turn.OfferQuick(Commands.Every(turn));
    }

    private void ShowAnswers(Turn turn)
    {
        turn.Session = turn.Session! with { Step = Review, Picked = [] };
        // Without a way there, an answer that was given on the page could not be changed from LINE.
        if (Of(turn) is { Next: null } walk && walk.Order.Any(walk.Hidden))
            turn.Show(new Bubble.Door(Words.Say("review_door"), Words.Say("door_button"), Page.Conversation));
        turn.Show(Summary.Of(turn, Of(turn)));
        // The list is long: what one most likely wants next stands below it, too, wherever one reads.
        turn.OfferQuick([Summary.Done(turn, Of(turn)), .. Commands.Always(turn)]);
    }

    private void Finish(Turn turn)
    {
        var walk = Of(turn);
        turn.Close();
        turn.Do(new Effect.Notice($"{Name}-finished"));
        ShowResult(turn, walk);
    }
}
