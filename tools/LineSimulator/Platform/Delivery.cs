using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>Puts accepted messages on a phone.</summary>
internal static class Delivery
{
    /// <summary>The ids under which LINE took the messages; a phone out of reach gets none of them.</summary>
    public static IReadOnlyList<object> To(World world, Person person, JsonElement request, string via)
    {
        var sent = new List<object>();
        person.Log.Together(() =>
        {
            foreach (var message in request.Parts("messages"))
            {
                var id = world.Ids.Message();
                if (person.IsReachable) person.Receives(id, message, via);
                sent.Add(CanBeQuoted(message) ? new { id, quoteToken = world.Ids.QuoteToken() } : new { id });
            }
        });
        return sent;
    }

    private static bool CanBeQuoted(JsonElement message) => message.String("type") is "text" or "textV2" or "sticker" or "image" or "video" or "template" or "flex" or "imagemap";
}
