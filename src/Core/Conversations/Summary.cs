using System.Collections.Immutable;
using Concierge.Core.Wording;

namespace Concierge.Core.Conversations;

/// <summary>The answers so far, each with a way to change it.</summary>
public static class Summary
{
    public static Bubble.Rows Of(Turn turn, Walk walk)
    {
        var piles = Piles(walk).ToArray();
        var shown = piles.Where(p => !walk.Hidden(p[0]) && p.Any(q => walk.AnswerTo(q.Key) is not null)).Select(p => Row(turn, walk, p));
        var hidden = piles.Where(p => walk.Hidden(p[0])).ToArray();
        var rows = hidden.Length == 0 ? shown : shown.Append(HiddenRow(walk, hidden));
        return new Bubble.Rows(Words.Say("review_title"), [.. rows], [Done(turn, walk)]);
    }

    /// <summary>これでよい, or つづきを答える while something is open.</summary>
    public static Button Done(Turn turn, Walk walk) =>
        turn.Button(Words.Say(walk.Next is null ? "review_done" : "review_go_on"), new Act.Decide());

    /// <summary>The summary as a question, so that words are read against it: これでよい, or the title of what to change.</summary>
    public static Question AsQuestion(Walk walk, string key)
    {
        var done = walk.Next is null ? "review_done" : "review_go_on";
        var options = Piles(walk).Where(p => !walk.Hidden(p[0]))
            .Select(p => new Option(p[0].Key, p[0].Title, p[0].Title, []))
            .Prepend(new Option(key, Words.Say(done), Words.Say(done), [.. Words.Say("review_done_also").Split('、')]));
        return new Question(key, 0, "", QuestionKind.One, "", "", "", null, false, false, 0, [.. options]);
    }

    /// <summary>One entry per question; the cards of a pile are one entry. Consents have a place of their own, under わたし.</summary>
    private static IEnumerable<Question[]> Piles(Walk walk) => walk.Order.Where(q => q.Consent is null).GroupBy(Walk.PileOf).Select(pile => pile.ToArray());

    private static Row Row(Turn turn, Walk walk, Question[] pile) => new(
        pile[0].Title,
        Value(walk, pile),
        turn.Button(Words.Say("change"), new Act.Change(pile[0].Key)));

    private static string Value(Walk walk, Question[] pile)
    {
        if (pile.Length == 1) return Spelling.Of(pile[0], walk.AnswerTo(pile[0].Key));
        var byAnswer = pile
            .Where(q => walk.AnswerTo(q.Key) is AnswerValue.Chosen)
            .GroupBy(q => Spelling.Of(q, walk.AnswerTo(q.Key)))
            .Select(same => $"{same.Key}：{string.Join("、", same.Select(q => q.Card))}");
        var value = string.Join("\n", byAnswer);
        return value.Length > 0 ? value : Words.Say("not_answered");
    }

    private static Row HiddenRow(Walk walk, Question[][] hidden)
    {
        var open = hidden.Any(p => p.Any(q => walk.AnswerTo(q.Key) is null));
        return new Row(Words.Say("review_private"), Words.Say(open ? "review_private_open" : "review_private_done"), null);
    }
}
