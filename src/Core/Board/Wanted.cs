using System.Globalization;

namespace Concierge.Core.Board;

/// <summary>What somebody asks for in words of one's own, for one search. Sets as bits; empty is anything.</summary>
/// <param name="Near">「近所で」.</param>
/// <param name="Light">「軽い」「楽な」.</param>
/// <param name="Seated">「座ってできる」.</param>
public readonly record struct Wanted(uint Kinds, ulong Areas, Slots Times, uint Forms, bool Near, bool Light, bool Seated = false)
{
    public bool IsEmpty => this == default;

    /// <summary>The person, as far as this search goes. An area that was named is looked into however far it is.</summary>
    public Seeker By(Seeker seeker)
    {
        var (kinds, forms) = (Kinds, Forms);
        var wished = seeker with
        {
            Kinds = kinds == 0 ? seeker.Kinds : seeker.Kinds & kinds,
            Times = Times.IsEmpty ? seeker.Times : Times,
            Forms = forms == 0 ? seeker.Forms : [.. Enum.GetValues<Engagement>().Where(form => (forms & (1u << (int)form)) != 0)],
            Caps = Seated ? Sitting(Lighter(seeker.Caps)) : Light ? Lighter(seeker.Caps) : seeker.Caps,
            Travel = Near ? "walk" : seeker.Travel,
        };
        return Areas == 0 ? wished : Within(wished);
    }

    /// <summary>For a session: opaque, and nothing of the words themselves.</summary>
    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Kinds:x}.{Areas:x}.{Times.Bits:x}.{Forms:x}.{(Near ? 1 : 0)}.{(Light ? 1 : 0)}.{(Seated ? 1 : 0)}");

    /// <summary>Nothing in particular when it is not one of ours.</summary>
    public static Wanted Parse(string? text)
    {
        if (text?.Split('.') is not [var kinds, var areas, var times, var forms, var near, var light, var seated]) return default;
        return uint.TryParse(kinds, NumberStyles.HexNumber, null, out var k) && ulong.TryParse(areas, NumberStyles.HexNumber, null, out var a)
            && ulong.TryParse(times, NumberStyles.HexNumber, null, out var t) && uint.TryParse(forms, NumberStyles.HexNumber, null, out var f)
            ? new Wanted(k, a, new Slots(t), f, near == "1", light == "1", seated == "1")
            : default;
    }

    private Seeker Within(Seeker seeker)
    {
        var areas = Areas;
        Area[] named = [.. Board.Areas.All.Where(area => (areas & (1UL << Board.Areas.IndexOf(area.Key))) != 0)];
        return seeker with { InAreas = areas, At = named is [var one] ? one.Middle : null, Origin = Origin.Said, Travel = null };
    }

    private static Load Sitting(Load caps) => caps.With(LoadAxis.Stand, 0).With(LoadAxis.Stairs, 0);

    private static Load Lighter(Load caps) => Load.Of([.. Enum.GetValues<LoadAxis>().Select(axis => Math.Min(caps[axis], 1))]);
}
