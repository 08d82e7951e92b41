using System.Collections.Immutable;

namespace Concierge.Core.Kpi;

/// <summary>What an indicator tells of: what was done, what came of it, or how things are outside (the labour market).</summary>
public enum IndicatorKind { Output, Outcome, Labour }

/// <summary>Where an actual comes from. What staff have written down is added to each.</summary>
public enum KpiSource { Entries, SeminarsHeld, SeminarsAttended, SeminarsRated, Placements, FirstChecks, Consultations, CasesRated, SiteVisits, FollowedUp }

/// <summary>How what happened in a period becomes one figure.</summary>
public enum Combine
{
    Sum,

    /// <summary>How many of a hundred, of all that were asked.</summary>
    Share,

    /// <summary>The newest stands for the period.</summary>
    Latest,
}

/// <summary>One thing that the plan counts.</summary>
/// <param name="Key">As addresses and tables hold it.</param>
/// <param name="Programme">ア to キ, or 5 for the funding.</param>
/// <param name="Measure">As the plan calls it.</param>
/// <param name="Unit">As the plan writes it: 人, 回, %以上.</param>
/// <param name="What">Which things of the source count; none named: all. See <see cref="Happening.What"/>.</param>
public sealed record Indicator(
    string Key, string Programme, string Measure, IndicatorKind Kind, string Unit, KpiSource Source, Combine Combine, ImmutableArray<string> What)
{
    /// <summary>One that nothing in the system knows of.</summary>
    public static Indicator ByHand(string key, string programme, string measure, IndicatorKind kind, string unit) =>
        new(key, programme, measure, kind, unit, KpiSource.Entries, CombineFor(kind, unit), []);

    /// <summary>One event may count in several indicators, but in each of them once.</summary>
    public bool Counts(Happening happening) => happening.Source == KpiSource.Entries
        ? happening.What == Key
        : happening.Source == Source && (What.IsEmpty || What.Contains(happening.What));

    private static Combine CombineFor(IndicatorKind kind, string unit) =>
        kind == IndicatorKind.Labour ? Combine.Latest : unit.StartsWith('%') ? Combine.Share : Combine.Sum;
}
