using Microsoft.Extensions.Time.Testing;

namespace Concierge.SystemTests.Road;

/// <summary>
/// Stands still until it is turned. A timer that repeats fires once at each turn, however far: nine days are one look of a worker
/// into its box, not 777,600.
/// </summary>
public sealed class TownClock(DateTimeOffset now) : FakeTimeProvider(now)
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Again();
        timer.Below = base.CreateTimer(
            _ =>
            {
                timer.Rewind();
                callback(state);
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(dueTime, period);
        return timer;
    }

    public void AdvanceTo(DateTimeOffset then) => Advance(then - GetUtcNow());

    private sealed class Again : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public ITimer Below { get; set; } = null!;

        public void Rewind()
        {
            if (_period > TimeSpan.Zero) Below.Change(_period, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            return Below.Change(dueTime, Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => Below.Dispose();

        public ValueTask DisposeAsync() => Below.DisposeAsync();
    }
}
