using Concierge.Core.Calendar;
using Concierge.Core.Conversations;

namespace Concierge.Core.Seminars;

/// <summary>
/// 名簿: who has seats at one seminar and who waits. Does what a turn has decided, and passes freed seats on. The same
/// decisions are made here once more: what they do not allow is a bug and throws, so that nothing of the turn is kept.
/// </summary>
/// <param name="live">The live reservations there.</param>
public sealed class Roster(Seminar seminar, IEnumerable<Reservation> live)
{
    private readonly List<Reservation> _live = [.. live.OrderBy(reservation => reservation.Id)];

    /// <summary>Made here: they have to be stored.</summary>
    public List<Reservation> Added { get; } = [];

    /// <summary>Those to whom a seat was offered here: they have to be told at once.</summary>
    public List<Reservation> Offered { get; } = [];

    public void Do(string memberId, Effect.OfSeminar wish, DateTimeOffset now)
    {
        var mine = _live.LastOrDefault(reservation => reservation.MemberId == memberId && reservation.IsLive);
        switch (wish)
        {
            case Effect.Reserve reserve: Reserve(memberId, mine, reserve, now); break;
            case Effect.WaitForSeat wait: Wait(memberId, mine, wait, now); break;
            case Effect.ChangeReservation change: Change(mine!, change, now); break;
            case Effect.CancelReservation: Cancel(mine, now); break;
            case Effect.Seat: Seat(mine, now); break;
            case Effect.TakeOffer: mine!.Take(now); break;
            case Effect.EndOffer: End(mine!, now); break;
            case Effect.CheckIn: mine!.CheckIn(now); break;
            case Effect.UndoCheckIn: mine!.UndoCheckIn(now); break;
            case Effect.RateSeminar rate: mine?.Rate(rate.Rating); break;
            case Effect.HearNews news: mine?.Hear(news.Revision); break;
            default: throw new InvalidOperationException($"Roster does not know {wish.GetType().Name}.");
        }
        PassOn(now);
    }

    private void Reserve(string memberId, Reservation? mine, Effect.Reserve wish, DateTimeOffset now)
    {
        Require<Reserving.Allowed>(Reserving.Decide(seminar, mine, wish.How, wish.Seats, now, wish.ByStaff));
        seminar.Take(wish.How, wish.Seats);
        Add(Reservation.Of(seminar, memberId, wish.How, wish.Seats, waits: false, now));
    }

    private void Wait(string memberId, Reservation? mine, Effect.WaitForSeat wish, DateTimeOffset now)
    {
        Require<Reserving.Full>(Reserving.Decide(seminar, mine, wish.How, wish.Seats, now));
        Add(Reservation.Of(seminar, memberId, wish.How, wish.Seats, waits: true, now));
    }

    private void Seat(Reservation? mine, DateTimeOffset now)
    {
        Require<Seating.Allowed>(Seating.Decide(seminar, mine));
        if (!mine!.HoldsSeats) seminar.Take(mine.How, mine.Seats);
        mine.Seat(now);
    }

    private void Change(Reservation mine, Effect.ChangeReservation wish, DateTimeOffset now)
    {
        var decided = Require<Changing.Allowed>(Changing.Decide(seminar, mine, wish.How, wish.Seats, now));
        if (mine.HoldsSeats) seminar.GiveBack(mine.How, mine.Seats);
        if (decided.Seated) seminar.Take(wish.How, wish.Seats);
        mine.Change(wish.How, wish.Seats, decided.Seated, now);
    }

    private void Cancel(Reservation? mine, DateTimeOffset now)
    {
        Require<Cancelling.Allowed>(Cancelling.Decide(seminar, mine, now));
        GiveBack(mine!);
        mine!.Cancel(now);
    }

    private void End(Reservation mine, DateTimeOffset now)
    {
        GiveBack(mine);
        mine.RunOut(now);
    }

    private void GiveBack(Reservation mine)
    {
        if (mine.HoldsSeats) seminar.GiveBack(mine.How, mine.Seats);
    }

    /// <summary>There may be more seats than before.</summary>
    public void Widen(DateTimeOffset now) => PassOn(now);

    /// <summary>To whoever waits longest and fits in: two who want to sit together keep their place while a single seat goes on.</summary>
    private void PassOn(DateTimeOffset now)
    {
        if (seminar.HasBegun(now) || seminar.State != SeminarState.Open) return;
        foreach (var waiting in _live.Where(r => r.State == ReservationState.Waiting && r.Seats <= seminar.Free(r.How)))
        {
            seminar.Take(waiting.How, waiting.Seats);
            waiting.Offer(OfferTimes.Until(seminar, now), now);
            Offered.Add(waiting);
        }
    }

    private void Add(Reservation reservation)
    {
        _live.Add(reservation);
        Added.Add(reservation);
    }

    private T Require<T>(object decision)
        where T : class =>
        decision as T ?? throw new InvalidOperationException($"Seminar {seminar.Id}: {decision.GetType().FullName} was not decided before.");
}

/// <summary>When an offer is made known, and how long it is kept.</summary>
public static class OfferTimes
{
    /// <summary>Nobody is woken up by it: at night it waits for the morning, unless the seminar would begin meanwhile.</summary>
    public static DateTimeOffset TellAt(Seminar seminar, DateTimeOffset now)
    {
        var at = Daytime.Soon(now);
        return at < seminar.StartsAt ? at : now;
    }

    /// <summary>The seminar's hours from when it is made known, to a full hour that one can keep in mind; never after it has begun.</summary>
    public static DateTimeOffset Until(Seminar seminar, DateTimeOffset now)
    {
        var until = TellAt(seminar, now).AddHours(seminar.OfferHours);
        var past = until.Ticks % TimeSpan.TicksPerHour;
        if (past > 0) until = until.AddTicks(TimeSpan.TicksPerHour - past);
        return until < seminar.StartsAt ? until : seminar.StartsAt;
    }
}
