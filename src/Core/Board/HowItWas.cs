using Concierge.Core.Calendar;

namespace Concierge.Core.Board;

/// <summary>When somebody who has applied is asked how it was: the morning after the first time that it can have been, and never by night.</summary>
public static class HowItWas
{
    /// <summary>Before something that comes every week begins, staff introduce people: that takes some days.</summary>
    private const int ToBeIntroduced = 7;

    private static readonly TimeOnly Morning = new(10, 0), Evening = new(19, 0);

    public static DateTimeOffset When(Post post, DateTimeOffset now)
    {
        var soonest = Tokyo.Day(now).AddDays(post.Rhythm == Rhythm.Once ? 1 : ToBeIntroduced);
        var first = soonest > post.From ? soonest : post.From;
        var day = Enumerable.Range(0, 7).Select(first.AddDays).FirstOrDefault(day => post.Days.Contains(Of(day)), first);
        return Tokyo.At((day < post.Until ? day : post.Until).AddDays(1), Morning) is var due && due > now ? due : Again(now);
    }

    /// <summary>Somebody is in the middle of something, or it is late: an hour later, or in the morning.</summary>
    public static DateTimeOffset Later(DateTimeOffset now) => IsDaytime(now.AddHours(1)) ? now.AddHours(1) : NextMorning(now);

    /// <summary>It was not done yet: a week later.</summary>
    public static DateTimeOffset Again(DateTimeOffset now) => Tokyo.At(Tokyo.Day(now).AddDays(7), Morning);

    public static bool IsDaytime(DateTimeOffset now) => Tokyo.Clock(now) >= Morning && Tokyo.Clock(now) < Evening;

    private static DateTimeOffset NextMorning(DateTimeOffset now) =>
        Tokyo.At(Tokyo.Clock(now) < Morning ? Tokyo.Day(now) : Tokyo.Day(now).AddDays(1), Morning);

    private static Day Of(DateOnly day) => (Day)(((int)day.DayOfWeek + 6) % 7);
}
