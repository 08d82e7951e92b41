using System.Globalization;

namespace Concierge.Core.Members;

/// <summary>Days as people here read them: 2026年11月24日, by the clocks of Tokyo.</summary>
public static class JapaneseDate
{
    private const string Weekdays = "日月火水木金土";

    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static string Of(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>2026年12月3日（木）.</summary>
    public static string WithWeekday(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) + $"（{Weekdays[(int)day.DayOfWeek]}）";

    /// <summary>2026年12月3日（木）10時, or 10時30分.</summary>
    public static string WithWeekday(DateTimeOffset at)
    {
        var here = at.ToOffset(Tokyo);
        return WithWeekday(DateOnly.FromDateTime(here.DateTime)) + here.ToString(here.Minute == 0 ? "H時" : "H時m分", CultureInfo.InvariantCulture);
    }

    public static string WithTime(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("yyyy年M月d日 H時m分", CultureInfo.InvariantCulture);
}
