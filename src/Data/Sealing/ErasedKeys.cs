using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Throws away unwrapped keys of members whom another process has erased, or joined to somebody: this one's memory must not open what may still lie
/// in an old copy of the file.
/// </summary>
internal sealed class ErasedKeys : IDisposable
{
    /// <summary>A look costs a millisecond or two.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly Database database;
    private readonly PeriodicTimer timer;

    public ErasedKeys(Database database, TimeProvider time)
    {
        (this.database, timer) = (database, new PeriodicTimer(Every, time));
        _ = Task.Run(Watch);
    }

    public void Dispose() => timer.Dispose();

    private async Task Watch()
    {
        while (await timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            try { Look(); }
            catch (Exception) { /* The database is away, which others tell loudly: the next look makes it good. */ }
        }
    }

    private void Look()
    {
        // Asked before the snapshot begins: whoever is in memory by then stands in it, or is gone.
        var members = database.Vault.Members();
        if (members.Length == 0) return;
        var here = database.Reader.Read(unit => unit.Db.Members.AsNoTracking().Where(m => members.Contains(m.Id)).Select(m => m.Id).ToHashSet());
        foreach (var gone in members.Where(member => !here.Contains(member))) database.Vault.Forget(gone);
    }
}
