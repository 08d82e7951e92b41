using Concierge.Core.Understanding;

namespace Concierge.Core.Handoff;

/// <summary>「返事はまだですか」 from somebody who waits for staff.</summary>
public static class Waiting
{
    /// <summary>Longer texts tell a story.</summary>
    private const int Longest = 40;

    private static readonly string[] Reply = Spellings.Table("返事", "返信", "連絡"), When = Spellings.Table("まだ", "いつ", "何時", "くれん", "来ん", "来ない", "来ません", "来ますか", "くれません");

    public static bool IsAsked(Utterance said) => said.Folded.Length <= Longest && Has(said, Reply) && Has(said, When);

    private static bool Has(Utterance said, string[] words) => words.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));
}
