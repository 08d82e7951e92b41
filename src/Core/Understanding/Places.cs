using System.Collections.Frozen;
using System.Text.Json;

namespace Concierge.Core.Understanding;

/// <summary>
/// Towns, stations and quarters by the area in which they lie, from <c>data/places.json</c>. The areas are the keys of the
/// area question's options; the towns are common knowledge, which the city may correct.
/// </summary>
public static class Places
{
    private static readonly FrozenDictionary<string, string[]> ByArea =
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(Resource.Text("places.json"))!
            .ToFrozenDictionary(area => area.Key, area => area.Value.Select(Normal.Bare).SelectMany(Written).Distinct().ToArray());

    /// <param name="area">Key of an area, or anything else.</param>
    /// <returns>Normal and bare; none where this is no area.</returns>
    public static IEnumerable<string> In(string area) => ByArea.TryGetValue(area, out var places) ? places : [];

    /// <summary>光ケ丘 is also written 光が丘.</summary>
    private static IEnumerable<string> Written(string place) => place.Any(Normal.IsKanji) && place.Contains('け') ? [place, place.Replace('け', 'が')] : [place];

    /// <summary>The key of the area that was named; null for none, or for several.</summary>
    public static string? AreaOf(string text)
    {
        var bare = Normal.Bare(text);
        string[] areas = [.. ByArea.Where(area => area.Value.Any(place => bare.Contains(place, StringComparison.Ordinal))).Select(area => area.Key)];
        return areas is [var one] ? one : null;
    }
}
