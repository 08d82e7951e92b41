namespace Concierge.Core.Understanding;

/// <summary>Somebody wants to think, or to ask at home, before they decide: 「息子に聞いてから」「考えてから」.</summary>
public static class Postponing
{
    /// <summary>Longer texts tell a story.</summary>
    private const int Longest = 30;

    private static readonly string[] Later = Spellings.Table(
        "聞いてから", "相談してから", "話してから", "話し合ってから", "考えてから", "確かめてから", "確認してから", "決めてから", "相談してみ", "聞いてみ", "考えてみ", "考えさせて", "考えておき", "検討し");

    /// <summary>They are asked here.</summary>
    private static readonly string[] OfUs = Spellings.Table("職員", "窓口", "担当", "係の人");

    public static bool Is(string text, Utterance said) => said.Bare.Length <= Longest && Has(said, Later) && !Has(said, OfUs) && !Asking.Is(text, said);

    private static bool Has(Utterance said, string[] table) => table.Any(word => said.Folded.Contains(word, StringComparison.Ordinal));
}
