using System.Runtime.CompilerServices;
using Concierge.Data;

namespace Concierge.Admin.Live;

/// <summary>
/// The feed as it grows, for everybody who watches. The bell only says that something happened; what is read is what stands behind the place
/// where one stopped, so nothing is missed however long one was away.
/// </summary>
public sealed class FeedTail : IDisposable
{
    private const int AtOnce = 200;

    private readonly Database database;
    private readonly TimeProvider time;
    private volatile TaskCompletionSource next = New();

    public FeedTail(Database database, TimeProvider time)
    {
        (this.database, this.time) = (database, time);
        database.Bell.Rang += Wake;
    }

    /// <summary>Where the feed ends now.</summary>
    public long End() => database.Reader.Read(unit => unit.Feed.Last());

    /// <summary>All that comes after this place, until <paramref name="stop"/>; null whenever nothing came for so long.</summary>
    public async IAsyncEnumerable<FeedRow?> After(long seq, TimeSpan quiet, [EnumeratorCancellation] CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // Taken before looking: what is committed while we look wakes us again.
            var ring = next.Task;
            var rows = database.Reader.Read(unit => unit.Feed.After(seq, AtOnce));
            foreach (var row in rows)
            {
                yield return row;
                seq = row.Seq;
            }
            if (rows.Count == 0 && !await Rings(ring, quiet, stop)) yield return null;
        }
    }

    /// <summary>Done as soon as it is so, or when patience is over.</summary>
    public async Task Until(Func<Unit, bool> isSo, TimeSpan patience)
    {
        var end = time.GetUtcNow() + patience;
        while (true)
        {
            var ring = next.Task;
            if (database.Reader.Read(isSo) || time.GetUtcNow() >= end) return;
            await Rings(ring, end - time.GetUtcNow(), CancellationToken.None);
        }
    }

    public void Dispose() => database.Bell.Rang -= Wake;

    private async Task<bool> Rings(Task ring, TimeSpan quiet, CancellationToken stop)
    {
        try
        {
            await ring.WaitAsync(quiet, time, stop);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private void Wake() => Interlocked.Exchange(ref next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
