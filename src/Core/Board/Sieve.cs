namespace Concierge.Core.Board;

/// <summary>The hard filters of <see cref="Fits"/> for one person, as a few comparisons of bits a post. A test holds the two against each other.</summary>
internal readonly struct Sieve
{
    private readonly Direction _at;
    private readonly Load _caps;
    private readonly bool _knowsWhere, _isOutside;
    private readonly double _reach, _neighbourhood;
    private readonly ulong _times, _areas, _ownAreas;
    private readonly uint _kinds, _forms;
    private readonly byte _lacking;

    public Sieve(Seeker seeker)
    {
        _knowsWhere = seeker.At is not null;
        _at = Direction.Of(seeker.At ?? default);
        _isOutside = seeker.Group == Areas.Outside;
        _caps = seeker.Caps;
        _reach = seeker.Reach ?? double.MaxValue;
        _times = seeker.Times?.Bits ?? ulong.MaxValue;
        _kinds = seeker.Kinds;
        _areas = seeker.InAreas & (Fits.StaysInGroup(seeker) ? Areas.Of(seeker.Group!) : ulong.MaxValue);
        _forms = seeker.Forms is { } forms ? forms.Aggregate(0u, (bits, form) => bits | (1u << (int)form)) : uint.MaxValue;
        _lacking = seeker.Skills is { } skills ? (byte)~skills.Aggregate(0, (bits, skill) => bits | (skill is "car" or "licence" ? PostIndex.Row.LicenceBit(skill) : 0)) : (byte)0;
        _ownAreas = OwnAreas(seeker);
        // Without an area the place that was sent decides who is a neighbour.
        _neighbourhood = seeker is { Area: null, Group: null } ? Fits.Neighbourhood : double.MaxValue;
    }

    /// <param name="metres">How far it is; NaN when nobody knows from where.</param>
    public bool Lets(in PostIndex.Row post, out double metres)
    {
        metres = double.NaN;
        if ((post.Slots.Bits & _times) == 0 || ((1u << post.Kind) & _kinds) == 0 || ((1u << (int)post.Form) & _forms) == 0) return false;
        if (!post.Load.IsWithin(_caps) || (post.Licence & _lacking) != 0 || ((1UL << post.Area) & _areas) == 0) return false;
        if (post.Scope == Scope.City && _isOutside) return false;
        if (post.Scope == Scope.Area && ((1UL << post.Area) & _ownAreas) == 0) return false;
        if (!_knowsWhere) return true;
        metres = _at.MetresTo(post.At);
        return metres <= _reach && (post.Scope != Scope.Area || metres <= _neighbourhood);
    }

    private static ulong OwnAreas(Seeker seeker)
    {
        if (seeker.Area is { } area) return Areas.Find(area) is { } own ? Areas.Bits([own]) : 0;
        return seeker.Group is { } group ? Areas.Of(group) : ulong.MaxValue;
    }
}
