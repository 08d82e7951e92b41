using System.Collections.Frozen;

namespace Concierge.Bot.Line;

/// <summary>
/// Keeps us below LINE's rate limits: a token bucket per operation. A short wait is waited; a long one is handed back,
/// because somebody behind us in the queue may be allowed to send something else.
/// </summary>
public sealed class RateLimits(TimeProvider time)
{
    /// <summary>The longest wait that <see cref="Enter"/> takes upon itself.</summary>
    public static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(250);

    private readonly FrozenDictionary<LineCall, Bucket> _buckets =
        LineCall.All.ToFrozenDictionary(call => call, call => new Bucket(call.Most, call.Per, time));

    /// <summary>Null: go ahead. Otherwise how long to stay away; nothing was taken from the bucket then.</summary>
    public async ValueTask<TimeSpan?> Enter(LineCall call, CancellationToken cancel)
    {
        var (granted, wait) = _buckets[call].Take(ShortWait);
        if (!granted) return wait;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancel);
        return null;
    }

    private sealed class Bucket(int most, TimeSpan per, TimeProvider time)
    {
        private readonly Lock _lock = new();
        private readonly double _perSecond = most / per.TotalSeconds;
        private double _left = most;
        private long _seen = time.GetTimestamp();

        // Who may wait takes a token that is not there yet: the bucket goes below zero, and the next one waits longer.
        public (bool Granted, TimeSpan Wait) Take(TimeSpan patience)
        {
            lock (_lock)
            {
                Refill();
                var wait = TimeSpan.FromSeconds(Math.Max(0, (1 - _left) / _perSecond));
                if (wait > patience) return (false, wait);
                _left--;
                return (true, wait);
            }
        }

        private void Refill()
        {
            var now = time.GetTimestamp();
            _left = Math.Min(most, _left + time.GetElapsedTime(_seen, now).TotalSeconds * _perSecond);
            _seen = now;
        }
    }
}
