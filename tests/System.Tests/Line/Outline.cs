using System.Text;
using System.Text.Json;
using Concierge.Bot.Line;
using Concierge.Core.Conversations;

namespace Concierge.SystemTests.Line;

/// <summary>
/// A reply as a person would describe it: what stands where and in which size, what touching it says (&gt;) or opens (=).
/// Read from the JSON that goes out, not from our own types.
/// </summary>
internal static class Outline
{
    public static string Of(Reply reply)
    {
        var text = new StringBuilder();
        foreach (var message in JsonElement.Parse(LineBytes.Write(Samples.Render(reply))).EnumerateArray())
        {
            if (message.TryGetProperty("text", out var words)) text.AppendLine($"text {words.GetString()}");
            if (message.TryGetProperty("contents", out var contents)) Bubbles(contents, text);
            if (message.TryGetProperty("quickReply", out var quick))
                text.AppendLine("quick " + string.Join(", ", quick.GetProperty("items").EnumerateArray().Select(item => Action(item.GetProperty("action")))));
        }

        return text.ToString().TrimEnd();
    }

    public static IEnumerable<JsonElement> Walk(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Walk(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
        _ => [],
    };

    private static void Bubbles(JsonElement contents, StringBuilder text)
    {
        if (contents.GetProperty("type").GetString() == "carousel")
        {
            foreach (var bubble in contents.GetProperty("contents").EnumerateArray()) Bubbles(bubble, text);
            return;
        }

        text.AppendLine(contents.GetProperty("size").GetString());
        foreach (var block in new[] { "header", "body", "footer" })
        {
            if (!contents.TryGetProperty(block, out var box)) continue;
            text.AppendLine($"  {block}");
            foreach (var part in Walk(box).Where(part => part.TryGetProperty("scaling", out _))) text.AppendLine($"    {Part(part)}");
        }
    }

    private static string Part(JsonElement part) => part.GetProperty("type").GetString() == "text"
        ? $"text {part.GetProperty("size").GetString()} {part.GetProperty("text").GetString()}"
        : $"button {part.GetProperty("style").GetString()} {part.GetProperty("color").GetString()} {Action(part.GetProperty("action"))}";

    private static string Action(JsonElement action)
    {
        var label = action.GetProperty("label").GetString();
        if (action.TryGetProperty("uri", out var uri)) return $"{label} = {uri.GetString()}";
        return action.TryGetProperty("displayText", out var shown) ? $"{label} > {shown.GetString()}" : label!;
    }
}
