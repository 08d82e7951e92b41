using System.Collections.Frozen;
using System.Text.Json;

namespace Concierge.Core.Wording;

/// <summary>Every sentence that the bot says, by key. They stand in <c>words.ja.json</c>, next to this file.</summary>
public static class Words
{
    private static readonly FrozenDictionary<string, string> All = Load();

    /// <summary>All keys and sentences, for the tests that read every one of them.</summary>
    public static IReadOnlyDictionary<string, string> Everything => All;

    /// <summary>The sentence of this key, its <c>{names}</c> filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such sentence, or a name in it was not given: a bug.</exception>
    public static string Say(string key, params ReadOnlySpan<(string Name, object Value)> values)
    {
        if (!All.TryGetValue(key, out var text)) throw new KeyNotFoundException($"words.ja.json has no \"{key}\".");
        foreach (var (name, value) in values) text = text.Replace("{" + name + "}", value.ToString(), StringComparison.Ordinal);
        return text;
    }

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("words.ja.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
