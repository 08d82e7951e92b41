using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concierge.Admin.Reference;
using Concierge.Admin.Staff;
using Concierge.CoreTests.Wording;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>What the API's document says is so.</summary>
public sealed class ApiDocumentTests
{
    /// <summary>Where the document is kept, so that whoever changes the API sees it in the difference. CONCIERGE_WRITE=1 writes it anew.</summary>
    private static readonly string Kept = Repository.Path("docs/openapi.json");

    [Fact]
    public async Task The_document_is_the_one_that_is_kept()
    {
        await using var desk = await Desk.Opens("Production");
        var document = (await desk.Gets("/openapi/v1.json")).Raw.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("CONCIERGE_WRITE") == "1") await File.WriteAllTextAsync(Kept, document, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken), document);
    }

    [Fact]
    public async Task Every_example_comes_out_as_it_is_written()
    {
        await using var desk = await Desk.Opens("Production");
        var town = await ExampleTown.Settles(desk);
        foreach (var example in ApiExample.All)
        {
            var answered = await desk.Sends(new HttpMethod(example.Method), example.Path, await town.Token(example.Role), example.Body?.ToJsonString(), headers: [.. example.Headers]);
            Assert.True(example.Status == answered.Status, $"{example.Title}: {answered.Status} {answered.Raw}");
            if (example.Answer is { } answer) Assert.True(Fits(answer, JsonNode.Parse(answered.Raw)), $"{example.Title}: {answered.Raw}");
        }
    }

    [Fact]
    public async Task Every_operation_has_words_and_an_example()
    {
        await using var desk = await Desk.Opens("Production");
        var bare = desk.Routes.Where(route => route.Metadata.GetMetadata<Needed>() is not null && route.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => (Method: method, Path: route.RoutePattern.RawText!, Summary: route.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>()?.Summary)))
            .Where(operation => operation.Summary is null || (operation.Path != "/api/v1/feed" && !ApiExample.All.Any(example => example.IsOf(operation.Method, operation.Path))))
            .Select(operation => $"{operation.Method} {operation.Path}");
        Assert.Empty(bare);
    }

    /// <summary>… stands for whatever is different each time.</summary>
    private static bool Fits(JsonNode? written, JsonNode? got) => (written, got) switch
    {
        (null, null) => true,
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(member => b.ContainsKey(member.Key) && Fits(member.Value, b[member.Key])),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Fits(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) when a.TryGetValue<string>(out var pattern) && pattern.Contains('…', StringComparison.Ordinal) =>
            b.TryGetValue<string>(out var text) && Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("…", ".*", StringComparison.Ordinal) + "$", RegexOptions.Singleline | RegexOptions.NonBacktracking),
        (JsonValue, JsonValue) => JsonNode.DeepEquals(written, got),
        _ => false,
    };
}
