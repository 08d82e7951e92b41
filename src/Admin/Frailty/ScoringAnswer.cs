using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Concierge.Core.Frailty;

namespace Concierge.Admin.Frailty;

/// <summary>What came of a sheet, as the API spells it.</summary>
/// <param name="Score">Null while answers are missing that could change it.</param>
/// <param name="Class">Null under 65.</param>
/// <param name="Alerts">Items that act regardless of the total.</param>
/// <param name="Signal">Only of <c>yubi_wakka</c>: blue or red; null when it was not tried.</param>
public sealed record ScoringAnswer(
    int? Score,
    int ScoreMin,
    int ScoreMax,
    string? Class,
    OrderedDictionary<string, Bounds> Domains,
    ImmutableArray<int> Missing,
    ImmutableArray<int> Red,
    OrderedDictionary<string, string> Flags,
    ImmutableArray<int> Alerts,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Signal)
{
    public static ScoringAnswer Of(Scored scored) => new(
        scored.Total,
        scored.Bounds.Min,
        scored.Bounds.Max,
        scored.Class,
        new(scored.Domains.Select(d => KeyValuePair.Create(d.Name, d.Bounds))),
        scored.Missing,
        scored.Red,
        new(scored.Flags.Select(f => KeyValuePair.Create(f.Name, f.Verdict.ToString().ToLowerInvariant()))),
        [.. scored.Alerts.SelectMany(a => a.Items).Distinct().Order()],
        scored.Signal?.ToString().ToLowerInvariant());
}
