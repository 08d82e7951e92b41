using Concierge.Core.Calendar;
using Xunit;

namespace Concierge.CoreTests.Calendar;

/// <summary>The list in data/holidays.json against the law, worked out here by other means.</summary>
public sealed class HolidaysTests
{
    [Theory]
    [InlineData(2026)]
    [InlineData(2027)]
    [InlineData(2028)]
    public void The_list_is_what_the_law_says(int year)
    {
        var named = Named(year);
        var all = new SortedDictionary<DateOnly, string>(named);
        // 3条2項: a holiday on a Sunday makes the next day that is none a day off.
        foreach (var sunday in named.Keys.Where(day => day.DayOfWeek == DayOfWeek.Sunday))
        {
            var substitute = sunday.AddDays(1);
            while (all.ContainsKey(substitute)) substitute = substitute.AddDays(1);
            all[substitute] = "振替休日";
        }
        // 3条3項: so does a day between two holidays.
        foreach (var day in named.Keys.Where(day => named.ContainsKey(day.AddDays(2)) && !all.ContainsKey(day.AddDays(1))).ToArray()) all[day.AddDays(1)] = "国民の休日";

        Assert.Equal(all.Select(row => new Holiday(row.Key, row.Value)), Holidays.Embedded.Days.Where(holiday => holiday.Day.Year == year));
    }

    [Theory]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2027-01-03", true)]
    [InlineData("2027-01-04", false)]
    public void The_end_of_the_year_goes_over_new_year(string day, bool isYearEnd) =>
        Assert.Equal(isYearEnd, Holidays.Embedded.IsYearEnd(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    private static SortedDictionary<DateOnly, string> Named(int year) => new()
    {
        [new(year, 1, 1)] = "元日",
        [Monday(year, 1, 2)] = "成人の日",
        [new(year, 2, 11)] = "建国記念の日",
        [new(year, 2, 23)] = "天皇誕生日",
        [new(year, 3, Equinox(year, 20.8431))] = "春分の日",
        [new(year, 4, 29)] = "昭和の日",
        [new(year, 5, 3)] = "憲法記念日",
        [new(year, 5, 4)] = "みどりの日",
        [new(year, 5, 5)] = "こどもの日",
        [Monday(year, 7, 3)] = "海の日",
        [new(year, 8, 11)] = "山の日",
        [Monday(year, 9, 3)] = "敬老の日",
        [new(year, 9, Equinox(year, 23.2488))] = "秋分の日",
        [Monday(year, 10, 2)] = "スポーツの日",
        [new(year, 11, 3)] = "文化の日",
        [new(year, 11, 23)] = "勤労感謝の日",
    };

    private static DateOnly Monday(int year, int month, int which) =>
        Enumerable.Range(1, 31).Select(day => new DateOnly(year, month, day)).Where(day => day.DayOfWeek == DayOfWeek.Monday).ElementAt(which - 1);

    /// <summary>The common approximation for 1980 to 2099.</summary>
    private static int Equinox(int year, double start) => (int)(start + (0.242194 * (year - 1980)) - ((year - 1980) / 4));
}
