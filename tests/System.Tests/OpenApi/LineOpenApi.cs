using System.Text.Json.Nodes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Concierge.SystemTests.OpenApi;

/// <summary>
/// LINE's own API documents as judges over JSON. They are not part of the project: they are looked for in a folder
/// shared/line-openapi above the tests, and without them both are null and their tests are skipped.
/// </summary>
public sealed class LineOpenApi
{
    private readonly JsonSchema all;
    private readonly SchemaWalk walk;

    private LineOpenApi(JsonSchema all, JsonObject schemas) => (this.all, walk) = (all, new SchemaWalk(schemas));

    /// <summary>Why a test is skipped.</summary>
    public const string Missing = "LINE's OpenAPI documents are not here: no folder shared/line-openapi above the tests.";

    /// <summary>messaging-api.yml: requests to LINE and its answers.</summary>
    public static LineOpenApi? Messaging { get; } = Load("messaging-api.yml");

    /// <summary>webhook.yml: what LINE sends.</summary>
    public static LineOpenApi? Webhook { get; } = Load("webhook.yml");

    /// <summary>
    /// What is wrong with the JSON as this schema, each with its place; empty when nothing. Unknown properties count as wrong.
    /// </summary>
    public IReadOnlyList<string> Errors(string schema, string json)
    {
        var found = new List<string>();
        // The documents dispatch on discriminators, which JSON Schema does not know: each concrete part is judged by itself.
        foreach (var part in walk.Parts(schema, JsonNode.Parse(json)!, ""))
        {
            if (part.Problem is { } problem) found.Add($"{part.At}: {problem}");
            else found.AddRange(all.Definitions[part.Schema].Validate(part.Json.ToJsonString()).SelectMany(Single).Select(error => Told(part.At, error)));
        }
        return [.. found.Distinct()];
    }

    // "Not all of" says nothing; what it is made of does.
    private static IEnumerable<ValidationError> Single(ValidationError error) => error is ChildSchemaValidationError { Errors.Count: > 0 } nested
        ? nested.Errors.Values.SelectMany(errors => errors).SelectMany(Single)
        : [error];

    private static string Told(string at, ValidationError error) => $"{at}{error.Path?.TrimStart('#').Replace('.', '/')}: {error.Kind}";

    private static LineOpenApi? Load(string file)
    {
        if (Folder() is not { } folder) return null;
        var schemas = YamlJson.Read(Path.Combine(folder, file))["components"]!["schemas"]!.AsObject();
        var document = new JsonObject { ["definitions"] = schemas.DeepClone() }.ToJsonString()
            .Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)
            .Replace("\"discriminator\"", "\"x-discriminator\"", StringComparison.Ordinal);
        return new LineOpenApi(JsonSchema.FromJsonAsync(document).GetAwaiter().GetResult(), schemas);
    }

    private static string? Folder() => new[] { AppContext.BaseDirectory, Environment.CurrentDirectory }
        .SelectMany(Upwards)
        .Select(folder => Path.Combine(folder, "shared", "line-openapi"))
        .FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName;
    }
}
