using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Frailty;

/// <summary>Where somebody can go or telephone.</summary>
/// <param name="Areas">Keys of areas; empty: everywhere.</param>
/// <param name="Telephone">Null: we do not know it, and invent none.</param>
/// <param name="From">Youngest and oldest age it is for.</param>
/// <param name="Checked">The day on which it was last held against its source.</param>
public sealed record CarePlace(
    CareKind Kind,
    string Name,
    ImmutableArray<string> Lines,
    ImmutableArray<string> Areas,
    DateOnly Checked,
    string Source,
    string? Telephone = null,
    int From = 0,
    int To = 200);

public enum CareKind
{
    /// <summary>地域包括支援センター.</summary>
    Centre,

    /// <summary>フレイルチェック会 and the like.</summary>
    Gathering,

    /// <summary>かかりつけ医.</summary>
    Doctor,

    /// <summary>Somebody to talk with about how one feels.</summary>
    Heart,

    /// <summary>119.</summary>
    Emergency,
}

/// <summary>From <c>data/care/places.json</c>; the first that fits is the nearest we know of.</summary>
public static class CarePlaces
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public static ImmutableArray<CarePlace> All { get; } = Read();

    /// <param name="area">Null when unknown: then only what holds for the whole city is said.</param>
    /// <param name="age">Null when unknown: then what is for everybody.</param>
    public static CarePlace? Nearest(CareKind kind, string? area, int? age) => All
        .Where(place => place.Kind == kind && (age is null ? place.From == 0 || place.To == 200 : age >= place.From && age <= place.To))
        .FirstOrDefault(place => place.Areas.IsEmpty || (area is null ? place.Areas.Length > 1 : place.Areas.Contains(area)));

    private static ImmutableArray<CarePlace> Read()
    {
        using var stream = typeof(CarePlaces).Assembly.GetManifestResourceStream("care-places.json")!;
        return JsonSerializer.Deserialize<ImmutableArray<CarePlace>>(stream, Strict);
    }
}
