using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Concierge.Core.Conversations;

/// <summary>All versions of all questionnaires. A version that somebody has begun stays here for ever.</summary>
public sealed class Questionnaires(IEnumerable<Questionnaire> all)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly FrozenDictionary<string, Questionnaire> _byName = all.ToFrozenDictionary(q => q.Name);
    private readonly ConcurrentDictionary<string, Questionnaire> _visits = new();

    /// <summary>Those that come with the program: <c>data/questionnaires</c>.</summary>
    public static Questionnaires Embedded { get; } = new(ReadEmbedded());

    public IEnumerable<Questionnaire> All => _byName.Values;

    /// <param name="name">Id and version, e.g. <c>inventory@1</c>; several joined by <c>+</c> are asked in one visit.</param>
    /// <exception cref="KeyNotFoundException">No such version: a bug, or data of a newer program.</exception>
    public Questionnaire Get(string name)
    {
        if (_byName.TryGetValue(name, out var found)) return found;
        if (!name.Contains('+', StringComparison.Ordinal)) throw new KeyNotFoundException($"There is no questionnaire {name}.");
        return _visits.GetOrAdd(name, joined => Questionnaire.Of([.. joined.Split('+').Select(Get)]));
    }

    public Questionnaire Newest(string id) => _byName.Values.Where(q => q.Id == id).MaxBy(q => q.Version)
        ?? throw new KeyNotFoundException($"There is no questionnaire {id}.");

    /// <exception cref="FormatException">The text is no questionnaire; the message says what is wrong and where.</exception>
    public static Questionnaire Read(string json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Questionnaire>(json, Strict) ?? throw new FormatException("The questionnaire is empty.");
            QuestionnaireCheck.Check(read);
            return read;
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"The questionnaire cannot be read at {wrong.Path}, line {wrong.LineNumber + 1}: {wrong.Message}", wrong);
        }
    }

    private static IEnumerable<Questionnaire> ReadEmbedded()
    {
        var assembly = typeof(Questionnaires).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("questionnaires/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Read(reader.ReadToEnd());
        }
    }
}
