using System.Collections.Immutable;
using System.Numerics;

namespace Concierge.Core.Board;

/// <summary>What a task asks of the body. In this order in the data.</summary>
public enum LoadAxis { Stand, Walk, Stairs, Lift, Bend, Heat, Pace, Night }

/// <summary>軽, 中, 重.</summary>
public enum LoadGrade { Light, Medium, Heavy }

/// <summary>
/// Eight axes from 0 (none) to 3 (hard); lifting 1 is up to 5 kg, 2 up to 10 kg, 3 more. Four bits an axis, so that all eight are
/// compared at once. Source: the plan's proposal for grading, after エイジフレンドリーガイドライン (2020-03-16).
/// </summary>
public readonly record struct Load(uint Packed)
{
    private const uint TopBits = 0x8888_8888, Ones = 0x1111_1111;

    public const int Hardest = 3;

    /// <summary>Everything on this axis and all others can be borne.</summary>
    public static readonly Load Anything = new(0x3333_3333);

    public int this[LoadAxis axis] => (int)(Packed >> ((int)axis * 4)) & 0xF;

    /// <param name="axes">Eight values.</param>
    public static Load Of(IReadOnlyList<int> axes)
    {
        var packed = 0u;
        for (var at = 0; at < axes.Count; at++) packed |= (uint)axes[at] << (at * 4);
        return new Load(packed);
    }

    public Load With(LoadAxis axis, int value)
    {
        var shift = (int)axis * 4;
        return new Load((Packed & ~(0xFu << shift)) | ((uint)value << shift));
    }

    /// <summary>What of it lies on these axes; they hold <see cref="Hardest"/>, the others 0.</summary>
    public Load On(Load axes) => new(Packed & axes.Packed);

    /// <summary>True when no axis is above what can be borne.</summary>
    public bool IsWithin(Load caps) => (((caps.Packed | TopBits) - Packed) & TopBits) == TopBits;

    /// <summary>軽: no axis over 1; 中: any 2; 重: any 3, or three of 2.</summary>
    public LoadGrade Grade
    {
        get
        {
            var twosAndThrees = (Packed >> 1) & Ones;
            if ((twosAndThrees & Packed) != 0 || BitOperations.PopCount(twosAndThrees) >= 3) return LoadGrade.Heavy;
            return twosAndThrees != 0 ? LoadGrade.Medium : LoadGrade.Light;
        }
    }

    /// <summary>The axes from this value on, the hardest first.</summary>
    public ImmutableArray<LoadAxis> From(int value)
    {
        var load = this;
        return [.. Enum.GetValues<LoadAxis>().Where(axis => load[axis] >= value).OrderByDescending(axis => load[axis])];
    }
}
