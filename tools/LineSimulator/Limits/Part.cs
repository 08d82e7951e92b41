using System.Globalization;
using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>How a length is counted. LINE counts UTF-16 units, but labels and button texts as people count (text-character-count).</summary>
internal enum Unit { Utf16, Graphemes }

/// <summary>One JSON object of a request. What was asked for is known; <see cref="NothingElse"/> refuses the rest.</summary>
internal sealed partial class Part(JsonElement value, Spot at, Findings findings)
{
    private readonly HashSet<string> known = [];

    public Spot At => at;

    public Findings Findings => findings;

    public JsonElement Value => value;

    public bool Has(string name) => value.Part(name) is not null;

    public void Wrong(string name, string message) => findings.Add(at[name], message);

    /// <summary>A string of at most <paramref name="max"/> characters.</summary>
    public string? Text(string name, int max, bool required = false, Unit unit = Unit.Utf16, int min = 0)
    {
        if (Take(name, JsonValueKind.String, required) is not { } found) return null;
        var text = found.GetString()!;
        if (required && text.Length == 0)
        {
            findings.Add(at[name], at.IsPointer ? "must be non-empty text" : "May not be empty");
            return null;
        }
        var length = unit == Unit.Utf16 ? text.Length : new StringInfo(text).LengthInTextElements;
        if (length < min || length > max) findings.Add(at[name], $"Length must be between {min} and {max}");
        return text;
    }

    public string? OneOf(string name, string[] values, bool required = false)
    {
        if (Take(name, JsonValueKind.String, required) is not { } found) return null;
        var text = found.GetString()!;
        if (values.Contains(text)) return text;
        findings.Add(at[name], at.IsPointer ? "invalid property" : $"Must be one of the following values: [{string.Join(", ", values)}]");
        return null;
    }

    public long? Whole(string name, long min = int.MinValue, long max = int.MaxValue, bool required = false)
    {
        if (Take(name, JsonValueKind.Number, required) is not { } found) return null;
        if (!found.TryGetInt64(out var number))
        {
            findings.Invalid(at[name]);
            return null;
        }
        if (number < min || number > max) findings.Add(at[name], $"must be between {min} and {max}");
        return number;
    }

    public void Number(string name, double min, double max, bool required = false)
    {
        if (Take(name, JsonValueKind.Number, required) is { } found && found.GetDouble() is var number && (number < min || number > max))
            findings.Add(at[name], string.Create(CultureInfo.InvariantCulture, $"must be between {min} and {max}"));
    }

    public bool? Flag(string name, bool required = false)
    {
        known.Add(name);
        if (value.Part(name) is not { } found)
        {
            if (required) Missing(name);
            return null;
        }
        if (found.ValueKind is JsonValueKind.True or JsonValueKind.False) return found.GetBoolean();
        findings.Invalid(at[name]);
        return null;
    }

    /// <summary>Refuses every property that nobody asked for.</summary>
    public void NothingElse()
    {
        foreach (var property in value.EnumerateObject())
            if (!known.Contains(property.Name)) findings.Unknown(at[property.Name]);
    }

    private JsonElement? Take(string name, JsonValueKind kind, bool required)
    {
        known.Add(name);
        if (value.Part(name) is not { } found)
        {
            if (required) Missing(name);
            return null;
        }
        if (found.ValueKind == kind) return found;
        findings.Invalid(at[name]);
        return null;
    }

    private void Missing(string name) => findings.Add(at[name], at.IsPointer ? "must be specified" : "May not be empty");
}
