using System.Text.Json.Serialization.Metadata;
using Concierge.Admin.Staff;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Concierge.Admin.Reference;

/// <summary>The API's own description (OpenAPI 3.1): what the framework reads from the routes, and what only we know.</summary>
public static class ApiDocument
{
    private const string Scheme = "bearer";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = SchemaName;
        options.AddDocumentTransformer(Head);
        options.AddOperationTransformer(Describe);
    });

    private static Task Head(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken stop)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Kashiwa Concierge: the desk",
            Version = "v1",
            Description = "For programs of the desk. Times are RFC 3339 with +09:00; lists are {\"items\":[…],\"next\":cursor}; what is wrong comes as application/problem+json.",
        };
        // Where it runs is nobody's business but the city's.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Scheme, Description = "A token, as token create printed it." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken stop)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Tags = new HashSet<OpenApiTagReference>([new OpenApiTagReference(context.Description.RelativePath!.Split('/')[2])]);
        if (metadata.OfType<Needed>().LastOrDefault() is { } needed)
            operation.Description = $"For: {string.Join(", ", Enum.GetValues<Core.Staff.Role>().Where(needed.By).Select(Core.Staff.Rights.Name))}.";
        operation.Parameters ??= [];
        foreach (var name in metadata.OfType<TakesQuery>().SelectMany(takes => takes.Names)) operation.Parameters.Add(Query(name));
        foreach (var header in metadata.OfType<SendsHeader>())
            operation.Parameters.Add(new OpenApiParameter { Name = header.Name, In = ParameterLocation.Header, Required = true, Description = header.Why, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        operation.Responses ??= [];
        foreach (var (status, why) in Refusals.Of(operation, metadata.OfType<Needed>().Any())) operation.Responses.TryAdd(status, new OpenApiResponse { Description = why });
        operation.Responses["default"] = new OpenApiResponse { Description = "What was wrong, and what to do: application/problem+json (RFC 9457)." };
        foreach (var example in ApiExample.All.Where(e => e.IsOf(context.Description.HttpMethod!, "/" + context.Description.RelativePath))) Add(operation, example);
        return Task.CompletedTask;
    }

    private static OpenApiParameter Query(string name) => name switch
    {
        "limit" => Query(name, JsonSchemaType.Integer, "How many at most, 1 to 200; 50 if not said."),
        "cursor" => Query(name, JsonSchemaType.String, "The next of the part before."),
        "format" => Query(name, JsonSchemaType.String, "csv for a table with all of it, for a spreadsheet; json if not said."),
        _ => throw new InvalidOperationException($"ApiDocument does not know the query key {name}."),
    };

    private static OpenApiParameter Query(string name, JsonSchemaType type, string why) =>
        new() { Name = name, In = ParameterLocation.Query, Description = why, Schema = new OpenApiSchema { Type = type } };

    private static void Add(OpenApiOperation operation, ApiExample example)
    {
        if (example.Body is { } body && operation.RequestBody?.Content?.Values.FirstOrDefault() is { } request)
            (request.Examples ??= new Dictionary<string, IOpenApiExample>())[example.Title] = new OpenApiExample { Value = body.DeepClone() };
        if (example.Answer is not { } answer) return;
        var status = example.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var response = (OpenApiResponse)(operation.Responses!.TryGetValue(status, out var known) ? known : operation.Responses[status] = new OpenApiResponse { Description = example.Title });
        response.Content ??= new Dictionary<string, OpenApiMediaType>();
        var type = example.Status < 400 ? "application/json" : "application/problem+json";
        if (!response.Content.TryGetValue(type, out var media)) response.Content[type] = media = new OpenApiMediaType();
        (media.Examples ??= new Dictionary<string, IOpenApiExample>())[example.Title] = new OpenApiExample { Value = answer.DeepClone() };
    }

    /// <summary>Records of an API are named shortly within it, so the document needs its name too: <c>TokensApi.Shown</c> is TokensShown.</summary>
    private static string? SchemaName(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : Name(type.Type);

    private static string Name(Type type)
    {
        var own = type.Name.Split('`')[0];
        var of = string.Concat(type.GetGenericArguments().Select(argument => "Of" + Name(argument)));
        return (type.DeclaringType is { } api ? api.Name.Replace("Api", "", StringComparison.Ordinal) : "") + own + of;
    }
}
