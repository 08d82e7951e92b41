using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Board;

/// <summary>The board's own data, read strictly: a word too much or too few is an error that says where.</summary>
public static class BoardData
{
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <exception cref="FormatException">Says what is wrong, and at which line.</exception>
    public static T Read<T>(string name, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict) ?? throw new FormatException($"{name} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"{name} cannot be read at {wrong.Path}, line {wrong.LineNumber + 1}: {wrong.Message}", wrong);
        }
    }

    internal static T Embedded<T>(string name)
    {
        using var reader = new StreamReader(typeof(BoardData).Assembly.GetManifestResourceStream(name)!);
        return Read<T>(name, reader.ReadToEnd());
    }
}
