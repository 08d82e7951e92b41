using System.Text;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// What staff do to a gathering. Call one of these within one write, after Core has decided that it may be. Whoever comes is told by a
/// timer of theirs: told twice at once it is one timer, and what somebody knows already is not said again.
/// </summary>
public static class Gatherings
{
    /// <exception cref="Conflict">Somebody else has changed it, or its seats, since it was read.</exception>
    public static void Rewrite(Unit unit, Seminar old, Seminar next, DateTimeOffset now)
    {
        next.Continue(old);
        unit.Db.Entry(old).CurrentValues.SetValues(next);
        // Saved first: who reserves from here on has seen the new words, and everybody else is found below.
        Rosters.Save(unit, old);
        if (old.State != SeminarState.Open) return;
        Rosters.Widen(unit, old, now);
        var live = Rosters.Live(unit, old.Id);
        if (old.TimeChanged == old.Revision)
        {
            ShortenOffers(unit, old, live);
            RemindAnew(unit, old, live, now);
        }
        TellAll(unit, old, live, now);
    }

    /// <exception cref="Conflict">As above.</exception>
    public static void Publish(Unit unit, Seminar seminar)
    {
        seminar.Publish();
        Rosters.Save(unit, seminar);
    }

    /// <exception cref="Conflict">As above.</exception>
    public static void CallOff(Unit unit, Seminar seminar, string? because, DateTimeOffset now)
    {
        seminar.CallOff(because);
        Rosters.Save(unit, seminar);
        var live = Rosters.Live(unit, seminar.Id);
        foreach (var reservation in live)
        {
            foreach (var timer in ReserveSeminar.NoTimers(seminar)) unit.Timers.Drop(reservation.MemberId, timer.Key);
            unit.Timers.Drop(reservation.MemberId, AfterSeminar.Key(seminar));
            if (reservation.State == ReservationState.Attended) FollowUps.Undo(unit, reservation.MemberId, now);
        }
        TellAll(unit, seminar, live, now);
    }

    /// <exception cref="Conflict">As above.</exception>
    public static void HandOut(Unit unit, Seminar seminar, string? takeHome, DateTimeOffset now)
    {
        var isFirst = seminar.TakeHome is null && takeHome is not null;
        seminar.HandOut(takeHome);
        Rosters.Save(unit, seminar);
        // Whoever is still to be asked how it was gets it then.
        if (!isFirst || seminar.State != SeminarState.Open || AfterSeminar.When(seminar, now) is not { } due) return;
        foreach (var came in Rosters.Live(unit, seminar.Id).Where(r => r.State == ReservationState.Attended && Reaching.LooksHere(unit, r.MemberId) && !IsToBeAsked(unit, seminar, r.MemberId)))
            unit.Timers.Set(came.MemberId, AfterSeminar.Key(seminar, AfterSeminar.TakeHome), AfterSeminar.Id, AfterSeminar.TakeHome, seminar.Id, due);
    }

    private static bool IsToBeAsked(Unit unit, Seminar seminar, string memberId)
    {
        var key = AfterSeminar.Key(seminar);
        return unit.Db.Set<TimerEntry>().Any(timer => timer.MemberId == memberId && timer.Key == key);
    }

    /// <summary>How whoever comes, or waits, would hear of a change.</summary>
    public static Reached Reach(Unit unit, string seminarId) => Reached.Of(unit, [.. Rosters.Live(unit, seminarId).Select(r => r.MemberId)]);

    public static IReadOnlyList<Reservation> ToRing(Unit unit, Seminar seminar, DateTimeOffset now) => [.. Rosters.Live(unit, seminar.Id).Where(r => IsToRing(unit, seminar, r, now))];

    /// <summary>Only a telephone reaches them: a seat was offered, or something has changed that they have not been told of.</summary>
    public static bool IsToRing(Unit unit, Seminar seminar, Reservation reservation, DateTimeOffset now) =>
        reservation.IsLive && !seminar.HasBegun(now) && (reservation.State == ReservationState.Offered || seminar.NewsFor(reservation).Count > 0) && !Reaching.IsOnLine(unit, reservation.MemberId);

    /// <summary>Who holds a frailty check, a name a line; null takes them out.</summary>
    public static void WriteSupporters(Unit unit, Seminar seminar, string? names) => unit.Db.Entry(seminar).Property(SeminarMapping.Supporters).CurrentValue =
        names is null ? null : unit.Vault.SealForSystem(Fields.SeminarSupporters, Encoding.UTF8.GetBytes(names));

    public static string? SupportersOf(Unit unit, string seminarId) =>
        unit.Db.Set<Seminar>().Where(s => s.Id == seminarId).Select(s => EF.Property<Sealed?>(s, SeminarMapping.Supporters)).FirstOrDefault() is { } names
            ? Encoding.UTF8.GetString(unit.Vault.OpenForSystem(Fields.SeminarSupporters, names))
            : null;

    private static void TellAll(Unit unit, Seminar seminar, IEnumerable<Reservation> live, DateTimeOffset now)
    {
        foreach (var reservation in live.Where(r => seminar.NewsFor(r).Count > 0 && Reaching.LooksHere(unit, r.MemberId)))
            unit.Timers.Set(reservation.MemberId, ReserveSeminar.Key(ReserveSeminar.News, seminar), ReserveSeminar.Id, ReserveSeminar.News, seminar.Id, OfferTimes.TellAt(seminar, now));
    }

    /// <summary>No seat is kept for longer than until it begins.</summary>
    private static void ShortenOffers(Unit unit, Seminar seminar, IEnumerable<Reservation> live)
    {
        foreach (var offered in live.Where(r => r.State == ReservationState.Offered && r.OfferedUntil > seminar.StartsAt))
        {
            offered.Shorten(seminar.StartsAt);
            unit.Timers.Set(offered.MemberId, ReserveSeminar.Key(ReserveSeminar.OfferOver, seminar), ReserveSeminar.Id, ReserveSeminar.OfferOver, seminar.Id, seminar.StartsAt);
        }
        unit.Db.SaveChanges();
    }

    private static void RemindAnew(Unit unit, Seminar seminar, IEnumerable<Reservation> live, DateTimeOffset now)
    {
        foreach (var reservation in live.Where(r => r.State == ReservationState.Reserved))
        {
            foreach (var old in ReserveSeminar.NoReminders(seminar)) unit.Timers.Drop(reservation.MemberId, old.Key);
            if (!Reaching.LooksHere(unit, reservation.MemberId)) continue;
            foreach (var reminder in ReserveSeminar.Reminders(seminar, now)) unit.Timers.Set(reservation.MemberId, reminder.Key, reminder.Flow, reminder.Kind, reminder.Subject, reminder.Due);
        }
    }
}
