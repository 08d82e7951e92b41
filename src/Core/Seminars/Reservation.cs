using Stateless;
using Stateless.Graph;

namespace Concierge.Core.Seminars;

/// <summary>Stored by name. Reserved, Waiting, Offered and Attended are live; the others are over and stay as they are.</summary>
public enum ReservationState { Reserved, Waiting, Offered, Expired, Cancelled, Attended }

/// <summary>How somebody liked it. Stored by name.</summary>
public enum Satisfaction { VeryGood, Good, Poor, VeryPoor }

/// <summary>One person's seats at one seminar, from the wish to the door. Who waits longer has the smaller id.</summary>
public sealed class Reservation
{
    public enum On { Offer, Take, Seat, RunOut, Cancel, CheckIn, UndoCheckIn }

    /// <summary>For oneself and at most one companion.</summary>
    public const int MostSeats = 2;

    public static readonly ReservationState[] Live = [ReservationState.Reserved, ReservationState.Waiting, ReservationState.Offered, ReservationState.Attended];

    /// <summary>Grows with time; 0 before it is stored.</summary>
    public long Id { get; init; }

    public required string SeminarId { get; init; }

    public required string MemberId { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public Attendance How { get; private set; }

    public int Seats { get; private set; }

    public ReservationState State { get; private set; }

    /// <summary>Until when an offered seat is kept; null when none was offered.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The seminar's revision that this person has been told of.</summary>
    public int Knows { get; private set; }

    /// <summary>Null: not said.</summary>
    public Satisfaction? Rating { get; private set; }

    public bool IsLive => Live.Contains(State);

    /// <summary>Seats were kept and nobody came.</summary>
    public bool IsNoShow(Seminar seminar, DateTimeOffset now) => State == ReservationState.Reserved && seminar.State == SeminarState.Open && seminar.IsOver(now);

    /// <summary>Seats are kept for it.</summary>
    public bool HoldsSeats => State is ReservationState.Reserved or ReservationState.Offered or ReservationState.Attended;

    public static Reservation Of(Seminar seminar, string memberId, Attendance how, int seats, bool waits, DateTimeOffset now, long id = 0) => new()
    {
        Id = id,
        SeminarId = seminar.Id,
        MemberId = memberId,
        MadeAt = now,
        How = how,
        Seats = seats is >= 1 and <= MostSeats ? seats : throw new ArgumentOutOfRangeException(nameof(seats), seats, "One or two."),
        State = waits ? ReservationState.Waiting : ReservationState.Reserved,
        ChangedAt = now,
        Knows = seminar.Revision,
    };

    public void Offer(DateTimeOffset until, DateTimeOffset now)
    {
        Fire(On.Offer, now);
        OfferedUntil = until;
    }

    /// <summary>The seminar begins sooner than it did.</summary>
    public void Shorten(DateTimeOffset until)
    {
        if (State == ReservationState.Offered && until < OfferedUntil) OfferedUntil = until;
    }

    public void Take(DateTimeOffset now) => Fire(On.Take, now);

    /// <summary>Here they are.</summary>
    public void Seat(DateTimeOffset now) => Fire(On.Seat, now);

    public void RunOut(DateTimeOffset now) => Fire(On.RunOut, now);

    public void Cancel(DateTimeOffset now) => Fire(On.Cancel, now);

    public void CheckIn(DateTimeOffset now) => Fire(On.CheckIn, now);

    /// <summary>It was somebody else, or a slip of the finger.</summary>
    public void UndoCheckIn(DateTimeOffset now) => Fire(On.UndoCheckIn, now);

    /// <summary>By whoever came; the last word counts.</summary>
    public void Rate(Satisfaction rating)
    {
        if (State == ReservationState.Attended) Rating = rating;
    }

    /// <param name="revision">Of the seminar, as it was told.</param>
    public void Hear(int revision) => Knows = Math.Max(Knows, revision);

    /// <summary>Other seats or another way, before the day. Whoever waited and fits in now need not wait.</summary>
    public void Change(Attendance how, int seats, bool fits, DateTimeOffset now)
    {
        if (State == ReservationState.Waiting && fits) Fire(On.Seat, now);
        (How, Seats, ChangedAt) = (how, seats, now);
    }

    /// <summary>The life-cycle as Mermaid, for docs/flows.md.</summary>
    public static string Draw() => MermaidGraph.Format(
        new Reservation { SeminarId = "", MemberId = "", MadeAt = default, State = ReservationState.Waiting }.Life(default).GetInfo());

    private void Fire(On on, DateTimeOffset now)
    {
        Life(now).Fire(on);
        ChangedAt = now;
    }

    private StateMachine<ReservationState, On> Life(DateTimeOffset now)
    {
        var life = new StateMachine<ReservationState, On>(() => State, next => State = next);
        life.Configure(ReservationState.Waiting)
            .Permit(On.Offer, ReservationState.Offered)
            .Permit(On.Seat, ReservationState.Reserved)
            .Permit(On.Cancel, ReservationState.Cancelled);
        life.Configure(ReservationState.Offered)
            .PermitIf(On.Take, ReservationState.Reserved, () => now < OfferedUntil, "in time")
            .Permit(On.Seat, ReservationState.Reserved)
            .PermitIf(On.RunOut, ReservationState.Expired, () => now >= OfferedUntil, "the time is over")
            .Permit(On.Cancel, ReservationState.Cancelled);
        life.Configure(ReservationState.Reserved)
            .Permit(On.CheckIn, ReservationState.Attended)
            .Permit(On.Cancel, ReservationState.Cancelled);
        life.Configure(ReservationState.Attended)
            .Permit(On.UndoCheckIn, ReservationState.Reserved);
        return life;
    }
}
