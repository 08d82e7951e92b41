namespace Concierge.LineSimulator;

internal sealed class TurnableTimer : ITimer
{
    private readonly TurnableTime time;
    private readonly ITimer below;
    private readonly Lock gate = new();
    private DateTimeOffset? due;
    private TimeSpan period;

    public TurnableTimer(TurnableTime time, TimeProvider clock, TimerCallback callback, object? state)
    {
        this.time = time;
        below = clock.CreateTimer(_ => Fire(callback, state), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            this.period = period;
            due = dueTime == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + dueTime;
            return below.Change(dueTime, period);
        }
    }

    /// <summary>The clock was turned: what is due fires now, the rest waits for what is left.</summary>
    public void Turned()
    {
        lock (gate)
        {
            if (due is not { } at) return;
            var left = at - time.GetUtcNow();
            below.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, period);
        }
    }

    private void Fire(TimerCallback callback, object? state)
    {
        lock (gate) due = period == Timeout.InfiniteTimeSpan ? null : time.GetUtcNow() + period;
        callback(state);
    }

    public void Dispose()
    {
        time.Forget(this);
        below.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
