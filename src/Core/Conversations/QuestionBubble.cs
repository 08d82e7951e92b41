using System.Collections.Immutable;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>A question as it is shown: one at a time, with large buttons.</summary>
public static class QuestionBubble
{
    /// <param name="asksForward">True while walking the form; then people see how much is left.</param>
    public static Bubble.Ask Of(Turn turn, Walk walk, Question question, bool asksForward) => new(
        question.Text,
        Heading(walk, question),
        asksForward ? Left(walk.Left) : null,
        Note(question),
        Choices(turn, question),
        question.Kind == QuestionKind.Several,
        question.Kind == QuestionKind.Text,
        Picked(turn, question),
        question.Picture);

    private static string Heading(Walk walk, Question question)
    {
        var group = walk.Group(question).ToArray();
        var part = walk.PartTitle(question);
        return group.Length == 1
            ? part
            : Words.Say("card_of_pile", ("part", part), ("card", Array.IndexOf(group, question) + 1), ("cards", group.Length));
    }

    private static string Left(int steps) => steps <= 1 ? Words.Say("last_question") : Words.Say("left", ("n", steps));

    private static string? Note(Question question) => question.Kind switch
    {
        QuestionKind.Several when question.Max > 0 => Words.Say("choose_up_to", ("max", question.Max)),
        QuestionKind.Several => Words.Say("choose_any"),
        QuestionKind.Text when question.Example is { } example => Words.Say("example", ("example", example)),
        _ => null,
    };

    // On a phone the list is longer than the screen: without this, a tap further up would seem to have done nothing.
    private static string? Picked(Turn turn, Question question) =>
        question.Kind == QuestionKind.Several && turn.Session!.Picked is { IsEmpty: false } picked
            ? Words.Say("picked", ("options", string.Join("、", question.Options.Where(o => picked.Contains(o.Key)).Select(o => o.Label))))
            : null;

    private static ImmutableArray<Button> Choices(Turn turn, Question question)
    {
        if (question.Kind == QuestionKind.Text) return [];
        if (question.Kind == QuestionKind.One)
            return [.. question.Options.Select(o => turn.Button(o.Label, new Act.Choose(o.Key)))];
        var picked = turn.Session!.Picked;
        return
        [
            .. question.Options.Select(o => turn.Button(o.Label, new Act.Put(o.Key, !picked.Contains(o.Key)), picked.Contains(o.Key))),
            turn.Button(Words.Say("decide"), new Act.Decide()),
        ];
    }
}
