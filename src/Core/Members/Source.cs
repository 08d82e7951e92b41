using System.Text.Json;
using Concierge.Core.Understanding;

namespace Concierge.Core.Members;

/// <summary>Where somebody learned of us: a poster, a letter, the desk. From <c>data/sources.json</c>.</summary>
/// <param name="Key">Stands in the address of the QR code, and is stored.</param>
/// <param name="Title">As staff read it.</param>
/// <param name="Says">The words that LINE puts ready when its prefilled link is used.</param>
public sealed record Source(string Key, string Title, string Says)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static IReadOnlyList<Source> All { get; } = Read();

    /// <summary>The open site: かしわ生涯現役ネット.</summary>
    public static Source Site { get; } = Find("site")!;

    /// <summary>By its key or its title; null when there is none.</summary>
    public static Source? Find(string name) => All.FirstOrDefault(source => source.Key == name || source.Title == name);

    /// <summary>Null when the words are anything else.</summary>
    public static Source? Said(string text)
    {
        var bare = Normal.Bare(text);
        return All.FirstOrDefault(source => Normal.Bare(source.Says) == bare);
    }

    private static Source[] Read()
    {
        using var stream = typeof(Source).Assembly.GetManifestResourceStream("sources.json")!;
        return JsonSerializer.Deserialize<Source[]>(stream, Strict)!;
    }
}
