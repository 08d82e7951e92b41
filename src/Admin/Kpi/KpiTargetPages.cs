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

/// <summary>The targets of one of the years after the plan, all on one page; and something more to count.</summary>
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

    private static IResult Show(string? fiscalYear, bool? done, Database database, TimeProvider time) => View(fiscalYear, null, done == true, null, database, time);

    private static async Task<IResult> Save(string? fiscalYear, IFormCollection form, Actor actor, Database database, TimeProvider time)
    {
        var (year, now) = (Year(fiscalYear, time), time.GetUtcNow());
        try
        {
            await database.Writer.Write(unit =>
            {
                var plan = Plans.Of(unit);
                foreach (var (indicator, period) in Aims(plan, year).Where(one => form.ContainsKey(FieldOf(one.Indicator, one.Period))))
                    if (Number(form.Text(FieldOf(indicator, period))) is var number && number != plan.TargetOf(indicator.Key, year, period)?.Number)
                        KpiTargetsApi.Aim(unit, indicator.Key, year, period, number, actor, now);
            });
            return TypedResults.Redirect($"{Path}?fiscalYear={year.Name}&done=true");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
        {
            return View(year.Name, refused, false, form, database, time);
        }
    }

    private static async Task<IResult> Add(IFormCollection form, Actor actor, Database database, TimeProvider time)
    {
        try
        {
            var wish = new KpiTargetsApi.IndicatorWish(form.Text("programme"), form.Text("measure"), form.Text("kind"), form.Text("unit"));
            await KpiTargetsApi.PutIndicator(form.Text("key") ?? "", wish, actor, database, time);
            return TypedResults.Redirect(Path + "?done=true");
        }
        catch (Problem refused) when (refused.Status is StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict)
        {
            return View(null, refused, false, form, database, time);
        }
    }

    private static IEnumerable<(Indicator Indicator, Period Period)> Aims(Plan plan, FiscalYear year) =>
        from indicator in plan.Indicators where indicator.Kind != IndicatorKind.Labour from period in Period.All select (indicator, period);

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

    private static IResult View(string? fiscalYear, Problem? refused, bool done, IFormCollection? typed, Database database, TimeProvider time) => PageView.Of<KpiTargetsPage>(
        refused?.Status ?? StatusCodes.Status200OK, ("Year", Year(fiscalYear, time)), ("Years", Years(time)), ("Plan", database.Reader.Read(Plans.Of)), ("Typed", typed),
        ("Wrong", refused?.Said()), ("IsDone", done));

    private static FiscalYear[] Years(TimeProvider time) =>
        [.. Enumerable.Range(Plan.FirstAfter.Begins, Math.Max(1, FiscalYear.Of(time.GetUtcNow()).Begins + Ahead - Plan.FirstAfter.Begins + 1)).Select(year => new FiscalYear(year))];
}
