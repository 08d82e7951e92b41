using Concierge.Core.Calendar;

namespace Concierge.Core.Board;

/// <summary>When somebody who has applied is asked how it was: the morning after the first time that it can have been, and never by night.</summary>
public static class HowItWas
{
    /// <summary>Before something that comes every week begins, staff introduce people: that takes some days.</summary>
    private const int ToBeIntroduced = 7;

    public static DateTimeOffset When(Post post, DateTimeOffset now)
    {
        var soonest = Tokyo.Day(now).AddDays(post.Rhythm == Rhythm.Once ? 1 : ToBeIntroduced);
        var first = soonest > post.From ? soonest : post.From;
        var day = Enumerable.Range(0, 7).Select(first.AddDays).FirstOrDefault(day => post.Days.Contains(Of(day)), first);
        return Daytime.MorningOf((day < post.Until ? day : post.Until).AddDays(1)) is var due && due > now ? due : Again(now);
    }

    /// <summary>It was not done yet: a week later.</summary>
    public static DateTimeOffset Again(DateTimeOffset now) => Daytime.MorningOf(Tokyo.Day(now).AddDays(7));

    private static Day Of(DateOnly day) => (Day)(((int)day.DayOfWeek + 6) % 7);
}
