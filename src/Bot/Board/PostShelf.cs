using Concierge.Core.Board;
using Concierge.Core.Calendar;
using Concierge.Data;

namespace Concierge.Bot.Board;

/// <summary>
/// The board in memory, made ready for finding. Each turn that looks for something asks by one number whether it is still the board of today; the bell
/// has it renewed before, so that people seldom wait for it.
/// </summary>
public sealed partial class PostShelf(Database database, TimeProvider time, ILogger<PostShelf> log) : IHostedService
{
    /// <summary>Every commit rings. A look a second is enough, for a turn looks for itself.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private Shelf _shelf = new(-1, default, PostIndex.None);
    private DateTimeOffset _lookedAt;
    private int _looking;

    private sealed record Shelf(long Version, DateOnly Day, PostIndex Index);

    /// <summary>What this member may be shown now, read in the turn's own transaction.</summary>
    public Offers For(Unit unit, string memberId, DateTimeOffset now) => new(Current(unit, now), new Posts(unit).MarksOf(memberId))
    {
        Known = id => new Posts(unit).Find(id),
        News = id => Applicants.News(unit, memberId, id),
    };

    public Task StartAsync(CancellationToken cancel)
    {
        database.Bell.Rang += Look;
        Look();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel)
    {
        database.Bell.Rang -= Look;
        return Task.CompletedTask;
    }

    /// <summary>What anybody may be shown now.</summary>
    public PostIndex Current(Unit unit, DateTimeOffset now)
    {
        var posts = new Posts(unit);
        var (version, day) = (posts.Version(), Tokyo.Day(now));
        var shelf = Volatile.Read(ref _shelf);
        if (shelf.Version == version && shelf.Day == day) return shelf.Index;
        var index = PostIndex.Of(posts.Open(), Wages.Embedded, day);
        foreach (var (post, why) in index.Refused) Refused(log, post, why.GetType().Name);
        Volatile.Write(ref _shelf, new Shelf(version, day, index));
        return index;
    }

    private void Look()
    {
        var now = time.GetUtcNow();
        if (now - _lookedAt < Between || Interlocked.Exchange(ref _looking, 1) == 1) return;
        _lookedAt = now;
        _ = Task.Run(() =>
        {
            try { database.Reader.Read(unit => Current(unit, now)); }
            // The next turn reads it for itself, and fails loudly if it must.
            catch (Exception failed) { NotRenewed(log, failed.GetType().Name); }
            finally { Volatile.Write(ref _looking, 0); }
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Post {Post} is not shown: {Why}.")]
    private static partial void Refused(ILogger log, long post, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The board could not be renewed ({Error}); the next search tries again.")]
    private static partial void NotRenewed(ILogger log, string error);
}
