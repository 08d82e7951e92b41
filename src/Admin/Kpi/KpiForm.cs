using System.Globalization;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;

namespace Concierge.Admin.Kpi;

/// <summary>What somebody typed of a number, as it was typed.</summary>
/// <param name="Key">Of a new one: see <see cref="Once"/>.</param>
/// <param name="Revision">Of one to correct: the one that was seen.</param>
public sealed record KpiForm(string? Indicator, string? Day, string? Number, string? OutOf, string? Note, string? Key = null, int Revision = 0)
{
    private const string DayForm = "yyyy-MM-dd";

    public static KpiForm Of(KpiEntryShown entry) => new(
        entry.Indicator, entry.Day.ToString(DayForm, CultureInfo.InvariantCulture), entry.Number.ToString(CultureInfo.InvariantCulture), entry.OutOf?.ToString(CultureInfo.InvariantCulture),
        entry.Note, Revision: entry.Revision);

    public static KpiForm Read(IFormCollection form) => new(
        form["indicator"], form["day"], form["number"], form["outOf"], form["note"], form[Once.Field], int.TryParse(form["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0);

    /// <exception cref="Problem">A part is no day or no number; it is named.</exception>
    public KpiWish Wish() => new(
        Indicator, DateOnly.TryParseExact(Day, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, Count("number", Number), Count("outOf", OutOf),
        string.IsNullOrWhiteSpace(Note) ? null : Note);

    /// <summary>Also as a Japanese keyboard writes it, and with commas.</summary>
    private static long? Count(string item, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var plain = Normal.Wide(text).Replace(",", "", StringComparison.Ordinal).Trim();
        return long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Problem.Invalid(item, Words.Say("console_wrong_kpi_" + item));
    }

    // Records print themselves, and a note must reach no log.
    public override string ToString() => nameof(KpiForm);
}
