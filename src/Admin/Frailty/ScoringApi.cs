using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Concierge.Core.Frailty;
using Concierge.Core.Wording;

namespace Concierge.Admin.Frailty;

/// <summary>Scores a sheet that staff type in; nothing is kept. A sheet on paper is on the official form, so it always gets its class.</summary>
public static class ScoringApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("/frailty/scoring", Score).WithSummary("Score a sheet; nothing is kept");

    /// <param name="Answers">In item order; null where nothing was answered.</param>
    public sealed record Request(string? Instrument, JsonElement[]? Answers, string? Sex, int? Age, decimal? HeightCm, decimal? WeightKg);

    /// <exception cref="Problem">The first slip in it; it is named.</exception>
    public static Sheet Read(Request request)
    {
        var sheet = SheetOf(request);
        return SheetCheck.FirstIn(sheet) is { } fault ? throw Problem.Invalid(fault.Item, fault.Detail) : sheet;
    }

    private static ScoringAnswer Score(Request request) => ScoringAnswer.Of(Scoring.Of(Read(request)));

    private static Sheet SheetOf(Request request) => new(
        Instruments.Find(request.Instrument ?? "") ?? throw Problem.Invalid("instrument", Words.Say("problem_instrument")),
        [.. (request.Answers ?? throw Problem.Invalid("answers", Words.Say("problem_missing", ("item", "answers")))).Select(Answer)],
        Sex(request.Sex),
        request.Age,
        request.HeightCm,
        request.WeightKg);

    private static Given? Answer(JsonElement answer, int at) => answer.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => new Given.Word(answer.GetString()!),
        JsonValueKind.Number when answer.TryGetDecimal(out var number) => new Given.Number(number),
        _ => throw Problem.Invalid((at + 1).ToString(CultureInfo.InvariantCulture), Words.Say("sheet_item", ("no", at + 1))),
    };

    private static Sex? Sex(string? sex) => sex switch
    {
        null => null,
        "male" => Core.Frailty.Sex.Male,
        "female" => Core.Frailty.Sex.Female,
        _ => throw Problem.Invalid("sex", Words.Say("problem_sex")),
    };
}
