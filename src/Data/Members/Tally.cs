using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Counts by day and kind, without anything of a person.</summary>
public static class Tally
{
    /// <summary>Begins the kinds that count opened pages of the site.</summary>
    public const string Site = "site/";

    private static readonly TimeSpan Tokyo = TimeSpan.FromHours(9);

    public static void Add(Unit unit, string kind, DateTimeOffset at)
    {
        var day = Day(at);
        unit.Db.Database.ExecuteSql(
            $"INSERT INTO tally (day, kind, times) VALUES ({day}, {kind}, 1) ON CONFLICT (day, kind) DO UPDATE SET times = tally.times + 1");
    }

    /// <summary>How often since the first day, that day included.</summary>
    public static long Since(Unit unit, string kind, DateTimeOffset first)
    {
        var day = Day(first);
        return unit.Db.Set<TallyEntry>().Where(t => t.Kind == kind && string.Compare(t.Day, day) >= 0).Sum(t => t.Times);
    }

    /// <summary>Of all kinds that begin so, day by day, from the first instant to before the last.</summary>
    public static IReadOnlyList<(DateOnly Day, long Times)> ByDay(Unit unit, string kinds, DateTimeOffset from, DateTimeOffset until)
    {
        var (first, end) = (Day(from), Day(until));
        return
        [
            .. unit.Db.Set<TallyEntry>().Where(t => t.Kind.StartsWith(kinds) && string.Compare(t.Day, first) >= 0 && string.Compare(t.Day, end) < 0)
                .GroupBy(t => t.Day).Select(day => new { Day = day.Key, Times = day.Sum(t => t.Times) }).AsEnumerable()
                .Select(day => (DateOnly.ParseExact(day.Day, "yyyy-MM-dd", CultureInfo.InvariantCulture), day.Times)),
        ];
    }

    private static string Day(DateTimeOffset at) => at.ToOffset(Tokyo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
