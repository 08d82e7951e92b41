namespace Concierge.Core.Understanding;

/// <summary>
/// Words that may mean danger, anywhere in what was said. A false alarm costs one sentence and a glance of the staff; a miss
/// may cost a life.
/// </summary>
public static class SafetyWords
{
    /// <summary>The gravest that is spoken of, or null.</summary>
    public static Understood.Safety? In(Utterance said)
    {
        var text = WithoutIdioms(Speech.Plain(said.Bare));
        bool? told = null;
        foreach (var sign in SafetyTable.Signs)
            if (sign.IsIn(text) && !(sign.IsOftenTold && (told ??= IsTold(text)))) return new Understood.Safety(sign.Kind, sign.IsDone);
        return null;
    }

    private static bool IsTold(ReadOnlySpan<char> text) =>
        (text.ContainsAny(SafetyTable.LongAgo) || text.ContainsAny(SafetyTable.Told)) && !text.ContainsAny(SafetyTable.Now);

    private static string WithoutIdioms(string text)
    {
        foreach (var idiom in SafetyTable.Idioms)
            if (text.Contains(idiom, StringComparison.Ordinal)) text = text.Replace(idiom, " ", StringComparison.Ordinal);
        return text;
    }
}
