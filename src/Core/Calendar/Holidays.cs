using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Calendar;

/// <summary>
/// Public holidays of Japan, and the days around New Year on which public bodies are closed, from <c>data/holidays.json</c>.
/// Source: 国民の祝日に関する法律, with 振替休日 and 国民の休日 (article 3).
/// </summary>
/// <param name="Checked">When the list was last held against the law and the official table.</param>
/// <param name="Days">In the order of the calendar.</param>
/// <param name="YearEnd">First and last day as MM-dd; goes over New Year.</param>
public sealed record Holidays(DateOnly Checked, string Source, ImmutableArray<Holiday> Days, SeasonDays YearEnd)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Those that come with the program.</summary>
    public static Holidays Embedded { get; } = Read(Resource.Text("holidays.json"));

    /// <exception cref="JsonException">The text is no list of holidays; the message says where.</exception>
    public static Holidays Read(string json) => JsonSerializer.Deserialize<Holidays>(json, Strict) ?? throw new JsonException("The holidays are empty.");

    public Holiday? On(DateOnly day) => Days.FirstOrDefault(holiday => holiday.Day == day);

    /// <summary>Named in the law or by article 3; Sundays and the end of the year are not meant.</summary>
    public bool IsHoliday(DateOnly day) => On(day) is not null;

    public bool IsYearEnd(DateOnly day) => YearEnd.Holds(day);

    /// <summary>The next day of that name, <paramref name="from"/> included; null where the list does not reach so far.</summary>
    public DateOnly? Next(string name, DateOnly from) => Days.FirstOrDefault(holiday => holiday.Name == name && holiday.Day >= from)?.Day;
}

public sealed record Holiday(DateOnly Day, string Name);

/// <summary>The same days of every year.</summary>
/// <param name="From">As MM-dd.</param>
/// <param name="To">As MM-dd, included; before <paramref name="From"/> where the season goes over New Year.</param>
public sealed record SeasonDays(string From, string To)
{
    public bool Holds(DateOnly day)
    {
        var date = day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var (after, before) = (string.CompareOrdinal(date, From) >= 0, string.CompareOrdinal(date, To) <= 0);
        return string.CompareOrdinal(From, To) <= 0 ? after && before : after || before;
    }
}
