using System.Collections.Immutable;
using Concierge.Core.Wording;

namespace Concierge.Core.Frailty;

/// <summary>What can be done next: what acts regardless of the total, at most two topics with one action each, and where to go.</summary>
public static class Advice
{
    private const int MostTopics = 2;

    /// <summary>Parts of life that an action belongs to. Daily errands and going out are one topic.</summary>
    private static readonly (string Part, string Topic)[] Topics =
        [("nutrition", "nutrition"), ("oral", "oral"), ("physical", "physical"), ("social", "social"), ("life", "social"), ("mind", "mind")];

    /// <summary>The key of the topic of each, the one with the most red first.</summary>
    public static ImmutableArray<string> TopicsOf(Visit visit) =>
    [
        .. visit.Items.Where(item => item.Colour == Colour.Red)
            .SelectMany(item => Topics.Where(t => t.Part == item.Part).Select(t => t.Topic))
            .GroupBy(topic => topic)
            .OrderByDescending(same => same.Count())
            .ThenBy(same => Array.FindIndex(Topics, t => t.Topic == same.Key))
            .Take(MostTopics)
            .Select(same => same.Key),
    ];

    public static ImmutableArray<string> Warnings(Visit visit) =>
        [.. visit.Outcomes.SelectMany(outcome => outcome.Scored.Alerts.Select(alert => Warning(outcome.Finding, alert.Kind))).Distinct()];

    /// <summary>The nearest of each kind that is called for, and none that is not.</summary>
    public static ImmutableArray<CarePlace> Places(Visit visit)
    {
        var kinds = new List<CareKind>();
        if (FellAndHurts(visit)) kinds.Add(CareKind.Emergency);
        if (visit.Items.Any(item => item.Colour == Colour.Red)) kinds.Add(CareKind.Centre);
        kinds.Add(CareKind.Gathering);
        if (IsHigh(visit) || HasWarning(visit, AlertKind.Thin, AlertKind.WeightLoss, AlertKind.Fall, AlertKind.Date)) kinds.Add(CareKind.Doctor);
        if (HasWarning(visit, AlertKind.Mood)) kinds.Add(CareKind.Heart);
        return [.. kinds.Select(kind => CarePlaces.Nearest(kind, visit.Area, visit.Age)).OfType<CarePlace>()];
    }

    /// <summary>The sentence after a fall that hurt, said as soon as it is known.</summary>
    public static string AfterFall => Words.Say("frailty_alert_fall_yes");

    /// <summary>Does the key belong to the question that follows a fall?</summary>
    public static bool IsAboutFall(string question) => question.StartsWith("fall_pain", StringComparison.Ordinal);

    private static bool FellAndHurts(Visit visit) => visit.Outcomes.Any(outcome => Hurts(outcome.Finding) == "yes");

    private static string? Hurts(Finding finding) => finding.Answers.FirstOrDefault(a => IsAboutFall(a.Key)).Value;

    private static string Warning(Finding finding, AlertKind kind) => kind == AlertKind.Fall
        ? Words.Say("frailty_alert_fall_" + (Hurts(finding) ?? "unknown"))
        : Words.Say("frailty_alert_" + kind.ToString().ToLowerInvariant());

    private static bool HasWarning(Visit visit, params ReadOnlySpan<AlertKind> kinds)
    {
        foreach (var outcome in visit.Outcomes)
            foreach (var alert in outcome.Scored.Alerts)
                if (kinds.Contains(alert.Kind)) return true;
        return false;
    }

    /// <summary>High by any of the forms, or by a criterion of the city's programme. Decides what is offered, and is never said.</summary>
    private static bool IsHigh(Visit visit) => visit.Outcomes.Any(outcome =>
        outcome.Scored.Class is "high_risk" or "high" or "frail" || outcome.Scored.Flags.Any(flag => flag.Verdict == Verdict.Yes));
}
