namespace Concierge.Bot.Workers;

/// <summary>
/// Runs work for many members at once, but for each member one piece after the other. Holds no state worth keeping: what is
/// to be done stands in the database, a ring only says that somebody should look.
/// </summary>
/// <param name="run">Does one piece for this member; false when nothing was left to do.</param>
/// <param name="failed">Told of an exception; what was asked for before it waits for the next ring.</param>
public sealed class OneAtATime(Func<string, Task<bool>> run, Action<string, Exception> failed)
{
    /// <summary>Rings that mean: as long as there is something.</summary>
    public const int UntilEmpty = int.MaxValue;

    private readonly Dictionary<string, Slot> _busy = [];

    /// <summary>Asks for this many pieces.</summary>
    /// <returns>Done when the member's pieces are done.</returns>
    public Task Ring(string member, int pieces = 1)
    {
        Slot slot;
        lock (_busy)
        {
            if (_busy.TryGetValue(member, out var running))
            {
                running.Owed += pieces;
                return running.Done.Task;
            }
            _busy[member] = slot = new Slot { Owed = pieces };
        }
        // Not on the caller's thread: a webhook's answer must not wait for the turn.
        ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Self.Work(state.Member, state.Slot), (Self: this, Member: member, Slot: slot), preferLocal: false);
        return slot.Done.Task;
    }

    /// <summary>Done when everything that was running when it was asked is done.</summary>
    public Task Idle()
    {
        lock (_busy) return Task.WhenAll(_busy.Values.Select(slot => slot.Done.Task));
    }

    public bool IsIdle
    {
        get { lock (_busy) return _busy.Count == 0; }
    }

    private async Task Work(string member, Slot slot)
    {
        long owed;
        do
        {
            lock (_busy) owed = slot.Owed;
        }
        while (Owes(member, slot, before: owed, await RunOne(member)));
        slot.Done.SetResult();
    }

    private async Task<bool> RunOne(string member)
    {
        try
        {
            return await run(member);
        }
        catch (Exception bug)
        {
            failed(member, bug);
            return false;
        }
    }

    private bool Owes(string member, Slot slot, long before, bool didSomething)
    {
        lock (_busy)
        {
            // Nothing was left when it looked: whoever rang since then has something that it did not see.
            slot.Owed -= didSomething ? 1 : before;
            if (slot.Owed > 0) return true;
            _busy.Remove(member);
            return false;
        }
    }

    private sealed class Slot
    {
        public long Owed;
        public readonly TaskCompletionSource Done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
