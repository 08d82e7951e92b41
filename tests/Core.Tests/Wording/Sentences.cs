using System.Text.Json;
using System.Text.RegularExpressions;
using Concierge.Core.Wording;

namespace Concierge.CoreTests.Wording;

/// <summary>What a text is for: prose is held to every rule, the others to what can be asked of them.</summary>
public enum Role
{
    /// <summary>Sentences to people.</summary>
    Prose,

    /// <summary>On a button or above a list: a phrase.</summary>
    Label,

    /// <summary>As somebody else calls it: a place, a form, an office.</summary>
    Name,

    /// <summary>To staff, on their screens and in answers of the API.</summary>
    Technical,

    /// <summary>What people may say or what is kept for those who maintain the data; nobody is shown it.</summary>
    Unseen,
}

/// <summary>One text and where it stands.</summary>
public sealed record Sentence(string Where, string Text, Role Role);

/// <summary>Everything that a person can read: the words of the program and every text of every data file.</summary>
public static partial class Sentences
{
    private static readonly string[] Labels = ["label", "title", "question", "card", "short", "bring", "button"];
    private static readonly string[] Names = ["name", "place", "address", "series", "requester", "per", "holderName"];
    private static readonly string[] Prose = ["text", "why", "tells", "example", "note", "answer", "lines", "about", "steps", "notDo", "needs", "alt", "reply"];
    private static readonly string[] Unseen = ["also", "alsoCalled", "reading", "words", "says", "source", "field", "checked", "cut"];

    /// <summary>Files whose texts nobody is shown: names of places that people say, notes on where numbers come from.</summary>
    private static readonly string[] UnseenFiles = ["places.json", "holidays.json", "wages.json", "areas.json#about", "tasks.json#about", "posts.json#about"];

    public static IEnumerable<Sentence> All => OfWords.Concat(OfData);

    public static IEnumerable<Sentence> OfWords => Words.Everything.Select(word => new Sentence($"words.ja.json {word.Key}", word.Value, RoleOf(word.Key)));

    /// <exception cref="FormatException">A field of a data file holds Japanese and nobody has said what it is for.</exception>
    public static IEnumerable<Sentence> OfData => Directory.EnumerateFiles(Repository.Path("data"), "*.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .SelectMany(file => Read(Path.GetRelativePath(Repository.Path("data"), file).Replace('\\', '/'), "", JsonElement.Parse(File.ReadAllText(file))));

    private static Role RoleOf(string key) =>
        key.EndsWith("_also", StringComparison.Ordinal) ? Role.Unseen
        : key.StartsWith("problem_", StringComparison.Ordinal) || key.StartsWith("console_", StringComparison.Ordinal) || key.StartsWith("sheet_", StringComparison.Ordinal) ? Role.Technical
        : Words.Everything[key].Contains('。', StringComparison.Ordinal) ? Role.Prose
        : Role.Label;

    private static IEnumerable<Sentence> Read(string file, string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Read(file, member.Name, member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Read(file, field, item)),
        JsonValueKind.String when Japanese().IsMatch(value.GetString()!) => [new Sentence($"{file} {field}", value.GetString()!, RoleOf(file, field))],
        _ => [],
    };

    private static Role RoleOf(string file, string field)
    {
        if (UnseenFiles.Contains(file) || UnseenFiles.Contains($"{file.Split('/')[^1]}#{field}") || Unseen.Contains(field)) return Role.Unseen;
        if (file.StartsWith("instruments/", StringComparison.Ordinal) || field == "title" && file.StartsWith("seminars", StringComparison.Ordinal)) return Role.Name;
        // In the plan's own words, by which the rows of kpi.csv are found: not ours to reword.
        if (file == "kpi-sources.json" && field is ("programme" or "measure" or "unit")) return Role.Unseen;
        if (file == "helplines.json" && field == "note") return Role.Label;
        if (Prose.Contains(field)) return Role.Prose;
        if (Labels.Contains(field)) return Role.Label;
        return Names.Contains(field) ? Role.Name : throw new FormatException($"data/{file}: \"{field}\" holds Japanese, and Sentences does not know what it is for.");
    }

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();
}
