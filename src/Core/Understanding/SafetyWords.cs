namespace Concierge.Core.Understanding;

/// <summary>
/// Words that may mean danger, anywhere in what was said. A false alarm costs one sentence and a glance of the staff; a miss
/// may cost a life, so only fixed idioms are let through.
/// </summary>
public static class SafetyWords
{
    /// <summary>From the gravest.</summary>
    private static readonly SafetyKind[] Kinds = [SafetyKind.Crisis, SafetyKind.Emergency, SafetyKind.Abuse, SafetyKind.Soft];

    /// <summary>The gravest kind that is spoken of, or null.</summary>
    public static SafetyKind? In(Utterance said)
    {
        var text = WithoutIdioms(said.Bare);
        foreach (var kind in Kinds)
            if (IsSaid(kind, text) || IsSaidInTwo(kind, text)) return kind;
        return null;
    }

    private static bool IsSaid(SafetyKind kind, ReadOnlySpan<char> text) => kind switch
    {
        SafetyKind.Crisis => text.ContainsAny(SafetyTable.Crisis),
        SafetyKind.Emergency => text.ContainsAny(SafetyTable.Emergency) || (text.ContainsAny(SafetyTable.Incident) && (!text.ContainsAny(SafetyTable.LongAgo) || text.ContainsAny(SafetyTable.Now))),
        SafetyKind.Abuse => text.ContainsAny(SafetyTable.Abuse) || text is "dv",
        _ => text.ContainsAny(SafetyTable.Soft),
    };

    private static bool IsSaidInTwo(SafetyKind kind, ReadOnlySpan<char> text)
    {
        foreach (var pair in SafetyTable.Pairs)
            if (pair.Kind == kind && text.ContainsAny(pair.One) && text.ContainsAny(pair.Other) && !text.ContainsAny(pair.Unless)) return true;
        return false;
    }

    private static ReadOnlySpan<char> WithoutIdioms(string bare)
    {
        foreach (var idiom in SafetyTable.Idioms)
            if (bare.Contains(idiom, StringComparison.Ordinal)) bare = bare.Replace(idiom, " ", StringComparison.Ordinal);
        return bare;
    }
}
