using System.Text.Json.Serialization;
using Concierge.Core.Calendar;
using Concierge.Core.Seminars;

namespace Concierge.Core.Broadcasts;

/// <summary>When it is to go out: once, or again and again. Days and clocks are Tokyo's.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Once), "once")]
[JsonDerivedType(typeof(Weekly), "weekly")]
[JsonDerivedType(typeof(Monthly), "monthly")]
[JsonDerivedType(typeof(BeforeSeminar), "beforeSeminar")]
public abstract record Timing
{
    private Timing() { }

    /// <summary>A year and a little: whoever approves cannot look further.</summary>
    private const int LongestDays = 400;

    /// <param name="At">Null: as soon as it is approved.</param>
    public sealed record Once(DateTimeOffset? At) : Timing;

    /// <param name="Until">The last day of it.</param>
    public sealed record Weekly(DayOfWeek Day, TimeOnly At, DateOnly Until) : Timing;

    /// <param name="Day">1 to 31; a shorter month has it on its last day.</param>
    public sealed record Monthly(int Day, TimeOnly At, DateOnly Until) : Timing;

    /// <summary>Each seminar once, however often it is moved; its card is on it.</summary>
    /// <param name="Series">Gatherings of this series alone, whatever they are; null: of every seminar, and of nothing else that people come to.</param>
    public sealed record BeforeSeminar(string? Series, int Days, TimeOnly At, DateOnly Until) : Timing;

    public bool Repeats => this is not Once;

    /// <summary>Of one that repeats.</summary>
    public DateOnly? LastDay => this switch
    {
        Weekly weekly => weekly.Until,
        Monthly monthly => monthly.Until,
        BeforeSeminar before => before.Until,
        _ => null,
    };

    /// <summary>What has come due after <paramref name="since"/> and until <paramref name="now"/>, oldest first.</summary>
    public IEnumerable<Occurrence> Due(DateTimeOffset since, DateTimeOffset now, IReadOnlyCollection<Seminar> seminars) =>
        Between(Tokyo.Day(since), Min(Tokyo.Day(now), LastDay ?? DateOnly.MinValue), seminars).Where(one => one.At > since && one.At <= now);

    /// <summary>Those of the days that follow; for people to look at, and for the month's forecast.</summary>
    public IEnumerable<Occurrence> Coming(DateTimeOffset now, DateOnly until, IReadOnlyCollection<Seminar> seminars) =>
        Between(Tokyo.Day(now), Min(until, LastDay ?? DateOnly.MinValue), seminars).Where(one => one.At > now);

    /// <returns>Whether there is any sense in it: a day that exists, an end that can be seen.</returns>
    public bool IsSound(DateTimeOffset now) => this switch
    {
        Monthly { Day: < 1 or > 31 } => false,
        BeforeSeminar { Days: < 0 or > 60 } => false,
        _ => LastDay is not { } last || (last >= Tokyo.Day(now) && last <= Tokyo.Day(now).AddDays(LongestDays)),
    };

    private IEnumerable<Occurrence> Between(DateOnly from, DateOnly until, IReadOnlyCollection<Seminar> seminars) => this switch
    {
        Weekly weekly => EachDay(from, until).Where(day => day.DayOfWeek == weekly.Day).Select(day => Of(day, weekly.At)),
        Monthly monthly => EachDay(from, until).Where(day => day.Day == Math.Min(monthly.Day, DateTime.DaysInMonth(day.Year, day.Month))).Select(day => Of(day, monthly.At)),
        BeforeSeminar before => seminars.Where(s => s.State == SeminarState.Open && (before.Series is null ? s.Kind == GatheringKind.Seminar : s.Series == before.Series))
            .Select(s => new Occurrence("seminar/" + s.Id, Tokyo.At(Tokyo.Day(s.StartsAt).AddDays(-before.Days), before.At), s))
            .Where(one => Tokyo.Day(one.At) >= from && Tokyo.Day(one.At) <= until).OrderBy(one => one.At),
        _ => [],
    };

    private static IEnumerable<DateOnly> EachDay(DateOnly from, DateOnly until)
    {
        for (var day = from; day <= until; day = day.AddDays(1)) yield return day;
    }

    private static Occurrence Of(DateOnly day, TimeOnly at) => new($"{day:yyyy-MM-dd}", Tokyo.At(day, at), null);

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>One time of many.</summary>
/// <param name="Key">The same for the same one, whatever the clock says: of a series each key is sent once.</param>
/// <param name="Seminar">Which it goes before; null where there is none.</param>
public sealed record Occurrence(string Key, DateTimeOffset At, Seminar? Seminar);
