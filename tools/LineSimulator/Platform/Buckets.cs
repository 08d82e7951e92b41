namespace Concierge.LineSimulator;

/// <summary>A token bucket for each operation: a burst drains it, time fills it again.</summary>
internal sealed class Buckets(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Route, (double Left, long At)> buckets = [];

    public bool Take(Route route)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            var (left, at) = buckets.GetValueOrDefault(route, (route.Rate.Calls, now));
            var filled = time.GetElapsedTime(at, now) / route.Rate.Per * route.Rate.Calls;
            left = Math.Min(route.Rate.Calls, left + filled);
            buckets[route] = (left >= 1 ? left - 1 : left, now);
            return left >= 1;
        }
    }
}
