using System.Globalization;
using Concierge.Admin.Staff;
using Concierge.Admin.Web;
using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Core.Understanding;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Kpi;

/// <summary>The targets of one of the years after the plan, one programme at a time; and something more to count.</summary>
public static class KpiTargetPages
{
    private const string Path = "/kpi/targets";

    /// <summary>How many years ahead targets are written.</summary>
    private const int Ahead = 2;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).Needs(Right.KeepFigures);
        routes.MapPost(Path, Save).Needs(Right.KeepFigures);
        routes.MapPost("/kpi/indicators", Add).Needs(Right.KeepFigures);
    }

    internal static string FieldOf(Indicator indicator, Period period) => $"{indicator.Key}.{period.Name}";

    internal static string Address(FiscalYear year, string programme) => $"{Path}?fiscalYear={year.Name}&programme={Uri.EscapeDataString(programme)}";

    private static IResult Show(string? fiscalYear, string? programme, string? saved, string? added, Database database, TimeProvider time) =>
        programme is null ? ViewAll(fiscalYear, null, null, database, time) : ViewOne(fiscalYear, programme, null, saved, added, null, database, time);

    private static async Task<IResult> Save(string? fiscalYear, string? programme, IFormCollection form, Actor actor, Database database, TimeProvider time)
    {
        var (year, now) = (Year(fiscalYear, time), time.GetUtcNow());
        try
        {
            var saved = await database.Writer.Write(unit =>
            {
                var plan = Plans.Of(unit);
                var changed = new List<string>();
                foreach (var (indicator, period) in Aims(plan, programme).Where(one => form.ContainsKey(FieldOf(one.Indicator, one.Period))))
                {
                    var number = Number(form.Text(FieldOf(indicator, period)));
                    if (number == plan.TargetOf(indicator.Key, year, period)?.Number) continue;
                    KpiTargetsApi.Aim(unit, indicator.Key, year, period, number, actor, now);
                    changed.Add(FieldOf(indicator, period));
                }
                return changed;
            });
            return TypedResults.Redirect($"{Address(year, programme ?? throw Problem.NotFound())}&saved={string.Join(',', saved)}");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
        {
            return ViewOne(year.Name, programme ?? throw Problem.NotFound(), refused, null, null, form, database, time);
        }
    }

    private static async Task<IResult> Add(IFormCollection form, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            var wish = new KpiTargetsApi.IndicatorWish(form.Text("programme"), form.Text("measure"), form.Text("kind"), form.Text("unit"));
            var added = await KpiTargetsApi.PutIndicator(form.Text("key") ?? "", wish, actor, database, time);
            return TypedResults.Redirect($"{Address(Year(null, time), added.Programme)}&added={added.Key}");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
        {
            return ViewAll(null, refused, form, database, time);
        }
    }

    private static IEnumerable<(Indicator Indicator, Period Period)> Aims(Plan plan, string? programme) =>
        from indicator in plan.Indicators where indicator.Kind != IndicatorKind.Labour && indicator.Programme == programme from period in Period.All select (indicator, period);

    /// <summary>Also as a Japanese keyboard writes it, and with commas.</summary>
    private static long? Number(string? typed)
    {
        if (typed is null) return null;
        var plain = Normal.Wide(typed).Replace(",", "", StringComparison.Ordinal).Trim();
        return long.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Problem.Invalid("target", Words.Say("console_wrong_target"));
    }

    /// <summary>Without one, that which runs; never one of the plan's own.</summary>
    private static FiscalYear Year(string? fiscalYear, TimeProvider time) =>
        FiscalYears.Read(fiscalYear, time.GetUtcNow()) is var year && year.Begins < Plan.FirstAfter.Begins && fiscalYear is null ? Plan.FirstAfter : year;

    private static IResult ViewAll(string? fiscalYear, Problem? refused, IFormCollection? typed, Database database, TimeProvider time) => PageView.Of<KpiTargetsPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Year", Year(fiscalYear, time)), ("Years", Years(time)), ("Plan", database.Reader.Read(Plans.Of)), ("Typed", typed), ("Wrong", refused?.Said()));

    private static IResult ViewOne(string? fiscalYear, string programme, Problem? refused, string? saved, string? added, IFormCollection? typed, Database database, TimeProvider time)
    {
        var (year, plan) = (Year(fiscalYear, time), database.Reader.Read(Plans.Of));
        var known = KpiSources.Embedded.Programmes.FirstOrDefault(one => one.Programme == programme) ?? throw Problem.NotFound();
        var done = added is null ? saved is null ? [] : Saved(plan, year, programme, saved.Split(',')) : plan.Find(added) is { } one ? [Words.Say("console_kpi_indicator_added", ("measure", one.Measure))] : [];
        return PageView.Of<KpiProgrammePage>(
            refused?.Status ?? StatusCodes.Status200OK, ("Year", year), ("Programme", known), ("Plan", plan), ("Typed", typed), ("Wrong", refused?.Said()), ("Saved", done));
    }

    /// <summary>What was written, a line each, as it stands now.</summary>
    private static IReadOnlyList<string> Saved(Plan plan, FiscalYear year, string programme, string[] fields)
    {
        var lines = from one in Aims(plan, programme)
                    where fields.Contains(FieldOf(one.Indicator, one.Period))
                    let number = plan.TargetOf(one.Indicator.Key, year, one.Period)?.Number
                    let name = Words.Say("console_kpi_targets_for", ("measure", one.Indicator.Measure), ("period", Words.Say("console_kpi_period_" + one.Period.Name)))
                    select number is null ? Words.Say("console_kpi_target_none", ("name", name)) : Words.Say("console_kpi_target_saved", ("name", name), ("n", Figures.Number((long)number)));
        return lines.ToArray() is { Length: > 0 } changed ? [Words.Say("console_kpi_targets_saved"), .. changed] : [Words.Say("console_kpi_targets_same")];
    }

    private static FiscalYear[] Years(TimeProvider time) =>
        [.. Enumerable.Range(Plan.FirstAfter.Begins, Math.Max(1, FiscalYear.Of(time.GetUtcNow()).Begins + Ahead - Plan.FirstAfter.Begins + 1)).Select(year => new FiscalYear(year))];
}
