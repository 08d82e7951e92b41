using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Concierge.SystemTests.Admin;

/// <summary>The API's page for people says what its document says.</summary>
public sealed class ReferencePageTests
{
    [Fact]
    public async Task Every_operation_of_the_document_stands_on_the_page_with_all_that_is_said_of_it()
    {
        await using var desk = await Desk.Opens("Production");
        var operations = WebUtility.HtmlDecode((await desk.Gets("/reference")).Raw).Split("<article ").Skip(1).ToArray();
        var document = JsonNode.Parse((await desk.Gets("/openapi/v1.json")).Raw)!;
        var said = (from path in document["paths"]!.AsObject()
                    from operation in path.Value!.AsObject()
                    select (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", Says: operation.Value!)).ToArray();
        Assert.Equal(said.Length, operations.Length);
        foreach (var (name, says) in said)
        {
            var shown = Assert.Single(operations, one => one.Contains($"<code>{name}</code>", StringComparison.Ordinal));
            Assert.All(Texts(says), text => Assert.Contains(text, shown, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_runs_nothing_and_fetches_nothing_from_elsewhere()
    {
        await using var desk = await Desk.Opens("Production");
        var page = (await desk.Gets("/reference")).Raw;
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"[^/#]", page);
    }

    /// <summary>Its summary, its roles, the names of what it takes, the titles of its examples, and why it can be refused.</summary>
    private static IEnumerable<string> Texts(JsonNode says) =>
    [
        (string)says["summary"]!,
        (string)says["description"]!,
        .. (says["parameters"]?.AsArray() ?? []).Select(parameter => $"<code>{parameter!["name"]}</code>"),
        .. says["responses"]!.AsObject().Where(response => response.Key[0] is not '2').SelectMany(response => new[] { $"<dt>{response.Key}</dt>", (string)response.Value!["description"]! }),
        .. Examples(says).Distinct(),
    ];

    private static IEnumerable<string> Examples(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(one => one.Key == "examples" ? one.Value!.AsObject().Select(example => $"<summary>{example.Key}</summary>") : Examples(one.Value)),
        JsonArray all => all.SelectMany(Examples),
        _ => [],
    };
}
