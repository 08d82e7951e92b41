using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Concierge.SystemTests.OpenApi;

/// <summary>Reads YAML as JSON: plain scalars that look like numbers or truth values are such, quoted ones are text.</summary>
internal static class YamlJson
{
    public static JsonObject Read(string file)
    {
        var yaml = new YamlStream();
        using var text = File.OpenText(file);
        yaml.Load(text);
        return (JsonObject)Node(yaml.Documents[0].RootNode)!;
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Node(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode scalar => Scalar(scalar),
        _ => null,
    };

    private static JsonNode? Scalar(YamlScalarNode scalar) => scalar.Style != ScalarStyle.Plain ? scalar.Value : scalar.Value switch
    {
        null or "" or "null" or "~" => null,
        "true" => true,
        "false" => false,
        var text when long.TryParse(text, CultureInfo.InvariantCulture, out var whole) => whole,
        var text when double.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        var text => text,
    };
}
