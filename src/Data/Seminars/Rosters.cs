using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Reads and writes who has seats where, inside the transaction of whoever asks.</summary>
public static class Rosters
{
    public static SeminarFacts Facts(Unit unit, string memberId, DateTimeOffset now)
    {
        var seminars = unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.EndsAt > now && s.State != SeminarState.Draft).OrderBy(s => s.StartsAt).ToList();
        var ids = seminars.Select(s => s.Id).ToList();
        var reservations = unit.Db.Set<Reservation>().AsNoTracking().Where(r => ids.Contains(r.SeminarId));
        var been = Been(unit, memberId, now);
        var attended = been.Where(one => one.Seminar.EndsAt <= now && one.Seminar.EndsAt > Recent(now)).ToList();
        return new SeminarFacts(
            [.. seminars],
            [.. attended.Select(one => one.Mine), .. reservations.Where(r => r.MemberId == memberId).OrderBy(r => r.Id)],
            [.. reservations.Where(r => r.State == ReservationState.Waiting).Select(r => new Waiter(r.SeminarId, r.How, r.Id))]) 
        {
            Attended = [.. attended.Select(one => one.Seminar)],
            Trained = [.. been.Select(one => one.Seminar.Task).OfType<string>()],
        };
    }

    /// <summary>Where somebody was of late, and every training they were ever at.</summary>
    private static List<(Reservation Mine, Seminar Seminar)> Been(Unit unit, string memberId, DateTimeOffset now)
    {
        var since = Recent(now);
        return
        [
            .. unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.MemberId == memberId && r.State == ReservationState.Attended)
                .Join(unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.State == SeminarState.Open && (s.EndsAt > since || s.Task != null)), r => r.SeminarId, s => s.Id, (r, s) => new { Mine = r, Seminar = s })
                .AsEnumerable().Select(one => (one.Mine, one.Seminar)),
        ];
    }

    /// <summary>As long as somebody may still say how it was.</summary>
    private static DateTimeOffset Recent(DateTimeOffset now) => now - (2 * AfterSeminar.WorthAsking);

    /// <summary>Does what a turn decided, and tells whoever is offered a seat by it: their two times are set.</summary>
    /// <exception cref="Conflict">Somebody else has taken or freed a seat since the facts were read: decide again.</exception>
    public static void Do(Unit unit, string memberId, Effect.OfSeminar wish, DateTimeOffset now)
    {
        var seminar = unit.Db.Set<Seminar>().Single(s => s.Id == wish.Seminar);
        var roster = new Roster(seminar, Live(unit, wish.Seminar));
        if (wish is Effect.CommentSeminar comment)
        {
            Comments.Write(unit, memberId, comment);
            return;
        }
        if (wish is Effect.HearNews && !unit.Members.Reachable(memberId)) return;
        roster.Do(memberId, wish, now);
        unit.Db.AddRange(roster.Added);
        // No count changes by waiting, and yet a seat may be given back, or the day put off, in the same moment.
        if (wish is Effect.WaitForSeat) unit.Db.Entry(seminar).Property(s => s.Revision).IsModified = true;
        Save(unit, seminar);
        foreach (var offered in roster.Offered) Tell(unit, seminar, offered, now);
    }

    /// <summary>Two records become one person's: of two places at the same seminar the better one stays, and the other passes on.</summary>
    public static void MakeOne(Unit unit, string one, string other, DateTimeOffset now)
    {
        var live = unit.Db.Set<Reservation>().Where(r => (r.MemberId == one || r.MemberId == other) && Reservation.Live.Contains(r.State)).ToList();
        foreach (var both in live.GroupBy(r => r.SeminarId).Where(group => group.Count() > 1))
        {
            var seminar = unit.Db.Set<Seminar>().Single(s => s.Id == both.Key);
            var lesser = both.OrderBy(Worth).ThenBy(r => r.Seats).ThenBy(r => r.MemberId == other).First();
            if (Cancelling.Decide(seminar, lesser, now) is Cancelling.Allowed) Do(unit, lesser.MemberId, new Effect.CancelReservation(seminar.Id), now);
            // It has begun: nobody waits for the seat any more.
            else unit.Db.Remove(lesser);
        }
    }

    private static int Worth(Reservation reservation) => reservation.State switch
    {
        ReservationState.Attended => 3,
        ReservationState.Reserved => 2,
        ReservationState.Offered => 1,
        _ => 0,
    };

    /// <summary>There may be more seats than before: they go to those who wait.</summary>
    internal static void Widen(Unit unit, Seminar seminar, DateTimeOffset now)
    {
        var roster = new Roster(seminar, Live(unit, seminar.Id));
        roster.Widen(now);
        Save(unit, seminar);
        foreach (var offered in roster.Offered) Tell(unit, seminar, offered, now);
    }

    internal static List<Reservation> Live(Unit unit, string seminarId) =>
        unit.Db.Set<Reservation>().Where(r => r.SeminarId == seminarId && Reservation.Live.Contains(r.State)).OrderBy(r => r.Id).ToList();

    /// <exception cref="Conflict">Somebody else has changed it, or its seats, since it was read.</exception>
    internal static void Save(Unit unit, Seminar seminar)
    {
        try
        {
            unit.Db.SaveChanges();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Conflict($"The seats of seminar {seminar.Id} or its words have changed meanwhile.");
        }
    }

    private static void Tell(Unit unit, Seminar seminar, Reservation offered, DateTimeOffset now)
    {
        Set(ReserveSeminar.OfferMade, OfferTimes.TellAt(seminar, now));
        Set(ReserveSeminar.OfferOver, offered.OfferedUntil!.Value);

        void Set(string kind, DateTimeOffset due) =>
            unit.Timers.Set(offered.MemberId, ReserveSeminar.Key(kind, seminar), ReserveSeminar.Id, kind, seminar.Id, due);
    }
}
