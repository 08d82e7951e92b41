using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>The items of one chat, in order of appearance, and a bell that rings at every change.</summary>
internal sealed class ChatLog(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<ChatItem> items = [];
    private TaskCompletionSource bell = New();
    private long seq;
    private bool quiet;

    public long Seq { get { lock (gate) return seq; } }

    /// <summary>Completes at the next change. Take it before looking, so that nothing is missed between.</summary>
    public Task Changed { get { lock (gate) return bell.Task; } }

    public IReadOnlyList<ChatItem> Items { get { lock (gate) return [.. items]; } }

    public IReadOnlyList<ChatItem> After(long seen) { lock (gate) return [.. items.Where(item => item.Seq > seen).OrderBy(item => item.Seq)]; }

    public ChatItem? Find(string id) { lock (gate) return items.Find(item => item.Id == id); }

    public ChatItem Add(string id, string from, JsonElement message, string? via = null)
    {
        lock (gate)
        {
            var item = new ChatItem
            {
                Seq = ++seq, Id = id, From = from, At = time.GetUtcNow(), Message = message.Clone(), Via = via, Read = from == ChatItem.Bot,
            };
            items.Add(item);
            Ring();
            return item;
        }
    }

    /// <summary>Changes items; each one that comes out different gets a new number.</summary>
    public void Change(Func<ChatItem, ChatItem> change)
    {
        lock (gate)
        {
            for (var i = 0; i < items.Count; i++)
            {
                var changed = change(items[i]);
                if (changed != items[i]) items[i] = changed with { Seq = ++seq };
            }
            Ring();
        }
    }

    /// <summary>Something beside the items changed: loading, rich menu, following.</summary>
    public void Touch()
    {
        lock (gate)
        {
            seq++;
            Ring();
        }
    }

    /// <summary>Several changes that nobody sees one by one: the bubbles of one reply.</summary>
    public void Together(Action changes)
    {
        lock (gate)
        {
            quiet = true;
            try
            {
                changes();
            }
            finally
            {
                quiet = false;
                Ring();
            }
        }
    }

    private void Ring()
    {
        if (quiet) return;
        bell.TrySetResult();
        bell = New();
    }

    // The listeners must not run under the lock.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
