using System.Text.Json.Nodes;

namespace Concierge.SystemTests.OpenApi;

/// <summary>A part of a JSON document and the concrete schema it must follow, or what is wrong with it already.</summary>
internal sealed record JudgedPart(string At, string Schema, JsonNode Json, string? Problem = null);

/// <summary>Walks JSON along OpenAPI schemas and follows discriminators to the concrete ones.</summary>
internal sealed class SchemaWalk(JsonObject schemas)
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>The document itself and every part in it whose schema is chosen by a discriminator.</summary>
    public IEnumerable<JudgedPart> Parts(string schema, JsonNode json, string at)
    {
        var concrete = Dispatch(schema, json, out var problem);
        yield return new JudgedPart(at, concrete ?? schema, json, problem);
        if (problem is not null) yield break;
        foreach (var part in Inside(schemas[concrete!]!.AsObject(), json, at)) yield return part;
    }

    private IEnumerable<JudgedPart> Inside(JsonObject schema, JsonNode json, string at)
    {
        if (json is JsonArray list && schema["items"] is JsonObject items)
            return list.Index().SelectMany(item => Child(items, item.Item!, $"{at}[{item.Index}]"));
        return json is JsonObject thing ? Properties(schema, thing, at) : [];
    }

    private IEnumerable<JudgedPart> Properties(JsonObject schema, JsonObject json, string at)
    {
        var known = Known(schema).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Last().Value);
        var open = schema["additionalProperties"] as JsonObject;
        foreach (var (name, value) in json)
        {
            var place = $"{at}/{name}";
            if ((known.GetValueOrDefault(name) ?? open) is not { } found)
            {
                if (known.Count > 0) yield return new JudgedPart(place, "", json, "unknown property");
            }
            else if (value is not null)
            {
                foreach (var part in Child(found, value, place)) yield return part;
            }
        }
    }

    private IEnumerable<JudgedPart> Child(JsonObject schema, JsonNode json, string at)
    {
        if (Reference(schema) is not { } name) return Inside(schema, json, at);
        return schemas[name]!["discriminator"] is null ? Inside(schemas[name]!.AsObject(), json, at) : Parts(name, json, at);
    }

    private string? Dispatch(string schema, JsonNode json, out string? problem)
    {
        problem = null;
        if (schemas[schema]!["discriminator"] is not JsonObject discriminator) return schema;
        var by = (string)discriminator["propertyName"]!;
        var value = (json as JsonObject)?[by]?.ToString();
        if (value is not null && (string?)discriminator["mapping"]?[value] is { } target) return target[Prefix.Length..];
        problem = $"{by} is {value ?? "missing"}, which {schema} does not know";
        return null;
    }

    // Of the schema and of everything that it extends.
    private IEnumerable<KeyValuePair<string, JsonObject>> Known(JsonObject schema)
    {
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            var extended = part!.AsObject();
            foreach (var one in Known(Reference(extended) is { } name ? schemas[name]!.AsObject() : extended)) yield return one;
        }
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? []) yield return KeyValuePair.Create(name, value!.AsObject());
    }

    private static string? Reference(JsonObject schema) => ((string?)schema["$ref"])?[Prefix.Length..];
}
