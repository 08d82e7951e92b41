using System.Collections.Immutable;
using System.Text.Json;

namespace Concierge.Core.Handoff;

/// <summary>What staff write every day, from <c>data/canned.json</c>.</summary>
/// <param name="Text">With places to be filled in, e.g. <c>{place}</c>.</param>
public sealed record CannedAnswer(string Id, string Label, string Text, ImmutableArray<CannedField> Fields)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Those that come with the program.</summary>
    public static ImmutableArray<CannedAnswer> Embedded { get; } = Read(Resource.Text("canned.json"));

    /// <exception cref="JsonException">It is no list of answers, or a field stands in a text that does not name it.</exception>
    public static ImmutableArray<CannedAnswer> Read(string json)
    {
        var read = JsonSerializer.Deserialize<ImmutableArray<CannedAnswer>>(json, Strict);
        foreach (var one in read)
            if (one.Text.Count(c => c == '{') != one.Fields.Length || one.Fields.Any(field => !one.Text.Contains(field.Place, StringComparison.Ordinal)))
                throw new JsonException($"\"{one.Id}\": its fields are not the places in its text, each once.");
        return read;
    }

    /// <summary>For people to read: the names of its places in the places.</summary>
    public string Shown => Fields.Aggregate(Text, (text, one) => text.Replace(one.Place, $"（{one.Label}）", StringComparison.Ordinal));

    /// <summary>Null as long as something is not filled in.</summary>
    public string? Fill(Func<string, string?> given)
    {
        var parts = Fields.ToDictionary(field => field.Place, field => given(field.Id)?.Trim());
        if (parts.Values.Any(string.IsNullOrEmpty)) return null;
        var rest = Text;
        var filled = "";
        // From left to right, so that what somebody fills in is never taken for a place.
        while (rest.IndexOf('{', StringComparison.Ordinal) is var open and >= 0)
        {
            var close = rest.IndexOf('}', open);
            filled += rest[..open] + parts[rest[open..(close + 1)]];
            rest = rest[(close + 1)..];
        }
        return filled + rest;
    }
}

/// <param name="Id">As it stands in the text between braces.</param>
public sealed record CannedField(string Id, string Label)
{
    internal string Place => "{" + Id + "}";
}
