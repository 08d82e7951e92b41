namespace Concierge.Core.Board;

/// <summary>Why a post is not for somebody. The closed set of hard filters; none of them is age.</summary>
public enum Obstacle
{
    TooFar,
    NotForThisArea,
    NoTimeInCommon,
    TooHard,
    NoLicence,
    OtherForm,
    Unwanted,
    OtherWish,
}

/// <summary>
/// The hard filters, one post at a time, to be read and to hold the fast index against. The two that look at the post alone, minimum wage and the
/// child law, stand in <see cref="PostCheck"/>: what they refuse is on no index.
/// </summary>
public static class Fits
{
    /// <summary>Whoever only sent a place is a neighbour of what is this near.</summary>
    public const double Neighbourhood = 1_500;

    /// <summary>Null when nothing stands in the way.</summary>
    public static Obstacle? Obstacle(Post post, Seeker seeker)
    {
        if (seeker.NotToSuggest.Contains(post.Id)) return Board.Obstacle.Unwanted;
        if ((seeker.Kinds & (1u << Tasks.KindIndexOf(post.Type.Kind))) == 0) return Board.Obstacle.Unwanted;
        if ((seeker.InAreas & (1UL << Areas.IndexOf(post.Area))) == 0) return Board.Obstacle.OtherWish;
        if (!IsInScope(post, seeker)) return Board.Obstacle.NotForThisArea;
        if (!IsWithinReach(post, seeker)) return Board.Obstacle.TooFar;
        if (seeker.Times is { } times && times.And(post.Slots).IsEmpty) return Board.Obstacle.NoTimeInCommon;
        if (!post.Load.IsWithin(seeker.Caps)) return Board.Obstacle.TooHard;
        if (post.Type.Licence is { } licence && seeker.Skills is { } skills && !skills.Contains(licence)) return Board.Obstacle.NoLicence;
        return seeker.Forms is { } forms && !forms.Contains(post.Engagement) ? Board.Obstacle.OtherForm : null;
    }

    private static bool IsWithinReach(Post post, Seeker seeker)
    {
        if (seeker.Reach is not { } reach) return true;
        if (seeker.At is { } at) return at.MetresTo(post.Point) <= reach;
        return !StaysInGroup(seeker) || Areas.Find(post.Area)!.Group == seeker.Group;
    }

    /// <summary>With no more than the part of the city known, whoever walks or rides stays in it.</summary>
    public static bool StaysInGroup(Seeker seeker) => seeker is { At: null, Travel: "walk" or "bike", Group: not (null or Areas.Outside) };

    private static bool IsInScope(Post post, Seeker seeker) => post.Scope switch
    {
        Scope.City => seeker.Group != Areas.Outside,
        Scope.Area when seeker.Area is { } area => area == post.Area,
        Scope.Area when seeker.Group is { } group => Areas.Find(post.Area)!.Group == group,
        Scope.Area when seeker.At is { } at => at.MetresTo(post.Point) <= Neighbourhood,
        _ => true,
    };
}
