using System.Text.Json;
using Concierge.Core.Calendar;
using Concierge.Core.Frailty;
using Concierge.Core.Wording;

namespace Concierge.Admin.Frailty;

/// <summary>A sheet of paper, as staff type it in: the body of <c>/frailty/scoring</c>, and the day on which the person filled it in.</summary>
/// <param name="Answers">In item order; null where nothing was answered.</param>
public sealed record PaperSheet(DateOnly? CheckedOn, string? Instrument, JsonElement[]? Answers, string? Sex, int? Age, decimal? HeightCm, decimal? WeightKg)
{
    /// <summary>The oldest of the forms is of 2006.</summary>
    private static readonly DateOnly First = new(2006, 4, 1);

    private static readonly TimeOnly Noon = new(12, 0);

    /// <exception cref="Problem">A part is missing or wrong; it is named.</exception>
    public Finding Read(string visit, string enteredBy, DateTimeOffset now)
    {
        if (CheckedOn is not { } day) throw Problem.Missing("checkedOn");
        if (day < First || day > Tokyo.Day(now)) throw Problem.Invalid("checkedOn", Words.Say("problem_checked_on"));
        var sheet = ScoringApi.Read(new ScoringApi.Request(Instrument, Answers, Sex, Age, HeightCm, WeightKg));
        return Finding.Of(sheet, visit, Tokyo.At(day, Noon), new PaperNote(enteredBy, now, sheet.Sex, sheet.Age));
    }

    // Records print themselves, and no answer may reach a log.
    public override string ToString() => nameof(PaperSheet);
}
