using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Concierge.Core.Board;

/// <summary>A community area of the city.</summary>
/// <param name="Group">Key of the part of the city, as the inventory asks for it: north, centre, south, shonan.</param>
/// <param name="Confirmed">False: the name is common knowledge, found on no page of the city yet.</param>
/// <param name="Also">Quarters and stations within it.</param>
public sealed record Area(string Key, string Name, string Reading, string Group, double Latitude, double Longitude, bool Confirmed, ImmutableArray<string> Also)
{
    /// <summary>About the middle of it.</summary>
    public GeoPoint Middle => new(Latitude, Longitude);
}

/// <summary>A town around the city.</summary>
public sealed record Neighbour(string Key, string Name, string Reading, double Latitude, double Longitude)
{
    public GeoPoint Middle => new(Latitude, Longitude);
}

/// <summary>The areas and the towns around, from <c>data/areas.json</c>, which the city may edit.</summary>
public static class Areas
{
    /// <summary>The inventory's word for people from elsewhere.</summary>
    public const string Outside = "outside";

    private sealed record File(string About, ImmutableArray<Area> Areas, ImmutableArray<Neighbour> Neighbours);

    private static readonly File Read = BoardData.Embedded<File>("areas.json");

    private static readonly FrozenDictionary<string, int> Places = All.Select((area, at) => (area.Key, at)).ToFrozenDictionary(a => a.Key, a => a.at);

    public static ImmutableArray<Area> All => Read.Areas;

    public static ImmutableArray<Neighbour> Neighbours => Read.Neighbours;

    public static Area? Find(string? key) => key is not null && Places.TryGetValue(key, out var at) ? All[at] : null;

    /// <summary>Place in <see cref="All"/>, for sets of areas as bits.</summary>
    public static int IndexOf(string key) => Places[key];

    /// <summary>Middle of an area or of a town around; null for anything else.</summary>
    public static GeoPoint? MiddleOf(string? key) => Find(key)?.Middle ?? Neighbours.FirstOrDefault(town => town.Key == key)?.Middle;

    /// <summary>Key of the part of the city that an area belongs to, <see cref="Outside"/> for a town around; null for anything else.</summary>
    public static string? PartOf(string? key) => Find(key)?.Group ?? (MiddleOf(key) is null ? null : Outside);

    /// <summary>The areas of one part of the city as bits.</summary>
    public static ulong Of(string group) => Bits(All.Where(area => area.Group == group));

    public static ulong Bits(IEnumerable<Area> areas) => areas.Aggregate(0UL, (bits, area) => bits | (1UL << IndexOf(area.Key)));
}
