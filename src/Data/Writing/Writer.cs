using System.Data.Common;
using System.Diagnostics;

namespace Concierge.Data;

/// <summary>
/// The one who writes: a thread with one connection that takes all waiting work into one transaction (group commit).
/// Work that throws is taken back alone; a task completes only when its transaction is durable.
/// </summary>
public sealed class Writer : IDisposable
{
    private const int LargestGroup = 64;
    private const int BusyTries = 5;

    private readonly Provider provider;
    private readonly Vault vault;
    private readonly object gate = new();
    private readonly Queue<Work> queue = new();
    private readonly Thread thread;
    private Unit? unit;
    private bool stopping;

    internal Writer(Provider provider, Vault vault)
    {
        (this.provider, this.vault) = (provider, vault);
        thread = new Thread(WriteUntilStopped) { Name = "Concierge writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>
    /// Runs <paramref name="work"/> on the writer's thread. It must be synchronous and short, must not keep the unit, and
    /// must not wait for another write. The task faults with what the work threw, or with <see cref="NotStored"/> when
    /// the transaction failed; nothing of it is stored then.
    /// </summary>
    public Task<T> Write<T>(Func<Unit, T> work)
    {
        var queued = new Work<T>(work);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(stopping, this);
            queue.Enqueue(queued);
            Monitor.Pulse(gate);
        }
        return queued.Task;
    }

    public Task Write(Action<Unit> work) => Write(unit =>
    {
        work(unit);
        return true;
    });

    /// <summary>Takes nothing new, writes what is queued, closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            stopping = true;
            Monitor.Pulse(gate);
        }
        thread.Join();
    }

    private void WriteUntilStopped()
    {
        var group = new List<Work>(LargestGroup);
        while (TakeGroup(group)) WriteGroup(group);
        Disconnect();
    }

    private bool TakeGroup(List<Work> group)
    {
        group.Clear();
        lock (gate)
        {
            while (queue.Count == 0)
            {
                if (stopping) return false;
                Monitor.Wait(gate);
            }
            while (group.Count < LargestGroup && queue.TryDequeue(out var work)) group.Add(work);
            return true;
        }
    }

    private void WriteGroup(List<Work> group)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var open = Begin();
            if (group.Count == 1) RunAlone(open, group[0]);
            else RunTogether(open, group);
        }
        catch (Exception failure)
        {
            // Not the work but the transaction or its connection failed: nothing of the group was stored.
            foreach (var work in group) work.Failure = OwnFault(work) ?? new NotStored(work.Failure ?? failure);
            Disconnect();
        }
        Measure(group, began);
        foreach (var work in group) work.Complete();
    }

    private Unit Begin()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                unit ??= new Unit(provider, provider.OpenForWriting(), vault, readOnly: false);
                unit.Begin();
                return unit;
            }
            catch (Exception e) when (attempt < BusyTries && provider.IsBusy(e))
            {
                Disconnect();
            }
        }
    }

    private void RunAlone(Unit open, Work work)
    {
        if (Try(open, work)) Commit(open);
        else open.Rollback();
    }

    private void RunTogether(Unit open, List<Work> group)
    {
        foreach (var work in group)
        {
            provider.MarkItem(open);
            if (Try(open, work))
            {
                provider.KeepItem(open);
            }
            else
            {
                provider.UndoItem(open);
                open.ForgetKeys();
            }
        }
        Commit(open);
    }

    private static bool Try(Unit open, Work work)
    {
        try
        {
            work.Run(open);
            return true;
        }
        catch (Exception failure)
        {
            work.Failure = failure;
            return false;
        }
    }

    private void Commit(Unit open)
    {
        if (open.Changed) provider.Ring(open);
        open.Commit();
    }

    // Whoever happened to meet the broken connection first is not the cause of it; EF Core wraps what it met there.
    private static Exception? OwnFault(Work work) => IsOfDatabase(work.Failure) ? null : work.Failure;

    private static bool IsOfDatabase(Exception? failure) => failure is not null && (failure is DbException || IsOfDatabase(failure.InnerException));

    private void Disconnect()
    {
        unit?.Close();
        unit = null;
    }

    private static void Measure(List<Work> group, long began)
    {
        var failed = 0;
        foreach (var work in group) failed += work.Failure is null ? 0 : 1;
        WriterMetrics.Writes.Add(group.Count - failed);
        if (failed > 0) WriterMetrics.Failures.Add(failed);
        WriterMetrics.GroupSize.Record(group.Count);
        WriterMetrics.CommitSeconds.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }
}
