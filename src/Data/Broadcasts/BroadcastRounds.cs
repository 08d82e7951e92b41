using System.Text;
using Concierge.Core.Broadcasts;
using Concierge.Core.Calendar;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What time does to broadcasts. Each of these looks at what is there, so that one ring too many does nothing.</summary>
public static class BroadcastRounds
{
    /// <summary>Whether <see cref="Turn"/> would find anything: a look each second is not to be a write each second.</summary>
    public static bool AnyDue(Unit unit, DateTimeOffset now) =>
        Open(unit).Any(b => b.State == BroadcastState.Sending || b.LatestAt <= now || (b.State == BroadcastState.Approved && b.DueAt <= now))
        || OpenChunks(unit).Any(c => !Open(unit).Any(b => b.Id == c.BroadcastId))
        || Repeating(unit).Any(b => IsPast(b, now));

    /// <summary>Ends what is too late, begins what is due, finishes what is done.</summary>
    /// <param name="render">The messages as LINE gets them, from the reply that was approved; null when LINE could not fetch a picture of ours.</param>
    /// <returns>Those that may send now.</returns>
    public static IReadOnlyList<long> Turn(Unit unit, Func<Reply, byte[]?> render, QuietHours quiet, DateTimeOffset now)
    {
        foreach (var broadcast in Open(unit).ToList())
        {
            if (broadcast.RunOut(now) is BroadcastMove.Done) unit.Feed.Add(now, "broadcast-expired", null, broadcast.Id);
            else if (broadcast is { State: BroadcastState.Approved, DueAt: { } due } && due <= now && MayBegin(broadcast, quiet, now)) Begin(unit, broadcast, render, now);
            else if (broadcast.State == BroadcastState.Sending && broadcast.Content.HasCard) IsAsApproved(unit, broadcast, now);
            else if (IsPast(broadcast, now)) broadcast.Finish(now);
            if (broadcast.State == BroadcastState.Sending && !OpenChunks(unit).Any(c => c.BroadcastId == broadcast.Id)) Finish(unit, broadcast, now);
        }
        unit.Db.SaveChanges();
        GiveUpWhatIsOver(unit, now);
        return [.. Open(unit).Where(b => b.State == BroadcastState.Sending).AsEnumerable().Where(b => MaySend(b, quiet, now)).Select(b => b.Id)];
    }

    /// <summary>Of those that repeat, the times that have come and are not there yet.</summary>
    public static IReadOnlyList<(Broadcast Series, Occurrence Time)> Due(Unit unit, DateTimeOffset now)
    {
        var series = Repeating(unit);
        if (series.Count == 0) return [];
        var seminars = series.Any(b => b.Timing is Timing.BeforeSeminar) ? unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.StartsAt > now).ToList() : [];
        var made = unit.Db.Set<Broadcast>().Where(b => b.Series != null).Select(b => new { b.Series, b.Occurrence }).AsEnumerable().Select(b => (b.Series, b.Occurrence)).ToHashSet();
        return [.. series.SelectMany(b => b.Timing.Due(b.RepeatsFrom!.Value, now, seminars).Where(time => !made.Contains((b.Id, time.Key))).Select(time => (b, time)))];
    }

    /// <summary>Makes one time of one that repeats, however many try to.</summary>
    /// <param name="people">Of its audience, as it was read just before.</param>
    /// <returns>False when it is there already, or its series does not go on.</returns>
    public static bool Make(Unit unit, long series, Occurrence time, IReadOnlyList<string> people, string code, DateTimeOffset now)
    {
        if (unit.Db.Find<Broadcast>(series) is not { State: BroadcastState.Approved } of || unit.Db.Set<Broadcast>().Any(b => b.Series == series && b.Occurrence == time.Key)) return false;
        var one = BroadcastBook.Add(unit, of.Of(time, code));
        var reason = one.LatestAt <= now ? null : people.Count > one.Cap ? BroadcastReason.Cap : ReasonOf(Freezing.Do(unit, one, people, now));
        if (reason is { } why) Stop(unit, one, why, now);
        return true;
    }

    /// <summary>Into a pause, and staff see it.</summary>
    public static void Pause(Unit unit, long id, BroadcastReason reason, DateTimeOffset now)
    {
        if (unit.Db.Find<Broadcast>(id)?.Pause(reason) is BroadcastMove.Done) unit.Feed.Add(now, "broadcast-paused", null, id);
    }

    /// <summary>After a restore nobody knows what was sent or taken back since the backup: what was due is not sent again, all else waits for staff.</summary>
    public static void Restored(Unit unit, DateTimeOffset now)
    {
        foreach (var broadcast in Open(unit).ToList())
            if (broadcast.StartedAt is null && !(broadcast.DueAt <= now)) broadcast.Pause(BroadcastReason.Restored);
            else
            {
                broadcast.Stop(BroadcastReason.Restored, now);
                foreach (var chunk in OpenChunks(unit).Where(c => c.BroadcastId == broadcast.Id))
                    (chunk.State, chunk.Addresses, chunk.Reason) = (ChunkState.Review, null, "Restored");
            }
        unit.Db.SaveChanges();
    }

    private static void Begin(Unit unit, Broadcast broadcast, Func<Reply, byte[]?> render, DateTimeOffset now)
    {
        var entry = unit.Db.Entry(broadcast);
        if (!IsAsApproved(unit, broadcast, now)) return;
        if (!broadcast.IsTest && Freezing.Same(unit, broadcast) is not null) Stop(unit, broadcast, BroadcastReason.Same, now);
        else if ((entry.Property<byte[]?>(BroadcastMapping.Body).CurrentValue ?? render(StoredMessage.ReadReply(Encoding.UTF8.GetBytes(Frozen(unit, broadcast)))!)) is { } body)
        {
            // Rendered once: every chunk and every try is the same to the byte.
            entry.Property<byte[]?>(BroadcastMapping.Body).CurrentValue = body;
            broadcast.Start(now);
        }
        else Pause(unit, broadcast.Id, BroadcastReason.Address, now);
    }

    private static string Frozen(Unit unit, Broadcast broadcast) => unit.Db.Entry(broadcast).Property<string?>(BroadcastMapping.Frozen).CurrentValue!;

    /// <summary>What its card tells of may change or be called off, also between two chunks: then nobody more hears of it.</summary>
    private static bool IsAsApproved(Unit unit, Broadcast broadcast, DateTimeOffset now)
    {
        var cards = BroadcastBook.CardsOf(unit, broadcast.Content, now);
        if (cards.Gone) Stop(unit, broadcast, BroadcastReason.Changed, now);
        else if (Freezing.Reply(broadcast, cards) != Frozen(unit, broadcast)) Pause(unit, broadcast.Id, BroadcastReason.Changed, now);
        else return true;
        return false;
    }

    private static void Finish(Unit unit, Broadcast broadcast, DateTimeOffset now)
    {
        var chunks = unit.Db.Set<BroadcastChunk>().Where(c => c.BroadcastId == broadcast.Id);
        if (chunks.Any(c => c.State == ChunkState.Refused) && !chunks.Any(c => c.SentTo > 0))
        {
            Stop(unit, broadcast, BroadcastReason.Refused, now);
            return;
        }
        broadcast.Finish(now);
        var isCertain = !chunks.Any(c => c.State == ChunkState.Review);
        unit.Feed.Add(now, isCertain ? "broadcast-sent" : "broadcast-review", null, broadcast.Id);
    }

    private static void Stop(Unit unit, Broadcast broadcast, BroadcastReason reason, DateTimeOffset now)
    {
        broadcast.Stop(reason, now);
        unit.Feed.Add(now, "broadcast-stopped", null, broadcast.Id);
    }

    /// <summary>However it ended, and whoever ended it.</summary>
    private static void GiveUpWhatIsOver(Unit unit, DateTimeOffset now)
    {
        foreach (var over in OpenChunks(unit).Select(c => c.BroadcastId).Distinct().Where(id => !Open(unit).Any(b => b.Id == id)).ToList()) BroadcastChunks.GiveUp(unit, over, now);
        unit.Db.SaveChanges();
    }

    private static BroadcastReason? ReasonOf(BroadcastMove frozen) => frozen switch
    {
        BroadcastMove.Done => null,
        BroadcastMove.Same => BroadcastReason.Same,
        _ => BroadcastReason.Changed,
    };

    private static bool MaySend(Broadcast broadcast, QuietHours quiet, DateTimeOffset now) => broadcast.IsTest || !quiet.IsQuiet(now);

    private static bool MayBegin(Broadcast broadcast, QuietHours quiet, DateTimeOffset now) => broadcast.IsTest || quiet.MayStart(now);

    private static bool IsPast(Broadcast broadcast, DateTimeOffset now) => broadcast.State == BroadcastState.Approved && broadcast.Timing.LastDay < Tokyo.Day(now);

    private static List<Broadcast> Repeating(Unit unit) => Open(unit).AsNoTracking().Where(b => b.State == BroadcastState.Approved && b.DueAt == null).ToList();

    private static IQueryable<BroadcastChunk> OpenChunks(Unit unit) => unit.Db.Set<BroadcastChunk>().Where(c => c.State == ChunkState.Waiting || c.State == ChunkState.Sending);

    private static IQueryable<Broadcast> Open(Unit unit) =>
        unit.Db.Set<Broadcast>().Where(b => b.State == BroadcastState.Approved || b.State == BroadcastState.Sending || b.State == BroadcastState.Paused).OrderBy(b => b.Id);
}
