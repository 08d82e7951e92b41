using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>What buttons, words and commands lead to.</summary>
public abstract partial class AskQuestions
{
    public void Take(Turn turn, Act act)
    {
        switch (act)
        {
            case Act.Decide when State(turn) == Stage.Reviewing: Confirm(turn); break;
            case Act.Change change: ChangeAnswer(turn, change.Question); break;
            case Act.Choose choose when Open(turn) is { } q: Choose(turn, q, [choose.Option]); break;
            case Act.Put put when Open(turn) is { Kind: QuestionKind.Several } q: Put(turn, q, put); break;
            case Act.Decide when Open(turn) is { Kind: QuestionKind.Several } q: Decide(turn, q); break;
            default: turn.Say("old_button"); Again(turn); break;
        }
    }

    public void Take(Turn turn, Understood understood)
    {
        switch (understood, State(turn))
        {
            case (Understood.Options o, Stage.Reviewing): TakeReview(turn, o.Keys[0]); break;
            case var _ when Open(turn) is { Kind: not QuestionKind.Text } q && AsksBack(turn): Explain(turn, q); break;
            case (Understood.Options o, _) when Open(turn) is { Kind: QuestionKind.Several } q: Pick(turn, q, o.Keys); break;
            case (Understood.Options o, _) when Open(turn) is { } q: Choose(turn, q, o.Keys); break;
            case (Understood.Unclear, _) when Open(turn) is { } q && SaysDone(turn): Decide(turn, q); break;
            case (Understood.Free f, _) when Open(turn) is { } q: Write(turn, q, f.Text); break;
            case (_, Stage.AtTheDoor): Fire(turn, On.SpokeOnLine); break;
            default: Repair.Ask(turn, understood, Open(turn), () => Again(turn)); break;
        }
    }

    public void Take(Turn turn, Command command)
    {
        switch (command)
        {
            case Command.Back: GoBack(turn); break;
            case Command.Skip: Skip(turn); break;
            case Command.Why: turn.Say("why", ("why", Open(turn)?.Why ?? Words.Say("why_door"))); Again(turn); break;
            default: Again(turn); break;
        }
    }

    private static bool AsksBack(Turn turn) => turn.Incoming is Incoming.Words words && Asking.IsAboutTheQuestion(Utterance.Of(words.Text));

    private void Explain(Turn turn, Question question)
    {
        if (question.Options.FirstOrDefault(o => o.Tells is not null) is { } more) Choose(turn, question, [more.Key]);
        else Take(turn, Command.Why);
    }
}
