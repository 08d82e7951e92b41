namespace Concierge.Data;

/// <summary>
/// Rings when something was committed, by this process or another. Says neither what nor how often: whoever hears it
/// looks. It may ring once too often, never once too seldom.
/// </summary>
public abstract class Bell : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private Action? listeners;
    private Task? watching;

    /// <summary>
    /// On a thread of the bell: return at once, do not throw. The bell begins to watch when the first listens, so that
    /// nobody misses its ring on connecting.
    /// </summary>
    public event Action? Rang
    {
        add
        {
            lock (gate)
            {
                listeners += value;
                watching ??= Task.Run(() => WatchForEver(stopping.Token));
            }
        }
        remove
        {
            lock (gate) listeners -= value;
        }
    }

    public void Dispose()
    {
        if (stopping.IsCancellationRequested) return;
        stopping.Cancel();
        try { watching?.Wait(TimeSpan.FromSeconds(2)); }
        catch (AggregateException) { }
        stopping.Dispose();
    }

    /// <summary>Watches on one connection until it breaks.</summary>
    protected abstract Task Watch(CancellationToken stop);

    protected void Ring() => listeners?.Invoke();

    private async Task WatchForEver(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try { await Watch(stop).ConfigureAwait(false); }
            catch (Exception) when (!stop.IsCancellationRequested)
            {
                // Deaf until it is connected again: what was missed is made good by the ring on connecting.
                await Task.Delay(TimeSpan.FromSeconds(1), stop).ConfigureAwait(false);
            }
        }
    }
}
