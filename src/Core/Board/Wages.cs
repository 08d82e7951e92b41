using System.Collections.Immutable;

namespace Concierge.Core.Board;

/// <summary>A minimum wage and the day it came into force.</summary>
public sealed record MinimumWage(DateOnly From, int Yen);

/// <summary>最低賃金 of the prefecture by date. A revision is a new line; none is ever changed.</summary>
/// <param name="all">In any order.</param>
public sealed class Wages(IEnumerable<MinimumWage> all)
{
    private sealed record File(string About, ImmutableArray<MinimumWage> Minimum);

    private readonly ImmutableArray<MinimumWage> _byDate = [.. all.OrderBy(wage => wage.From)];

    /// <summary>From <c>data/wages.json</c>, which the office edits.</summary>
    public static Wages Embedded { get; } = new(BoardData.Embedded<File>("wages.json").Minimum);

    /// <summary>Yen an hour on this day; null before the first line.</summary>
    public int? On(DateOnly day) => _byDate.LastOrDefault(wage => wage.From <= day)?.Yen;

    /// <summary>The highest that is in force on any day from the first to the last, and the first day of it; null when none is known.</summary>
    public MinimumWage? Highest(DateOnly first, DateOnly last)
    {
        var begins = On(first) is { } yen ? [new MinimumWage(first, yen)] : Array.Empty<MinimumWage>();
        return begins.Concat(_byDate.Where(wage => wage.From > first && wage.From <= last)).MaxBy(wage => wage.Yen);
    }
}
