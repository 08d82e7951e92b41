using System.Collections.Immutable;
using Concierge.Core.Understanding;

namespace Concierge.Core.Conversations;

/// <summary>Choosing several, by taps and by words, before 決定.</summary>
public abstract partial class AskQuestions
{
    private void Put(Turn turn, Question question, Act.Put put)
    {
        if (question.Options.FirstOrDefault(o => o.Key == put.Option) is { } option)
            turn.Session = turn.Session! with { Picked = Picking.With(turn.Session!.Picked, question, option, put.On) };
        if (Picking.TooMany(turn.Session!.Picked, question)) turn.Say("too_many", ("max", question.Max));
        Ask(turn, question);
    }

    private void Decide(Turn turn, Question question)
    {
        var picked = turn.Session!.Picked;
        if (picked.IsEmpty)
        {
            turn.Say("nothing_chosen");
            Ask(turn, question);
        }
        else if (Picking.TooMany(picked, question))
        {
            turn.Say("too_many", ("max", question.Max));
            Ask(turn, question);
        }
        else
        {
            Choose(turn, question, picked);
        }
    }

    /// <summary>One word is like one tap; words that name all there is to say are the answer.</summary>
    private void Pick(Turn turn, Question question, ImmutableArray<string> named)
    {
        var picked = turn.Session!.Picked;
        var together = Picking.Together(picked, question, named);
        var isNothing = Picking.IsAlone(question, named);
        // 「ありません」 after one was chosen just now: no more. Of an earlier answer nothing stays.
        if (isNothing && HasPicked(turn, question)) Decide(turn, question);
        else if (Picking.TooMany(together, question)) { turn.Say("too_many", ("max", question.Max)); Ask(turn, question); }
        else if (isNothing || named.Length > 1 || together.Length == question.Max || NamesAll(turn)) Choose(turn, question, together);
        else
        {
            turn.Session = turn.Session with { Picked = together, Unclear = 0 };
            turn.Say("heard", ("answer", Spelling.Of(question, new AnswerValue.Chosen(named))));
            Ask(turn, question);
        }
    }

    private bool HasPicked(Turn turn, Question question) =>
        turn.Session!.Picked is { IsEmpty: false } picked && !picked.SequenceEqual(Picking.From(Of(turn).AnswerTo(question.Key)));

    private static bool NamesAll(Turn turn) => turn.Incoming is Incoming.Words words && Several.NamesAll(Utterance.Of(words.Text));

    /// <summary>「以上です」「それでいいです」, with something chosen.</summary>
    private static bool SaysDone(Turn turn) =>
        !turn.Session!.Picked.IsEmpty && turn.Incoming is Incoming.Words words && Several.IsDone(Utterance.Of(words.Text));
}
