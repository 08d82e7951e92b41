using System.Buffers.Text;
using System.Security.Cryptography;
using Concierge.Core.Broadcasts;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What staff do with broadcasts, each within one write; a no has changed nothing.</summary>
public static class BroadcastBook
{
    /// <summary>72 bits by chance.</summary>
    public static string NewCode() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));

    /// <summary>128 bits by chance: public, and found by nobody who was not given it.</summary>
    public static string NewPicture() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static BroadcastPicture? Picture(Unit unit, string id) => unit.Db.Set<BroadcastPicture>().AsNoTracking().SingleOrDefault(p => p.Id == id);

    /// <summary>Tracked: what is changed in it is saved. Null when there is none.</summary>
    public static Broadcast? Find(Unit unit, long id) => unit.Db.Find<Broadcast>(id);

    public static Broadcast Add(Unit unit, Broadcast broadcast)
    {
        unit.Db.Add(broadcast);
        unit.Db.SaveChanges();
        return broadcast;
    }

    /// <summary>Takes back what was frozen, if anything was; of one that repeats, also the times of it that are still to go out.</summary>
    public static BroadcastMove Edit(Unit unit, Broadcast broadcast, string staff, BroadcastContent content, Audience audience, Timing timing, int windowMinutes, int cap, DateTimeOffset now)
    {
        var times = OpenTimes(unit, broadcast);
        var done = broadcast.Edit(staff, content, audience, timing, windowMinutes, cap);
        if (done is not BroadcastMove.Done) return done;
        Freezing.Undo(unit, broadcast);
        foreach (var time in times) time.Stop(BroadcastReason.Staff, now);
        return done;
    }

    public static BroadcastMove Pause(Unit unit, Broadcast broadcast) => WithItsTimes(unit, broadcast, one => one.Pause(BroadcastReason.Staff));

    public static BroadcastMove Resume(Unit unit, Broadcast broadcast, DateTimeOffset now) => WithItsTimes(unit, broadcast, one => one.Resume(now));

    public static BroadcastMove Stop(Unit unit, Broadcast broadcast, DateTimeOffset now) => WithItsTimes(unit, broadcast, one => one.Stop(BroadcastReason.Staff, now));

    /// <summary>To a second person, unless that one could not approve it.</summary>
    /// <param name="people">How many it would go to now.</param>
    public static BroadcastMove Submit(Unit unit, Broadcast broadcast, int people, QuietHours quiet, DateTimeOffset now) =>
        broadcast.State == BroadcastState.Draft && CardsOf(unit, broadcast.Content, now).Gone ? new BroadcastMove.CardGone() : broadcast.Submit(people, quiet, now);

    /// <summary>Freezes what is sent and to whom. Of one that repeats only the words are looked at: people are chosen each time.</summary>
    /// <param name="people">Of its audience, as it was read just before.</param>
    public static BroadcastMove Approve(Unit unit, Broadcast broadcast, string staff, IReadOnlyList<string> people, QuietHours quiet, DateTimeOffset now)
    {
        if (broadcast.Approve(staff, people.Count, quiet, now) is not BroadcastMove.Done and var no) return no;
        return Freezing.Do(unit, broadcast, broadcast.Timing.Repeats ? [] : people, now);
    }

    /// <summary>To the staff's own phones, at once.</summary>
    public static (BroadcastMove Move, long Id) Test(Unit unit, Broadcast of, string staff, DateTimeOffset now)
    {
        if (of.Content.Wrong().FirstOrDefault() is { } wrong) return (new BroadcastMove.Wrong(wrong), 0);
        var phones = unit.Db.Set<BroadcastPhone>().AsNoTracking().OrderBy(p => p.At).ThenBy(p => p.MemberId).Select(p => p.MemberId).Take(BroadcastPhone.Most).ToList();
        if (phones.Count == 0) return (new BroadcastMove.NoPhone(), 0);
        var test = Add(unit, of.Test(staff, Next(of, Coming(unit, of, now)), NewCode(), now));
        return (Freezing.Do(unit, test, phones, now), test.Id);
    }

    /// <summary>Null when it was never tried.</summary>
    public static Broadcast? NewestTest(Unit unit, long of) => unit.Db.Set<Broadcast>().AsNoTracking().Where(b => b.Series == of && b.IsTest).OrderByDescending(b => b.Id).FirstOrDefault();

    /// <summary>The times that follow of one that repeats, at most five; none of any other.</summary>
    public static IReadOnlyList<Occurrence> Coming(Unit unit, Broadcast broadcast, DateTimeOffset now) => !broadcast.Timing.Repeats ? [] :
        [.. broadcast.Timing.Coming(now, DateOnly.MaxValue, unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.StartsAt > now).ToList()).Take(5)];

    /// <summary>What it will say the next time: before a seminar, with the card of that one.</summary>
    /// <param name="coming">As <see cref="Coming"/> has them.</param>
    public static BroadcastContent Next(Broadcast broadcast, IReadOnlyList<Occurrence> coming) =>
        coming is [{ Seminar: { } seminar }, ..] ? broadcast.Content with { Seminar = seminar.Id } : broadcast.Content;

    /// <summary>What the content names, as it is now.</summary>
    public static BroadcastCards CardsOf(Unit unit, BroadcastContent content, DateTimeOffset now)
    {
        if (content.Seminar is { } id)
        {
            var seminar = unit.Db.Set<Seminar>().AsNoTracking().SingleOrDefault(s => s.Id == id);
            return new BroadcastCards(seminar, null, seminar is not { State: SeminarState.Open } || seminar.HasBegun(now));
        }
        if (content.Post is not { } post) return BroadcastCards.None;
        var posts = new Posts(unit);
        return new BroadcastCards(null, posts.Find(post), !posts.IsOpen(post));
    }

    /// <summary>Where its counted link leads; null when there is none of that code, or nobody has approved it.</summary>
    public static string? Leads(Unit unit, string code) => unit.Db.Set<BroadcastLinkEntry>().AsNoTracking().SingleOrDefault(l => l.Code == code)?.Address;

    public static void CountClick(Unit unit, string code) =>
        unit.Db.Set<BroadcastLinkEntry>().Where(l => l.Code == code).ExecuteUpdate(set => set.SetProperty(l => l.Clicks, l => l.Clicks + 1));

    /// <summary>What is said of one that repeats holds for what has come of it and is not over.</summary>
    private static BroadcastMove WithItsTimes(Unit unit, Broadcast broadcast, Func<Broadcast, BroadcastMove> move)
    {
        var times = OpenTimes(unit, broadcast);
        var done = move(broadcast);
        if (done is BroadcastMove.Done)
            foreach (var time in times) move(time);
        return done;
    }

    private static List<Broadcast> OpenTimes(Unit unit, Broadcast broadcast) => broadcast.Timing.Repeats ? [.. unit.Db.Set<Broadcast>().Where(b => b.Series == broadcast.Id && !b.IsTest).AsEnumerable().Where(b => !b.IsOver)] : [];
}
