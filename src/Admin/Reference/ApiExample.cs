using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Concierge.Core.Staff;

namespace Concierge.Admin.Reference;

/// <summary>
/// One call of the API and its answer, from <c>data/api/*.http</c>: shown in the reference, and made by a test, so that none of them lies.
/// </summary>
/// <param name="Path">With query.</param>
/// <param name="Role">Whose token it is made with.</param>
/// <param name="Headers">Besides the token.</param>
/// <param name="Answer">Null when it has no body. <c>…</c> stands for what is different each time.</param>
public sealed record ApiExample(
    string Title, string Method, string Path, Role Role, ImmutableArray<(string Name, string Value)> Headers, JsonNode? Body, int Status, JsonNode? Answer)
{
    private const string Folder = "api/";

    /// <summary>In the order of their files, and within one as they stand: a later one may build on an earlier.</summary>
    public static ImmutableArray<ApiExample> All { get; } =
    [
        .. typeof(ApiExample).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(name => Read(Text(name))),
    ];

    /// <summary>Whether it is one of this operation.</summary>
    /// <param name="template">As routes write it, e.g. <c>/api/v1/tokens/{id}</c>.</param>
    public bool IsOf(string method, string template)
    {
        var (mine, wanted) = (Path.Split('?')[0].Split('/'), template.Split('/'));
        return method == Method && mine.Length == wanted.Length && mine.Zip(wanted).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }

    public static IEnumerable<ApiExample> Read(string file) =>
        file.ReplaceLineEndings("\n").Split("### ", StringSplitOptions.RemoveEmptyEntries).Select(One);

    private static ApiExample One(string text)
    {
        var lines = text.Split('\n');
        var request = lines[1].Split(' ', 2);
        var headers = lines.Skip(2).TakeWhile(line => line.Length > 0).Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1])).ToArray();
        var rest = lines.Skip(2 + headers.Length).ToArray();
        var status = Array.FindIndex(rest, line => line.Length == 3 && line.All(char.IsAsciiDigit));
        return new ApiExample(
            lines[0],
            request[0],
            request[1],
            Rights.Named(headers.Single(header => header.Item1 == "As").Item2)!.Value,
            [.. headers.Where(header => header.Item1 != "As")],
            Json(rest[..status]),
            int.Parse(rest[status], System.Globalization.CultureInfo.InvariantCulture),
            Json(rest[(status + 1)..]));
    }

    private static JsonNode? Json(string[] lines) => string.Join('\n', lines) is var text && string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(ApiExample).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
