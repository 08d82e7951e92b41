using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Seminars;

/// <summary>The series as the city holds it every year: the template <c>data/seminars.json</c>. Source: the city's plan of 2023-06-12, 4(1)ア.</summary>
/// <param name="Hours">How long each of them is.</param>
public sealed record SeminarSeries(string Series, int Hours, ImmutableArray<SeminarTemplate> Seminars)
{
    public static SeminarSeries Embedded { get; } = Strictly.Read<SeminarSeries>(Resource(), "data/seminars.json");

    private static string Resource()
    {
        using var reader = new StreamReader(typeof(SeminarSeries).Assembly.GetManifestResourceStream("seminars.json")!);
        return reader.ReadToEnd();
    }
}

/// <summary>One of the series, without a date; the fields mean what they mean in <see cref="Seminar"/>.</summary>
public sealed record SeminarTemplate(int Number, GatheringKind Kind, string Title, string Short, string AlsoCalled, string About, string Bring, int OnSiteSeats, int OnlineSeats);

/// <summary>When and where the series is held, counted from the week that it is planned in.</summary>
/// <param name="DeadlineDays">Reservations end this many days before, at 17 o'clock.</param>
public sealed record SeminarPlan(int DeadlineDays, int OfferHours, ImmutableArray<SeminarDate> Dates)
{
    private const int DeadlineHour = 17;

    /// <exception cref="FormatException">The text is no plan; the message says what is wrong and where.</exception>
    public static SeminarPlan Read(string json) => Strictly.Read<SeminarPlan>(json, "the plan of seminars");

    /// <param name="newId">Makes the id from the seminar's number.</param>
    public IEnumerable<Seminar> Make(SeminarSeries series, DateTimeOffset now, Func<int, string> newId) =>
        Dates.Select(date => Make(series, series.Seminars.First(s => s.Number == date.Number), date, now, newId(date.Number)));

    private Seminar Make(SeminarSeries series, SeminarTemplate template, SeminarDate date, DateTimeOffset now, string id)
    {
        var starts = date.From(now);
        return new Seminar
        {
            Id = id,
            Kind = template.Kind,
            Series = series.Series,
            Number = template.Number,
            Title = template.Title,
            Short = template.Short,
            AlsoCalled = template.AlsoCalled,
            About = template.About,
            Bring = template.Bring,
            Place = date.Place,
            Address = date.Address,
            Latitude = date.Latitude,
            Longitude = date.Longitude,
            Area = date.Area,
            OnSiteSeats = template.OnSiteSeats,
            OnlineSeats = template.OnlineSeats,
            OnlineUrl = date.OnlineUrl,
            StartsAt = starts,
            EndsAt = starts.AddHours(series.Hours),
            Deadline = SeminarTime.Day(starts).AddDays(-DeadlineDays).AddHours(DeadlineHour),
            OfferHours = OfferHours,
            DayCode = date.DayCode,
        };
    }
}

/// <param name="Week">0 is the week of planning, which begins on Monday.</param>
/// <param name="From">When it begins, on the clocks of Tokyo, e.g. 13:30.</param>
public sealed record SeminarDate(
    int Number, int Week, DayOfWeek Weekday, [property: JsonPropertyName("from")] string Begins, string DayCode, string Area,
    string Place, string Address, double Latitude, double Longitude, string? OnlineUrl = null)
{
    public DateTimeOffset From(DateTimeOffset now)
    {
        var monday = SeminarTime.Monday(now);
        var day = monday.AddDays((Week * 7) + (((int)Weekday + 6) % 7));
        // Around the New Year the houses are closed: what would be then, and all that follows, is a week later.
        if (day.DateTime >= new DateTime(monday.Year, 12, 29)) day = day.AddDays(7);
        return day + TimeOnly.ParseExact(Begins, "HH:mm", CultureInfo.InvariantCulture).ToTimeSpan();
    }
}

internal static class Strictly
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="FormatException">Says what is wrong, and where.</exception>
    public static T Read<T>(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new FormatException($"{name} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"{name} cannot be read at {wrong.Path}, line {wrong.LineNumber + 1}: {wrong.Message}", wrong);
        }
    }
}
