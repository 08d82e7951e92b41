using System.Collections.Immutable;

namespace Concierge.Core.Search;

/// <summary>What is searched for. Every word must be found; spaces part them.</summary>
/// <param name="All">Folded like <see cref="SearchText.Folded"/>.</param>
public sealed record SearchWords(ImmutableArray<string> All)
{
    /// <summary>Longer ones are no words any more.</summary>
    public const int Longest = 100;

    /// <summary>Null when nothing is left that could be searched for.</summary>
    public static SearchWords? Of(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => SearchText.Of(word).Folded).Where(word => word.Length > 0).Distinct();
        return words.ToImmutableArray() is { Length: > 0 } all ? new SearchWords(all) : null;
    }

    /// <summary>What a text must have all of, so that it may hold the words.</summary>
    public IReadOnlyList<string> Grams => [.. All.SelectMany(Search.Grams.Needed).Distinct()];

    public bool AreIn(SearchText text) => All.All(word => text.Folded.Contains(word, StringComparison.Ordinal));

    // Records print themselves, and what somebody looks for may be a name or an illness.
    public override string ToString() => nameof(SearchWords);
}
