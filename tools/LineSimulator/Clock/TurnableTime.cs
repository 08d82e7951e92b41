namespace Concierge.LineSimulator;

/// <summary>Runs like the clock below it, plus what it was turned forward. Hand it to the bot too, and both agree.</summary>
public sealed class TurnableTime(TimeProvider below) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<TurnableTimer> timers = [];
    private TimeSpan ahead;

    /// <inheritdoc/>
    public override long TimestampFrequency => below.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => below.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return below.GetUtcNow() + ahead;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (gate) return below.GetTimestamp() + (long)(ahead.TotalSeconds * below.TimestampFrequency);
    }

    /// <summary>Turns the clock forward and fires what has come due.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TurnableTimer[] running;
        lock (gate)
        {
            ahead += by;
            running = [.. timers];
        }
        foreach (var timer in running) timer.Turned();
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TurnableTimer(this, below, callback, state);
        lock (gate) timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Forget(TurnableTimer timer)
    {
        lock (gate) timers.Remove(timer);
    }
}
