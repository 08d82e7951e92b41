using System.Collections.Immutable;

namespace Concierge.Core.Frailty;

/// <summary>What came of a sheet. Item numbers are those printed on the form, ascending.</summary>
/// <param name="Bounds">The total with all missing answers blue, and with all of them red.</param>
/// <param name="Class">A class of the form; <see cref="Undetermined"/> when the two ends of the range differ; null under 65.</param>
/// <param name="Missing">Items that are not known.</param>
/// <param name="Red">Items whose answer scored.</param>
/// <param name="Blue">Items whose answer did not.</param>
/// <param name="Flags">Criterion to yes, no or undetermined.</param>
/// <param name="Alerts">What acts regardless of the total, with the items that say so.</param>
/// <param name="Signal">Of a form with stickers of its own: the sticker; else null.</param>
public sealed record Scored(
    Bounds Bounds,
    string? Class,
    ImmutableArray<(string Name, Bounds Bounds)> Domains,
    ImmutableArray<int> Missing,
    ImmutableArray<int> Red,
    ImmutableArray<int> Blue,
    ImmutableArray<(string Name, Verdict Verdict)> Flags,
    ImmutableArray<(AlertKind Kind, ImmutableArray<int> Items)> Alerts,
    Colour? Signal)
{
    public const string Undetermined = "undetermined";

    /// <summary>The total; null while what is missing could change it.</summary>
    public int? Total => Bounds.Min == Bounds.Max ? Bounds.Min : null;
}

/// <summary>From the least to the most that a count can be.</summary>
public readonly record struct Bounds(int Min, int Max);

public enum Verdict { Yes, No, Undetermined }

/// <summary>The stickers of a フレイルチェック: blue is no sign, red is a sign.</summary>
public enum Colour { Blue, Red }
