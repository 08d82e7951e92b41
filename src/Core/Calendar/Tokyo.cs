namespace Concierge.Core.Calendar;

/// <summary>Instants on the clocks of the city. Japan has had no daylight saving since 1951, so the offset is always nine hours.</summary>
public static class Tokyo
{
    private const string Weekdays = "日月火水木金土";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>The same instant with Tokyo's offset.</summary>
    public static DateTimeOffset Of(DateTimeOffset instant) => instant.ToOffset(Offset);

    public static DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Of(instant).DateTime);

    /// <summary>木.</summary>
    public static char Weekday(DateTimeOffset instant) => Weekdays[(int)Of(instant).DayOfWeek];

    public static TimeOnly Clock(DateTimeOffset instant) => TimeOnly.FromDateTime(Of(instant).DateTime);

    public static DateTimeOffset At(DateOnly day, TimeOnly clock) => new(day.ToDateTime(clock), Offset);
}
