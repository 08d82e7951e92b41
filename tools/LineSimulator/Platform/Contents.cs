using System.Collections.Concurrent;

namespace Concierge.LineSimulator;

/// <summary>Bytes of the pictures and sounds that people sent.</summary>
internal sealed class Contents
{
    private readonly ConcurrentDictionary<string, (byte[] Bytes, string Type)> kept = new();
    private readonly ConcurrentDictionary<string, bool> gone = new();

    public void Keep(string messageId, byte[] bytes, string type) => kept[messageId] = (bytes, type);

    /// <summary>Unsent: the bytes are gone for good, and LINE says so.</summary>
    public void Forget(string messageId)
    {
        if (kept.TryRemove(messageId, out _)) gone[messageId] = true;
    }

    public Answer Get(string messageId) =>
        gone.ContainsKey(messageId) ? LineErrors.Gone
        : kept.TryGetValue(messageId, out var found) ? Answer.Bytes(found.Bytes, found.Type)
        : LineErrors.NotFound;
}
