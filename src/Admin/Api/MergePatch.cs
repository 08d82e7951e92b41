using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concierge.Admin;

/// <summary>RFC 7396, of flat things: what is sent takes the place of what stands there, null takes it out, the rest stays.</summary>
public static class MergePatch
{
    /// <exception cref="Problem">A member is unknown or of another kind.</exception>
    public static T Over<T>(T now, JsonObject patch)
    {
        var merged = JsonSerializer.SerializeToNode(now, StrictJson.Options)!.AsObject();
        foreach (var (member, value) in patch) merged[member] = value?.DeepClone();
        try
        {
            return merged.Deserialize<T>(StrictJson.Options)!;
        }
        catch (JsonException wrong)
        {
            throw StrictJson.Named(wrong);
        }
    }
}
