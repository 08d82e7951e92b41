using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concierge.Core.Calendar;

namespace Concierge.Core.Handoff;

/// <summary>When somebody is at the desk: several intervals a day, never on a public holiday or at the end of the year.</summary>
public sealed class OpeningHours(DeskHours desk, Holidays holidays)
{
    /// <summary>Those that come with the program, from <c>data/desk.json</c>.</summary>
    public static OpeningHours Embedded { get; } = new(DeskHours.Read(Resource.Text("desk.json")), Holidays.Embedded);

    public bool IsOpen(DateTimeOffset now) => OpenFrom(now).First().From <= now;

    /// <summary>By when whoever asks now is answered.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset now) => After(now, TimeSpan.FromMinutes(desk.AnswerWithinMinutes));

    /// <summary>The instant at which the desk has been open for so long; a moment at which it closes, not the next at which it opens.</summary>
    public DateTimeOffset After(DateTimeOffset now, TimeSpan open)
    {
        foreach (var (from, to) in OpenFrom(now))
        {
            var begin = from > now ? from : now;
            if (to - begin >= open) return begin + open;
            open -= to - begin;
        }
        throw new InvalidOperationException("The calendar has come to its end.");
    }

    /// <summary>The interval that runs now, if any, and all that follow.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> OpenFrom(DateTimeOffset now)
    {
        for (var day = Tokyo.Day(now); day < DateOnly.MaxValue; day = day.AddDays(1))
            foreach (var span in On(day))
                if (Tokyo.At(day, span.To) is var to && to > now) yield return (Tokyo.At(day, span.From), to);
    }

    private IEnumerable<DeskSpan> On(DateOnly day) => holidays.IsHoliday(day) || holidays.IsYearEnd(day)
        ? []
        : desk.Days.Where(some => some.Days.Contains(day.DayOfWeek)).SelectMany(some => some.Open);
}

/// <param name="Checked">When the desk last confirmed them; null: never.</param>
/// <param name="AnswerWithinMinutes">How long somebody may have to wait while the desk is open.</param>
public sealed record DeskHours(DateOnly? Checked, string Source, int AnswerWithinMinutes, ImmutableArray<DeskDays> Days)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="JsonException">The text is no list of hours, or the desk would never be open; the message says what is wrong.</exception>
    public static DeskHours Read(string json)
    {
        var read = JsonSerializer.Deserialize<DeskHours>(json, Strict) ?? throw new JsonException("The hours are empty.");
        if (read.AnswerWithinMinutes <= 0) throw new JsonException("answerWithinMinutes must be more than 0.");
        if (!read.Days.Any(day => day.Days.Length > 0 && day.Open.Length > 0)) throw new JsonException("The desk is never open.");
        foreach (var day in read.Days)
            for (var i = 0; i < day.Open.Length; i++)
                if (day.Open[i].To <= day.Open[i].From || (i > 0 && day.Open[i].From < day.Open[i - 1].To))
                    throw new JsonException($"{day.Open[i].From:HH\\:mm} to {day.Open[i].To:HH\\:mm} ends before it begins, or begins before the one before has ended.");
        return read;
    }
}

/// <param name="Open">In their order; what lies between them is a break.</param>
public sealed record DeskDays(ImmutableArray<DayOfWeek> Days, ImmutableArray<DeskSpan> Open);

/// <param name="To">Itself no longer open.</param>
public sealed record DeskSpan(TimeOnly From, TimeOnly To);
