using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Data;

namespace Concierge.Admin.Seminars;

/// <summary>What staff do with somebody's seats: by the same rules and the same roster as the person.</summary>
public static class Booking
{
    /// <param name="waits">When it is full: into the line.</param>
    /// <exception cref="Problem">There is no such seminar, or the rules say no.</exception>
    public static ReservationState Reserve(Unit unit, string seminarId, string member, Attendance how, int seats, bool waits, DateTimeOffset now)
    {
        var seminar = Find(unit, seminarId);
        Effect.OfSeminar wish = Reserving.Decide(seminar, Mine(unit, seminarId, member), how, seats, now, byStaff: true) switch
        {
            Reserving.Allowed => new Effect.Reserve(seminarId, how, seats, ByStaff: true),
            Reserving.Full when waits && seminar.TakesReservations(now) => new Effect.WaitForSeat(seminarId, how, seats),
            Reserving.Full => throw Problem.Conflict("seminar-full"),
            Reserving.Closed => throw Problem.Conflict("seminar-closed"),
            Reserving.AlreadyReserved => throw Problem.Conflict("already-reserved"),
            _ => throw Problem.Conflict("not-that-way"),
        };
        Rosters.Do(unit, member, wish, now);
        if (wish is not Effect.Reserve) return ReservationState.Waiting;
        Remind(unit, member, seminar, now);
        return ReservationState.Reserved;
    }

    /// <exception cref="Problem">The person has nothing there, or it has begun.</exception>
    public static void Cancel(Unit unit, string seminarId, string member, DateTimeOffset now)
    {
        var seminar = Find(unit, seminarId);
        switch (Cancelling.Decide(seminar, Mine(unit, seminarId, member), now))
        {
            case Cancelling.NothingToCancel: throw Problem.NotFound();
            case Cancelling.AlreadyOver: throw Problem.Conflict("seminar-begun");
        }
        Rosters.Do(unit, member, new Effect.CancelReservation(seminarId), now);
        foreach (var timer in ReserveSeminar.NoTimers(seminar)) unit.Timers.Drop(member, timer.Key);
    }

    /// <summary>Also afterwards, from the list at the door, and whoever still waited when a seat was free. A second time changes nothing.</summary>
    /// <exception cref="Problem">The person has nothing there, all seats are taken, it was called off, or the doors are not open yet.</exception>
    public static void Attend(Unit unit, string seminarId, string member, DateTimeOffset now)
    {
        var seminar = Find(unit, seminarId);
        if (Mine(unit, seminarId, member) is not { } mine) throw Problem.NotFound();
        if (mine.State == ReservationState.Attended) return;
        if (seminar.State == SeminarState.CalledOff) throw Problem.Conflict("seminar-called-off");
        if (now < seminar.StartsAt - CheckingIn.Early) throw Problem.Conflict("doors-not-open");
        if (mine.State != ReservationState.Reserved) Seat(unit, seminar, mine, now);
        Rosters.Do(unit, member, new Effect.CheckIn(seminarId), now);
        if (unit.Members.LineUserId(member) is not null && AfterSeminar.When(seminar, now) is { } due) unit.Timers.Set(member, AfterSeminar.Key(seminar), AfterSeminar.Id, AfterSeminar.Ask, seminarId, due);
    }

    private static void Seat(Unit unit, Seminar seminar, Reservation mine, DateTimeOffset now)
    {
        switch (Seating.Decide(seminar, mine))
        {
            case Seating.Full: throw Problem.Conflict("seminar-full");
            case Seating.NothingToSeat: throw Problem.Conflict("not-reserved");
        }
        Rosters.Do(unit, mine.MemberId, new Effect.Seat(seminar.Id), now);
        foreach (var timer in ReserveSeminar.NoTimers(seminar)) unit.Timers.Drop(mine.MemberId, timer.Key);
    }

    /// <summary>They say yes to the seat that was offered.</summary>
    /// <exception cref="Problem">None is offered, or its time is over.</exception>
    public static void TakeOffer(Unit unit, string seminarId, string member, DateTimeOffset now)
    {
        var seminar = Find(unit, seminarId);
        if (Mine(unit, seminarId, member) is not { } mine) throw Problem.NotFound();
        if (TakingOffer.Decide(mine, now) is not TakingOffer.Allowed) throw Problem.Conflict("no-offer");
        Rosters.Do(unit, member, new Effect.TakeOffer(seminarId), now);
        unit.Timers.Drop(member, ReserveSeminar.Key(ReserveSeminar.OfferOver, seminar));
        Remind(unit, member, seminar, now);
    }

    /// <summary>It was a slip of the finger. Whoever had not come yet stays as they are.</summary>
    /// <exception cref="Problem">The person has nothing there.</exception>
    public static void UndoAttend(Unit unit, string seminarId, string member, DateTimeOffset now)
    {
        var seminar = Find(unit, seminarId);
        if (Mine(unit, seminarId, member) is not { } mine) throw Problem.NotFound();
        if (mine.State != ReservationState.Attended) return;
        Rosters.Do(unit, member, new Effect.UndoCheckIn(seminarId), now);
        unit.Timers.Drop(member, AfterSeminar.Key(seminar));
        FollowUps.Undo(unit, member, now);
    }

    /// <summary>Staff have telephoned.</summary>
    /// <param name="revision">Of the seminar, as it was told.</param>
    /// <exception cref="Problem">The person has nothing there.</exception>
    public static void Told(Unit unit, string seminarId, string member, int revision)
    {
        if (Mine(unit, Find(unit, seminarId).Id, member) is not { } mine) throw Problem.NotFound();
        mine.Hear(revision);
    }

    /// <summary>Every seat that somebody holds or waits for, before they leave: it goes to those who wait.</summary>
    public static void CancelAll(Unit unit, string member, DateTimeOffset now)
    {
        var mine = unit.Db.Set<Reservation>().Where(r => r.MemberId == member && Reservation.Live.Contains(r.State)).ToList();
        foreach (var reservation in mine.Where(r => Cancelling.Decide(Find(unit, r.SeminarId), r, now) is Cancelling.Allowed)) Rosters.Do(unit, member, new Effect.CancelReservation(reservation.SeminarId), now);
    }

    private static Seminar Find(Unit unit, string id) => unit.Db.Set<Seminar>().FirstOrDefault(s => s.Id == id) ?? throw Problem.NotFound();

    private static Reservation? Mine(Unit unit, string seminar, string member) =>
        unit.Db.Set<Reservation>().Where(r => r.SeminarId == seminar && r.MemberId == member && Reservation.Live.Contains(r.State)).OrderByDescending(r => r.Id).FirstOrDefault();

    /// <summary>Whoever has no LINE is not reached by us: the desk telephones.</summary>
    private static void Remind(Unit unit, string member, Seminar seminar, DateTimeOffset now)
    {
        if (unit.Members.LineUserId(member) is null) return;
        foreach (var reminder in ReserveSeminar.Reminders(seminar, now)) unit.Timers.Set(member, reminder.Key, reminder.Flow, reminder.Kind, reminder.Subject, reminder.Due);
    }
}
