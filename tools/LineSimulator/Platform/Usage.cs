using System.Globalization;

namespace Concierge.LineSimulator;

/// <summary>Counts what was delivered, by day in Japan and by kind, and holds the month's quota.</summary>
internal sealed class Usage(TimeProvider time, long? quota)
{
    private static readonly TimeSpan Japan = TimeSpan.FromHours(9);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Day, string Kind), long> counts = [];

    public long? Quota { get; set; } = quota;

    private string Today => time.GetUtcNow().ToOffset(Japan).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Everything but replies, this month: replies are free.</summary>
    public long ThisMonth
    {
        get
        {
            lock (gate) return counts.Where(entry => entry.Key.Kind != Via.Reply && entry.Key.Day[..6] == Today[..6]).Sum(entry => entry.Value);
        }
    }

    /// <summary>Takes one message per recipient, however many bubbles; false when the month's quota would not hold it.</summary>
    public bool Take(string kind, int recipients)
    {
        lock (gate)
        {
            if (kind != Via.Reply && Quota is { } most && ThisMonth + recipients > most) return false;
            counts[(Today, kind)] = counts.GetValueOrDefault((Today, kind)) + recipients;
            return true;
        }
    }

    public long On(string day, string kind)
    {
        lock (gate) return counts.GetValueOrDefault((day, kind));
    }

    /// <summary>Whether that day is over in Japan: LINE counts it only then.</summary>
    public bool IsOver(string day) => string.CompareOrdinal(day, Today) < 0;
}
