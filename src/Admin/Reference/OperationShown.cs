using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.OpenApi;

namespace Concierge.Admin.Reference;

/// <summary>One operation of the document, as its page shows it.</summary>
/// <param name="Path">As routes write it, e.g. <c>/api/v1/cases/{id}/claim</c>.</param>
public sealed record OperationShown(string Method, string Path, OpenApiOperation Operation)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="In">path, query, header or body.</param>
    /// <param name="Needed">Null of a body: what may be left out there is decided by rules, which its examples show.</param>
    public sealed record GivenShown(string Name, string In, bool? Needed, string? Why);

    public static IEnumerable<OperationShown> All(OpenApiDocument document) =>
        from path in document.Paths
        from operation in path.Value.Operations ?? []
        select new OperationShown(operation.Key.Method, path.Key, operation.Value);

    public string Name => $"{Method} {Path}";

    /// <summary>For addresses, e.g. <c>put-cases-id-claim</c>.</summary>
    public string Id => string.Join('-', [Method.ToLowerInvariant(), .. Path.Split('/').Skip(3).Select(segment => segment.Trim('{', '}'))]);

    public string Part => Operation.Tags!.First().Name!;

    public string? Summary => Operation.Summary;

    public string? For => Operation.Description;

    public IReadOnlyList<GivenShown> Given => [.. Parameters, .. Body];

    public IEnumerable<ApiExample> Examples => ApiExample.All.Where(example => example.IsOf(Method, Path));

    public IEnumerable<(string Status, string? Why)> Refusals =>
        from response in Operation.Responses ?? []
        where response.Key[0] is not ('2' or '3')
        orderby response.Key
        select (response.Key, response.Value.Description);

    /// <summary>The call and its answer, as they go over the wire.</summary>
    public static string Write(ApiExample example) => string.Join('\n',
    [
        $"{example.Method} {example.Path}",
        .. example.Headers.Select(header => $"{header.Name}: {header.Value}"),
        .. Lines(example.Body),
        "",
        $"{example.Status}",
        .. Lines(example.Answer),
    ]);

    private IEnumerable<GivenShown> Parameters =>
        from parameter in Operation.Parameters ?? []
        select new GivenShown(parameter.Name!, parameter.In!.Value.GetDisplayName(), parameter.Required, parameter.Description);

    private IEnumerable<GivenShown> Body =>
        from schema in new[] { Operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema }
        from member in schema?.Properties ?? new Dictionary<string, IOpenApiSchema>()
        select new GivenShown(member.Key, "body", null, member.Value.Description);

    private static IEnumerable<string> Lines(JsonNode? json) => json is null ? [] : ["", json.ToJsonString(Indented)];
}
