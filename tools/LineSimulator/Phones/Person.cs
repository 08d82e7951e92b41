using System.Text.Json;

namespace Concierge.LineSimulator;

/// <summary>A person with a phone. What the person does becomes a webhook; what the bot says appears in <see cref="Chat"/>.</summary>
public sealed partial class Person
{
    private readonly World world;
    private int looked;

    internal Person(World world, string id, string name)
    {
        this.world = world;
        Id = id;
        Name = name;
        Log = new ChatLog(world.Time);
    }

    /// <summary>The LINE user id: U and 32 hexadecimal digits, the same for the same seed and order.</summary>
    public string Id { get; }

    /// <summary>The display name.</summary>
    public string Name { get; }

    /// <summary>Has added the bot as a friend, and not blocked it since.</summary>
    public bool Following { get; private set; }

    /// <summary>Has blocked the bot: nothing arrives any more.</summary>
    public bool Blocked { get; private set; }

    /// <summary>Until when the loading animation shows; it ends with the bot's next message.</summary>
    public DateTimeOffset? LoadingUntil { get; private set; }

    /// <summary>Everything on the phone, in order, the person's own bubbles included.</summary>
    public IReadOnlyList<ChatItem> Chat => Log.Items;

    /// <summary>What the bot said, in order.</summary>
    public IReadOnlyList<ChatItem> FromBot => [.. Log.Items.Where(item => item.From == ChatItem.Bot)];

    /// <summary>The menu at the foot of the chat, as the bot made it; null without one.</summary>
    public JsonElement? RichMenu => world.RichMenus.For(Id)?.Json;

    internal DateTimeOffset? Wrote { get; private set; }

    /// <summary>Friends can be reached, and for seven days who wrote without being one.</summary>
    internal bool IsReachable => !Blocked && (Following || world.Time.GetUtcNow() - Wrote < TimeSpan.FromDays(7));

    internal ChatLog Log { get; }

    /// <summary>LINE keeps the order of one person's webhooks.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>How far the phone page has looked.</summary>
    internal long SeenSeq { get; set; }

    internal int Unread => Log.After(SeenSeq).Count(item => item.From == ChatItem.Bot);

    /// <summary>
    /// Waits for the next messages of the bot that were not yet waited for, and gives them back.
    /// Patience is in real time, ten seconds unless said, and its end tells what was seen instead.
    /// </summary>
    public async Task<IReadOnlyList<ChatItem>> Sees(int count = 1, TimeSpan? patience = null)
    {
        using var tooLong = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(10));
        while (true)
        {
            var changed = Log.Changed;
            var fresh = FromBot.Skip(looked).ToArray();
            if (fresh.Length >= count)
            {
                looked += count;
                return fresh[..count];
            }
            try
            {
                await changed.WaitAsync(tooLong.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{Name} saw {fresh.Length} new message(s) of the bot, not {count}.\n{Transcript}");
            }
        }
    }

    /// <summary>The chat as lines: &gt; the person, &lt; the bot, * the simulator; labels in brackets.</summary>
    public string Transcript => Transcripts.Of(Chat);

    internal void Receives(string id, JsonElement message, string via)
    {
        LoadingUntil = null;
        Log.Add(id, ChatItem.Bot, message, via);
    }

    internal void Loads(TimeSpan time)
    {
        LoadingUntil = world.Time.GetUtcNow() + time;
        Log.Touch();
    }

    internal void IsReadUpTo(string messageId)
    {
        var last = Log.Find(messageId)?.At;
        Log.Change(item => item.From == ChatItem.Person && item.At <= last ? item with { Read = true } : item);
    }

    internal void HearsNothing() =>
        Log.Add($"system-{Log.Seq + 1}", ChatItem.System, LineJson.Element(new { type = "text", text = "コンシェルジュにつながりませんでした" }));
}
