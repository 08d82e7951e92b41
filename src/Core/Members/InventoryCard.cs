using System.Collections.Immutable;
using Concierge.Core.Conversations;
using Concierge.Core.Wording;

namespace Concierge.Core.Members;

/// <summary>
/// わたしの棚卸しカード: four boxes with the headings of ジョブ・カード様式1-1 (厚生労働省告示 2015-09-30 no. 408). Over LINE
/// it holds only what was asked there; the page on the city's server shows all of it.
/// </summary>
public static class InventoryCard
{
    /// <summary>Which answers stand in which box, in order. Keys are piles: all cards of a pile are one line.</summary>
    private static readonly (string Heading, string[] Piles)[] Boxes =
    [
        ("card_values", ["motives", "interest", "peak_age", "peak_story"]),
        ("card_strengths", ["experience", "skills", "portable"]),
        ("card_wishes", ["engagement", "pay", "hours", "times", "travel", "area", "load", "care"]),
        ("card_next", ["next_step", "worry"]),
    ];

    /// <summary>What one would rather avoid counts as much as what one can do: each of its answers is a line of its own.</summary>
    private const string Limits = "load";

    public static Bubble.Card Of(Turn turn, Walk walk) => new(
        Words.Say("card_title"),
        [.. Boxes.Select(box => Box(walk, box.Heading, box.Piles))],
        new Bubble.Door(Words.Say("card_print"), Words.Say("card_print_button"), Page.Card),
        [turn.Button(Words.Say("menu_answers"), new Act.Open(MenuItem.Answers))]);

    /// <summary>The same boxes for staff: what was answered, and when. Only with the person's consent.</summary>
    public static ImmutableArray<DatedBox> Dated(Walk walk, IReadOnlyList<Answer> answers) =>
    [
        .. Boxes.Select(box => new DatedBox(Words.Say(box.Heading), [.. box.Piles.SelectMany(pile => Dated(walk, pile, answers))])),
    ];

    private static IEnumerable<DatedLine> Dated(Walk walk, string pile, IReadOnlyList<Answer> answers) =>
        Lines(walk, pile).Select(text => new DatedLine(text, answers.Last(answer => answer.Question.Split('/')[0] == pile).At));

    private static Box Box(Walk walk, string heading, string[] piles)
    {
        var lines = piles.SelectMany(pile => Lines(walk, pile)).ToImmutableArray();
        return new Box(Words.Say(heading), lines.IsEmpty ? [Words.Say("card_empty")] : lines);
    }

    private static IEnumerable<string> Lines(Walk walk, string pile)
    {
        var questions = walk.Questionnaire.Questions.Where(q => Walk.PileOf(q) == pile && !walk.Hidden(q)).ToArray();
        if (questions.Length == 0) return [];
        if (pile == Limits) return questions[0].Options.Select(option => Line(Words.Say("card_limits", ("title", questions[0].Title), ("answer", option.Label)), Cards(walk, questions, option))).OfType<string>();
        var said = questions.Length > 1 ? Cards(walk, questions, questions[0].Options[0]) : questions.SelectMany(q => Spelled(walk, q));
        return Line(questions[0].Title, said) is { } line ? [line] : [];
    }

    private static string? Line(string title, IEnumerable<string> said) => string.Join("、", said) is { Length: > 0 } text ? $"{title}：{text}" : null;

    private static IEnumerable<string> Spelled(Walk walk, Question question) =>
        walk.AnswerTo(question.Key) is AnswerValue.Chosen or AnswerValue.Written ? [Spelling.Of(question, walk.AnswerTo(question.Key))] : [];

    /// <summary>Of a pile, the cards that got this answer.</summary>
    private static IEnumerable<string> Cards(Walk walk, Question[] pile, Option option) =>
        pile.Where(q => walk.AnswerTo(q.Key) is AnswerValue.Chosen { Options: [var only] } && only == option.Key).Select(q => q.Card ?? q.Title);
}

/// <summary>A box of the card with the day of each answer.</summary>
public sealed record DatedBox(string Title, ImmutableArray<DatedLine> Lines);

/// <param name="At">When the newest of what stands in it was answered.</param>
public sealed record DatedLine(string Text, DateTimeOffset At);
