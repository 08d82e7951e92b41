using System.Collections.Immutable;
using Concierge.Core.Members;

namespace Concierge.Core.Conversations;

/// <summary>What an answer does: explain, end, be saved, be changed, be skipped.</summary>
public abstract partial class AskQuestions
{
    private void Choose(Turn turn, Question question, ImmutableArray<string> keys)
    {
        var options = question.Options.Where(o => keys.Contains(o.Key)).ToArray();
        if (options.FirstOrDefault(o => o.Tells is not null) is { Tells: { } explanation })
        {
            turn.Show(new Bubble.Say(explanation));
            Ask(turn, question);
        }
        else if (options.Any(o => o.Stops))
        {
            turn.Close();
            Declined(turn, question);
        }
        else if (options.Length > 0)
        {
            Answer(turn, question, new AnswerValue.Chosen([.. options.Select(o => o.Key)]));
        }
        else
        {
            turn.Say("old_button");
            Ask(turn, question);
        }
    }

    private void Write(Turn turn, Question question, string text)
    {
        if (Wrong(question, text) is not { } sentence)
        {
            Answer(turn, question, new AnswerValue.Written(text));
            return;
        }
        turn.Show(new Bubble.Say(sentence));
        Ask(turn, question);
    }

    private void Answer(Turn turn, Question question, AnswerValue value)
    {
        var walk = Of(turn);
        if (turn.Incoming is Incoming.Words && value is AnswerValue.Chosen)
            turn.Say("heard", ("answer", Spelling.Of(question, value)));
        if (State(turn) == Stage.Changing && walk.AnswerTo(question.Key) is { } old)
            turn.Say("changed", ("title", question.Title), ("old", Spelling.Of(question, old)), ("new", Spelling.Of(question, value)));
        var before = walk.AnswerTo(question.Key);
        turn.Save(walk.Questionnaire.FormOf(question.Key).Name, question.Key, value);
        Consents.Hear(turn, walk.Questionnaire, question, value);
        Answered(turn, question, value, before);
        turn.Session = turn.Session! with { Unclear = 0, Picked = [] };
        Heard(turn, question, value);
        Fire(turn, On.Answered);
    }

    private void ChangeAnswer(Turn turn, string key)
    {
        if (State(turn) != Stage.Reviewing) turn.Session = turn.Session! with { State = nameof(Stage.Reviewing) };
        var walk = Of(turn);
        if (walk.Questionnaire.Questions.FirstOrDefault(q => q.Key == key) is not { } question || walk.Hidden(question))
        {
            turn.Say("old_button");
            ShowAnswers(turn);
            return;
        }
        turn.Session = turn.Session! with { Step = key, Picked = Picking.From(walk.AnswerTo(key)) };
        Fire(turn, On.Change);
    }

    private void TakeReview(Turn turn, string option)
    {
        if (option == Review) Take(turn, new Act.Decide());
        else ChangeAnswer(turn, option);
    }

    private void GoBack(Turn turn)
    {
        var from = Open(turn) ?? Of(turn).Next;
        if (State(turn) is Stage.Asking or Stage.AtTheDoor && from is not null && Previous(Of(turn), from) is null)
            BackFromTheFirst(turn);
        // All is answered, and one was looked at again on the page.
        else if (State(turn) == Stage.AtTheDoor && from is null) Fire(turn, On.Review);
        else if (State(turn) == Stage.Reviewing && !CanAskHere(turn))
        {
            turn.Say("back_at_review");
            ShowAnswers(turn);
        }
        else
        {
            Fire(turn, On.Back);
        }
    }

    private void Skip(Turn turn)
    {
        if (State(turn) == Stage.AtTheDoor) SkipTheDoor(turn);
        else if (Open(turn) is not { } question) Again(turn);
        else if (question.Required) { turn.Say("cannot_skip"); Ask(turn, question); }
        else Answer(turn, question, new AnswerValue.Skipped());
    }

    private void SkipTheDoor(Turn turn)
    {
        var walk = Of(turn);
        if (walk.Next is { Required: true })
        {
            turn.Say("cannot_skip");
            ShowDoor(turn);
            return;
        }
        foreach (var question in walk.Order.Where(q => walk.AnswerTo(q.Key) is null).ToArray())
            turn.Save(walk.Questionnaire.FormOf(question.Key).Name, question.Key, new AnswerValue.Skipped());
        Fire(turn, On.Answered);
    }
}
