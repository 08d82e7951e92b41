using System.Collections.Immutable;
using System.Numerics;
using Concierge.Core.Wording;

namespace Concierge.Core.Board;

public enum Day { Mon, Tue, Wed, Thu, Fri, Sat, Sun }

/// <summary>早朝, 午前, お昼ごろ, 午後, 夕方, 夜.</summary>
public enum DayPart { Early, Morning, Noon, Afternoon, Evening, Night }

/// <summary>Times of a week on a coarse grid of 7 days by 6 parts: a bit each.</summary>
public readonly record struct Slots(ulong Bits)
{
    private const int Parts = 6;

    public static readonly ImmutableArray<Day> Weekdays = [Day.Mon, Day.Tue, Day.Wed, Day.Thu, Day.Fri];

    public static readonly ImmutableArray<Day> Weekend = [Day.Sat, Day.Sun];

    public static readonly Slots Always = Of([.. Weekdays, .. Weekend], Enum.GetValues<DayPart>());

    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount(Bits);

    /// <summary>Each of these parts on each of these days.</summary>
    public static Slots Of(IEnumerable<Day> days, IEnumerable<DayPart> parts)
    {
        var bits = 0UL;
        foreach (var day in days)
            foreach (var part in parts) bits |= 1UL << (((int)day * Parts) + (int)part);
        return new Slots(bits);
    }

    public Slots And(Slots other) => new(Bits & other.Bits);

    /// <summary>「平日の 午前・午後」.</summary>
    /// <param name="parts">None: it fills the day.</param>
    public static string Say(IReadOnlyCollection<Day> days, IReadOnlyCollection<DayPart> parts)
    {
        var when = parts.Count switch { 0 => Words.Say("find_whole_day"), Parts => Words.Say("find_any_time"), _ => string.Join('・', parts.Order().Select(Say)) };
        return days.Count == 7 && parts.Count == Parts ? when : Words.Say("find_slots", ("days", Say(days)), ("parts", when));
    }

    public static string Say(DayPart part) => Words.Say("find_part_" + part.ToString().ToLowerInvariant());

    private static string Say(IReadOnlyCollection<Day> days)
    {
        if (days.Count == 7) return Words.Say("find_every_day");
        if (days.Count == 5 && days.All(d => Weekdays.Contains(d))) return Words.Say("find_weekdays");
        if (days.Count == 2 && days.All(d => Weekend.Contains(d))) return Words.Say("find_weekend");
        return Words.Say("find_days", ("days", string.Join('・', days.Order().Select(day => Words.Say("find_day_" + day.ToString().ToLowerInvariant())))));
    }
}
