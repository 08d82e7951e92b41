namespace Concierge.LineSimulator;

/// <summary>Reply tokens: good once, for a minute after the webhook; a redelivery gives another minute within 20 minutes of the event.</summary>
internal sealed class ReplyTokens(TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(20);
    private readonly Lock gate = new();
    private readonly Dictionary<string, (Person Person, DateTimeOffset Happened, DateTimeOffset Delivered)> open = [];
    private readonly HashSet<string> known = [];

    /// <summary>The webhook with this token goes out now, for the first time or again.</summary>
    public void Deliver(string token, Person person, DateTimeOffset happened)
    {
        lock (gate)
        {
            // A used token is not open any more, and no second delivery, marked or not, brings it back.
            if (known.Add(token) || open.ContainsKey(token)) open[token] = (person, happened, time.GetUtcNow());
        }
    }

    /// <summary>Uses the token up; null for a used, expired or unknown one: LINE tells them apart for nobody.</summary>
    public Person? Redeem(string token)
    {
        lock (gate)
        {
            if (!open.Remove(token, out var found)) return null;
            var now = time.GetUtcNow();
            return now - found.Delivered <= Fresh && now - found.Happened <= Oldest ? found.Person : null;
        }
    }
}
