using System.Globalization;

namespace Concierge.Core.Seminars;

/// <summary>Days and hours on the clocks of Tokyo, as people here read them. Japan has no summer time.</summary>
public static class SeminarTime
{
    public static DateTimeOffset Tokyo(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(9));

    /// <summary>The midnight that this day began with.</summary>
    public static DateTimeOffset Day(DateTimeOffset at) => Tokyo(at) is var here ? here - here.TimeOfDay : default;

    public static bool IsOnTheDay(Seminar seminar, DateTimeOffset now) => Day(seminar.StartsAt) == Day(now);

    /// <summary>12月3日（木）10時〜13時.</summary>
    public static string Spell(Seminar seminar) => $"{Spell(seminar.StartsAt)}〜{Clock(seminar.EndsAt)}";

    /// <summary>12月3日（木）10時.</summary>
    public static string Spell(DateTimeOffset at) => Tokyo(at).ToString("M月d日", CultureInfo.InvariantCulture) + $"（{Calendar.Tokyo.Weekday(at)}）" + Clock(at);

    /// <summary>How many weeks, from Monday to Sunday, lie between: 0 this week, 1 the next.</summary>
    public static int WeeksBetween(DateTimeOffset now, DateTimeOffset at) => (int)((Monday(at) - Monday(now)).TotalDays / 7);

    /// <summary>The midnight that the week began with.</summary>
    public static DateTimeOffset Monday(DateTimeOffset at) => Day(at).AddDays(-(((int)Tokyo(at).DayOfWeek + 6) % 7));

    private static string Clock(DateTimeOffset at) =>
        Tokyo(at).ToString(Tokyo(at).Minute == 0 ? "H時" : "H時m分", CultureInfo.InvariantCulture);
}
