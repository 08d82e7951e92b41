namespace Concierge.Core.Broadcasts;

/// <summary>LINE takes 500 people in one request, and refuses all of them for one.</summary>
public static class Chunks
{
    public const int Most = 500;

    /// <summary>In two, so that somebody whom LINE does not know stands alone after nine times at most.</summary>
    /// <exception cref="ArgumentException">One cannot be divided.</exception>
    public static (IReadOnlyList<T> First, IReadOnlyList<T> Second) Halve<T>(IReadOnlyList<T> all) => all.Count < 2
        ? throw new ArgumentException("One cannot be divided.", nameof(all))
        : ([.. all.Take((all.Count + 1) / 2)], [.. all.Skip((all.Count + 1) / 2)]);
}
