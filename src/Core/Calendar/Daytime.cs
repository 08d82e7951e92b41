namespace Concierge.Core.Calendar;

/// <summary>When somebody may be spoken to unasked, by the clocks of Tokyo: never early, late or by night.</summary>
public static class Daytime
{
    private static readonly TimeOnly Early = new(8, 0), Morning = new(10, 0), Evening = new(19, 0), Late = new(21, 0);

    public static bool IsNow(DateTimeOffset now) => Tokyo.Clock(now) >= Morning && Tokyo.Clock(now) < Evening;

    /// <summary>Somebody is in the middle of something, or it is late: an hour later, or in the morning.</summary>
    public static DateTimeOffset Later(DateTimeOffset now) => IsNow(now.AddHours(1)) ? now.AddHours(1) : NextMorning(now);

    /// <summary>What must not wait until ten: at once by day, and by night at eight.</summary>
    public static DateTimeOffset Soon(DateTimeOffset now) => Tokyo.Clock(now) switch
    {
        var clock when clock < Early => Tokyo.At(Tokyo.Day(now), Early),
        var clock when clock >= Late => Tokyo.At(Tokyo.Day(now).AddDays(1), Early),
        _ => now,
    };

    public static DateTimeOffset MorningOf(DateOnly day) => Tokyo.At(day, Morning);

    /// <summary>The next time that it is ten.</summary>
    public static DateTimeOffset NextMorning(DateTimeOffset now) => MorningOf(Tokyo.Clock(now) < Morning ? Tokyo.Day(now) : Tokyo.Day(now).AddDays(1));
}
