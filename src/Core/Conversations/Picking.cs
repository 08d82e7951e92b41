using System.Collections.Immutable;

namespace Concierge.Core.Conversations;

/// <summary>Choosing several options one by one, before 決定.</summary>
public static class Picking
{
    /// <summary>Puts one option on or off. An option that stands alone (「とくにない」) puts the others off, and they it.</summary>
    public static ImmutableArray<string> With(ImmutableArray<string> picked, Question question, Option option, bool on)
    {
        if (!on) return picked.Remove(option.Key);
        return Together(picked, question, [option.Key]);
    }

    /// <summary>What was on and what is named now, in the order of the question.</summary>
    public static ImmutableArray<string> Together(ImmutableArray<string> picked, Question question, ImmutableArray<string> named)
    {
        var alone = question.Options.Where(o => o.Alone).Select(o => o.Key).ToArray();
        var kept = named.Intersect(alone).Any() ? [] : picked.Except(alone);
        var on = kept.Union(named).ToHashSet();
        return [.. question.Options.Select(o => o.Key).Where(on.Contains)];
    }

    /// <summary>「とくにない」.</summary>
    public static bool IsAlone(Question question, ImmutableArray<string> named) => named is [var key] && question.Options.Any(o => o.Key == key && o.Alone);

    public static bool TooMany(ImmutableArray<string> picked, Question question) => question.Max > 0 && picked.Length > question.Max;

    /// <summary>What is on when an answer is opened again.</summary>
    public static ImmutableArray<string> From(AnswerValue? answer) => answer is AnswerValue.Chosen chosen ? chosen.Options : [];
}
