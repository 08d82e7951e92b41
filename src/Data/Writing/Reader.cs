using System.Collections.Concurrent;

namespace Concierge.Data;

/// <summary>Reads outside the writer, each time in a snapshot of its own. Thread-safe; does not wait for writers.</summary>
public sealed class Reader : IDisposable
{
    private const int Kept = 8;
    private readonly Provider provider;
    private readonly Vault vault;
    private readonly ConcurrentBag<Unit> idle = [];

    internal Reader(Provider provider, Vault vault) => (this.provider, this.vault) = (provider, vault);

    /// <summary>Writing within <paramref name="work"/> fails.</summary>
    public T Read<T>(Func<Unit, T> work)
    {
        var unit = idle.TryTake(out var known) ? known : new Unit(provider, provider.OpenForReading(), vault, readOnly: true);
        try
        {
            unit.Begin();
            var result = unit.Do(work);
            unit.Commit();
            GiveBack(unit);
            return result;
        }
        catch
        {
            // When the server went away, the idle connections went with it.
            if (unit.Broken) CloseIdle();
            unit.Close();
            throw;
        }
    }

    /// <summary>The conversation's epoch now; 0 when there is none yet.</summary>
    public int Epoch(string memberId) => Read(unit => unit.Conversations.Epoch(memberId));

    public void Dispose() => CloseIdle();

    private void GiveBack(Unit unit)
    {
        if (idle.Count < Kept) idle.Add(unit);
        else unit.Close();
    }

    private void CloseIdle()
    {
        while (idle.TryTake(out var unit)) unit.Close();
    }
}
