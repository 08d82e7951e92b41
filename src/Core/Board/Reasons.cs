using Concierge.Core.Wording;

namespace Concierge.Core.Board;

/// <summary>Why this card: 「歩いて およそ10分・ご都合に 合う時間」. Only what the person has given speaks for it; never what somebody's body can bear.</summary>
public static class Reasons
{
    private const double OnFoot = 80, ByBicycle = 200;

    /// <summary>Further than this nobody is told to walk, or to ride.</summary>
    private const int LongestWalk = 20, LongestRide = 40;

    /// <param name="showsAnswers">False where the person's answers must not be seen: then distances from home are left out too.</param>
    /// <returns>Null when nothing that was given speaks for it.</returns>
    public static string? Of(Suggestion card, Seeker seeker, bool showsAnswers)
    {
        var near = showsAnswers || seeker.Origin == Origin.Sent ? Nearness(card, seeker) : null;
        string[] reasons = [.. new[] { near, showsAnswers ? Time(card.Post, seeker) : null }.OfType<string>()];
        return reasons.Length > 0 ? string.Join('・', reasons) : null;
    }

    private static string? Time(Post post, Seeker seeker) => seeker.Times is { } times && !times.And(post.Slots).IsEmpty ? Words.Say("find_fits_time") : null;

    /// <summary>What of the person's own answers speaks for it; null when nothing does, or when answers must not be seen.</summary>
    public static string? Personal(Suggestion card, Seeker seeker, bool showsAnswers)
    {
        if (card.IsNew) return Words.Say(card.Metres is null ? "find_new" : "find_new_near");
        if (!showsAnswers) return null;
        var kind = Tasks.FindKind(card.Post.Type.Kind)!;
        var interest = seeker.Interests[Tasks.KindIndexOf(kind.Key)];
        if (interest is { IsNew: false, Mean: > 0.6 }) return Words.Say("find_liked", ("kind", kind.Label));
        return seeker.Motives?.FirstOrDefault(card.Post.Type.Motives.Contains) is { } motive ? Words.Say("find_motive_" + motive) : null;
    }

    private static string? Nearness(Suggestion card, Seeker seeker)
    {
        // From the middle of an area that was only named nobody walks.
        if (seeker.Origin == Origin.Said) return null;
        if (card.Metres is not { } metres) return seeker.Group is { } group && group == Areas.Find(card.Post.Area)!.Group ? Words.Say("find_same_part") : null;
        var (walk, ride) = (Minutes(metres, OnFoot), Minutes(metres, ByBicycle));
        if (walk <= LongestWalk && seeker.Travel is not "bike") return Words.Say("find_walk", ("n", walk));
        if (ride <= LongestRide) return Words.Say("find_ride", ("n", ride));
        return Words.Say("find_far", ("n", Math.Round(metres / 1000)));
    }

    /// <summary>An estimate along a straight line: over ten minutes it is rounded up to five.</summary>
    private static int Minutes(double metres, double metresInAMinute)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(metres / metresInAMinute));
        return minutes <= 10 ? minutes : (minutes + 4) / 5 * 5;
    }
}
