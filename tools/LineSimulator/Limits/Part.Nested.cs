using System.Text.Json;
using System.Text.RegularExpressions;

namespace Concierge.LineSimulator;

internal sealed partial class Part
{
    public Part? Object(string name, bool required = false) =>
        Take(name, JsonValueKind.Object, required) is { } found ? new Part(found, at[name], findings) : null;

    /// <summary>A list of objects, of a size within the limits.</summary>
    public IReadOnlyList<Part> List(string name, int min, int max, bool required = true)
    {
        if (Take(name, JsonValueKind.Array, required) is not { } found) return [];
        Size(name, found, min, max);
        var parts = new List<Part>();
        foreach (var (index, item) in found.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.Object) parts.Add(new Part(item, at[name][index], findings));
            else findings.Invalid(at[name][index]);
        }
        return parts;
    }

    public IReadOnlyList<string> Strings(string name, int min, int max, bool required = true)
    {
        if (Take(name, JsonValueKind.Array, required) is not { } found) return [];
        Size(name, found, min, max);
        var texts = new List<string>();
        foreach (var (index, item) in found.EnumerateArray().Index())
        {
            if (item.ValueKind == JsonValueKind.String) texts.Add(item.GetString()!);
            else findings.Invalid(at[name][index]);
        }
        return texts;
    }

    /// <summary>An address on the web. LINE loads images only over https.</summary>
    public void Url(string name, bool required = false, int max = 2000)
    {
        if (Text(name, max, required) is not { } text) return;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            findings.Add(at[name], at.IsPointer ? "invalid uri" : "Must be a valid HTTPS URL");
    }

    public string? Matching(string name, Regex form, bool required = false)
    {
        if (Take(name, JsonValueKind.String, required) is not { } found) return null;
        var text = found.GetString()!;
        if (form.IsMatch(text)) return text;
        if (at.IsPointer) findings.Add(at[name], "invalid property");
        else findings.Add(at[name], $"must match \"{form}\"");
        return null;
    }

    public void Ignore(params string[] names) => known.UnionWith(names);

    private void Size(string name, JsonElement list, int min, int max)
    {
        var size = list.GetArrayLength();
        if (size < min || size > max) findings.Add(at[name], $"Size must be between {min} and {max}");
    }
}
