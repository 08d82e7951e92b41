using Concierge.Core.Broadcasts;

namespace Concierge.Admin.Broadcasts;

/// <summary>When it is to go out; the same to read and to write. Days and clocks are Tokyo's.</summary>
/// <param name="Kind">once, weekly, monthly or beforeSeminar.</param>
/// <param name="At">Of once; null: as soon as it is approved.</param>
/// <param name="Weekday">Of weekly: sunday to saturday.</param>
/// <param name="Day">Of monthly: 1 to 31; a shorter month has it on its last day.</param>
/// <param name="DaysBefore">Of beforeSeminar.</param>
/// <param name="Series">Of beforeSeminar: only of this series; null: of any.</param>
/// <param name="Clock">Of all that repeat.</param>
/// <param name="Until">Of all that repeat: the last day.</param>
public sealed record TimingWish(string? Kind, DateTimeOffset? At, string? Weekday, int? Day, int? DaysBefore, string? Series, TimeOnly? Clock, DateOnly? Until)
{
    private enum Kinds { Once, Weekly, Monthly, BeforeSeminar }

    public static TimingWish Of(Timing timing)
    {
        var shown = new TimingWish(null, null, null, null, null, null, null, timing.LastDay);
        return timing switch
        {
            Timing.Once once => shown with { Kind = Names.Of(Kinds.Once), At = once.At },
            Timing.Weekly weekly => shown with { Kind = Names.Of(Kinds.Weekly), Weekday = Names.Of(weekly.Day), Clock = weekly.At },
            Timing.Monthly monthly => shown with { Kind = Names.Of(Kinds.Monthly), Day = monthly.Day, Clock = monthly.At },
            Timing.BeforeSeminar before => shown with { Kind = Names.Of(Kinds.BeforeSeminar), DaysBefore = before.Days, Series = before.Series, Clock = before.At },
            _ => throw new InvalidOperationException($"TimingWish does not know {timing.GetType().Name}."),
        };
    }

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public Timing Read() => Names.Read<Kinds>("kind", Kind) switch
    {
        Kinds.Once => new Timing.Once(At),
        Kinds.Weekly => new Timing.Weekly(Names.Read<DayOfWeek>("weekday", Weekday), Needed(Clock, "clock"), Needed(Until, "until")),
        Kinds.Monthly => new Timing.Monthly(Needed(Day, "day"), Needed(Clock, "clock"), Needed(Until, "until")),
        _ => new Timing.BeforeSeminar(Series, Needed(DaysBefore, "daysBefore"), Needed(Clock, "clock"), Needed(Until, "until")),
    };

    private static T Needed<T>(T? value, string item)
        where T : struct => value ?? throw Problem.Missing(item);
}
