using System.Text.RegularExpressions;
using Concierge.Admin.Staff;
using Concierge.Core.Calendar;
using Concierge.Core.Kpi;
using Concierge.Core.Staff;
using Concierge.Core.Wording;
using Concierge.Data;

namespace Concierge.Admin.Kpi;

/// <summary>What is to be reached in the years after the plan that the program came with, and what else is counted then.</summary>
public static partial class KpiTargetsApi
{
    private const long Most = 1_000_000_000;

    private const int LongestMeasure = 100, LongestUnit = 10;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/kpi-targets", List).Needs(Right.SeeFigures).WithSummary("The targets of a fiscal year");
        api.MapPut("/kpi-targets/{indicator}/{fiscalYear}/{period}", Put).Needs(Right.KeepFigures).WithSummary("Set a target, from R8 onwards; null takes it back");
        api.MapGet("/kpi-indicators", Indicators).Needs(Right.SeeFigures).WithSummary("Everything that is counted, in the plan's order");
        api.MapPut("/kpi-indicators/{key}", PutIndicator).Needs(Right.KeepFigures).WithSummary("Add something that is counted from now on, or reword what was added");
    }

    /// <param name="Period">year, or Q1 (April to June) to Q4.</param>
    public sealed record TargetShown(string Indicator, string FiscalYear, string Period, decimal? Target);

    public sealed record TargetWish(long? Target);

    /// <param name="Kind">output, outcome or labour.</param>
    /// <param name="Source">Where its actual comes from besides what staff wrote down; entries: from that alone.</param>
    public sealed record IndicatorShown(string Key, string Programme, string Measure, string Kind, string Unit, string Source)
    {
        public static IndicatorShown Of(Indicator one) => new(one.Key, one.Programme, one.Measure, Names.Of(one.Kind), one.Unit, Names.Of(one.Source));
    }

    /// <param name="Programme">ア to キ, or 5 for the funding.</param>
    /// <param name="Kind">output or outcome.</param>
    /// <param name="Unit">One that begins with % is a share: staff write how many of how many.</param>
    public sealed record IndicatorWish(string? Programme, string? Measure, string? Kind, string? Unit);

    private static Listed<TargetShown> List(string? fiscalYear, Database database, TimeProvider time)
    {
        var year = FiscalYears.Read(fiscalYear, time.GetUtcNow());
        return new Listed<TargetShown>([.. database.Reader.Read(Plans.Of).Targets.Where(target => target.Year == year).Select(Show)], null);
    }

    private static async Task<TargetShown> Put(string indicator, string fiscalYear, string period, TargetWish wish, Actor actor, Database database, TimeProvider time)
    {
        var year = FiscalYears.Read(fiscalYear, time.GetUtcNow());
        var of = Period.Parse(period) ?? throw Names.NoneOf("period", Period.All.Select(one => one.Name));
        await database.Writer.Write(unit => Aim(unit, indicator, year, of, wish.Target, actor, time.GetUtcNow()));
        return new TargetShown(indicator, year.Name, of.Name, wish.Target);
    }

    /// <exception cref="Problem">There is no such indicator, the year is the plan's own, or the number is none.</exception>
    internal static void Aim(Unit unit, string indicator, FiscalYear year, Period period, long? number, Actor actor, DateTimeOffset now)
    {
        if (Plans.Of(unit).Find(indicator) is not { Kind: not IndicatorKind.Labour } found) throw Problem.NotFound();
        if (year.Begins < Plan.FirstAfter.Begins) throw Problem.Conflict("plan-year");
        if (number is < 0 or > Most) throw Problem.Invalid("target", Words.Say("problem_target", ("max", Most)));
        Plans.Aim(unit, found.Key, year, period, number, actor.Id);
        AuditTrail.Append(unit, now, actor.Id, "write", $"kpi-target/{found.Key}/{year.Name}/{period.Name}");
    }

    private static Listed<IndicatorShown> Indicators(Database database) => new([.. database.Reader.Read(Plans.Of).Indicators.Select(IndicatorShown.Of)], null);

    internal static async Task<IndicatorShown> PutIndicator(string key, IndicatorWish wish, Actor actor, Database database, TimeProvider time)
    {
        var indicator = Read(key, wish);
        await database.Writer.Write(unit =>
        {
            Plans.Add(unit, indicator, actor.Id);
            AuditTrail.Append(unit, time.GetUtcNow(), actor.Id, "write", "kpi-indicator/" + key);
        });
        return IndicatorShown.Of(indicator);
    }

    private static Indicator Read(string key, IndicatorWish wish)
    {
        if (!KeyForm().IsMatch(key)) throw Problem.Invalid("key", Words.Say("problem_indicator_key"));
        if (Plan.Embedded.Find(key) is not null) throw Problem.Conflict("planned-indicator");
        var programmes = KpiSources.Embedded.Programmes.Select(one => one.Programme).ToArray();
        if (!programmes.Contains(wish.Programme ?? throw Problem.Missing("programme"))) throw Names.NoneOf("programme", programmes);
        var kind = Names.Read<IndicatorKind>("kind", wish.Kind);
        if (kind == IndicatorKind.Labour) throw Names.NoneOf("kind", [Names.Of(IndicatorKind.Output), Names.Of(IndicatorKind.Outcome)]);
        return Indicator.ByHand(key, wish.Programme, Text("measure", wish.Measure, LongestMeasure), kind, Text("unit", wish.Unit, LongestUnit));
    }

    private static string Text(string item, string? text, int longest) =>
        text?.Trim() is { Length: > 0 } said && said.Length <= longest ? said : throw Problem.Invalid(item, Words.Say("problem_length", ("item", item), ("max", longest)));

    private static TargetShown Show(Target target) => new(target.Indicator, target.Year.Name, target.Period.Name, target.Number);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyForm();
}
