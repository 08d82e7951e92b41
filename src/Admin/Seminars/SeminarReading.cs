using Concierge.Core.Seminars;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Seminars;

/// <summary>Seminars, and who comes.</summary>
public static class SeminarReading
{
    /// <summary>In the order of time.</summary>
    /// <param name="since">Without those that were over by then; null: all.</param>
    /// <param name="runs">False: what only those need to know who run them is left out.</param>
    public static IReadOnlyList<SeminarShown> Find(Unit unit, SeminarState? state, DateTimeOffset? since, Last? after, int max, bool runs)
    {
        var found = unit.Db.Set<Seminar>().AsNoTracking()
            .Where(s => since == null || s.EndsAt > since)
            .Where(s => (state == null ? runs || s.State != SeminarState.Draft : s.State == state) && (after == null || s.StartsAt > after.At || (s.StartsAt == after.At && s.Id.CompareTo(after.Id) > 0)))
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Take(max).ToList();
        var lines = Lines(unit, found);
        return [.. found.Select(seminar => SeminarShown.Of(seminar, lines, runs))];
    }

    /// <exception cref="Problem">There is none of that id, or it is a draft and none of the caller's business.</exception>
    public static SeminarShown Of(Unit unit, string id, bool runs)
    {
        var seminar = unit.Db.Set<Seminar>().AsNoTracking().FirstOrDefault(s => s.Id == id && (runs || s.State != SeminarState.Draft)) ?? throw Problem.NotFound();
        return SeminarShown.Of(seminar, Lines(unit, [seminar]), runs);
    }

    /// <summary>In the order in which they were made.</summary>
    /// <exception cref="Problem">There is no such seminar.</exception>
    public static IReadOnlyList<ReservationShown> Reservations(Unit unit, string seminar, ReservationState? state, long after, int max, DateTimeOffset now)
    {
        var of = SeminarDesk.Find(unit, seminar);
        var found = unit.Db.Set<Reservation>().AsNoTracking()
            .Where(r => r.SeminarId == seminar && r.Id > after && (state == null || r.State == state)).OrderBy(r => r.Id).Take(max).ToList();
        return [.. found.Select(reservation => Show(unit, of, reservation, now))];
    }

    private static ReservationShown Show(Unit unit, Seminar seminar, Reservation reservation, DateTimeOffset now)
    {
        var contact = Contacts.Of(unit, reservation.MemberId);
        return new ReservationShown(
            reservation.Id, reservation.MemberId, contact?.Name, contact?.Phone, Names.Of(reservation.How), reservation.Seats, Names.Of(reservation.State), reservation.MadeAt,
            reservation.State == ReservationState.Offered ? reservation.OfferedUntil : null, reservation.IsNoShow(seminar, now), Gatherings.IsToRing(unit, seminar, reservation, now));
    }

    private static List<Waiter> Lines(Unit unit, IEnumerable<Seminar> of)
    {
        var ids = of.Select(s => s.Id).ToList();
        return [.. unit.Db.Set<Reservation>().Where(r => ids.Contains(r.SeminarId) && r.State == ReservationState.Waiting).Select(r => new Waiter(r.SeminarId, r.How, r.Id))];
    }
}
