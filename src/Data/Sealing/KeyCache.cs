namespace Concierge.Data;

/// <summary>Member keys that were unwrapped lately; the one that was used longest ago goes first.</summary>
internal sealed class KeyCache(int capacity)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<MemberKey>> byMember = new(StringComparer.Ordinal);
    private readonly LinkedList<MemberKey> byUse = new();

    public MemberKey? Find(string memberId)
    {
        lock (gate)
        {
            if (!byMember.TryGetValue(memberId, out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value;
        }
    }

    public void Keep(MemberKey key)
    {
        lock (gate)
        {
            if (byMember.ContainsKey(key.MemberId)) return;
            byMember[key.MemberId] = byUse.AddFirst(key);
            if (byMember.Count > capacity) Drop(byUse.Last!);
        }
    }

    public string[] Members()
    {
        lock (gate) return [.. byMember.Keys];
    }

    public MemberKey? Remove(string memberId)
    {
        lock (gate) return byMember.TryGetValue(memberId, out var node) ? Drop(node) : null;
    }

    // Not disposed here: a turn on another thread may be using it.
    private MemberKey Drop(LinkedListNode<MemberKey> node)
    {
        byUse.Remove(node);
        byMember.Remove(node.Value.MemberId);
        return node.Value;
    }
}
