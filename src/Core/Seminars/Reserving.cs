namespace Concierge.Core.Seminars;

/// <summary>May this person have seats? Yes, or a named no.</summary>
public abstract record Reserving
{
    private Reserving() { }

    public sealed record Allowed : Reserving;

    /// <param name="Free">How many are left: fewer than were asked for.</param>
    public sealed record Full(int Free) : Reserving;

    /// <summary>The deadline has passed, or it does not take place.</summary>
    public sealed record Closed : Reserving;

    /// <summary>Or waits already, or has an offer.</summary>
    public sealed record AlreadyReserved : Reserving;

    /// <summary>Nobody can take part in this way.</summary>
    public sealed record NotThere : Reserving;

    /// <param name="mine">The person's newest reservation there, or null.</param>
    /// <param name="byStaff">They book until it is over: whoever comes to the door unannounced may have what is free.</param>
    public static Reserving Decide(Seminar seminar, Reservation? mine, Attendance how, int seats, DateTimeOffset now, bool byStaff = false)
    {
        if (mine is { IsLive: true }) return new AlreadyReserved();
        if (byStaff ? !seminar.IsOpenToStaff(now) : !seminar.TakesReservations(now)) return new Closed();
        if (seminar.Seats(how) == 0) return new NotThere();
        return seminar.Free(how) < seats ? new Full(seminar.Free(how)) : new Allowed();
    }
}

/// <summary>May somebody who waits, or was offered a seat, sit down now that they are here?</summary>
public abstract record Seating
{
    private Seating() { }

    public sealed record Allowed : Seating;

    public sealed record Full : Seating;

    public sealed record NothingToSeat : Seating;

    public static Seating Decide(Seminar seminar, Reservation? mine) => mine?.State switch
    {
        ReservationState.Offered => new Allowed(),
        ReservationState.Waiting => seminar.Free(mine.How) < mine.Seats ? new Full() : new Allowed(),
        _ => new NothingToSeat(),
    };
}

/// <summary>May this person have other seats than before?</summary>
public abstract record Changing
{
    private Changing() { }

    /// <param name="Seated">False: goes on waiting, with the old place in the line.</param>
    public sealed record Allowed(bool Seated) : Changing;

    /// <param name="Most">How many the person could have there.</param>
    public sealed record Full(int Most) : Changing;

    public sealed record Same : Changing;

    /// <summary>It has begun, or does not take place.</summary>
    public sealed record Closed : Changing;

    public sealed record NothingToChange : Changing;

    public static Changing Decide(Seminar seminar, Reservation? mine, Attendance how, int seats, DateTimeOffset now)
    {
        if (mine is not { State: ReservationState.Reserved or ReservationState.Waiting }) return new NothingToChange();
        if (seminar.HasBegun(now) || seminar.State != SeminarState.Open || seminar.Seats(how) == 0) return new Closed();
        if (mine.How == how && mine.Seats == seats) return new Same();
        var most = seminar.Free(how) + (mine.HoldsSeats && mine.How == how ? mine.Seats : 0);
        if (seats <= most) return new Allowed(Seated: true);
        return mine.State == ReservationState.Waiting ? new Allowed(Seated: false) : new Full(most);
    }
}

/// <summary>May this person give the seats, or the place in the line, back?</summary>
public abstract record Cancelling
{
    private Cancelling() { }

    public sealed record Allowed : Cancelling;

    public sealed record NothingToCancel : Cancelling;

    /// <summary>It has begun.</summary>
    public sealed record AlreadyOver : Cancelling;

    public static Cancelling Decide(Seminar seminar, Reservation? mine, DateTimeOffset now)
    {
        if (mine is not { IsLive: true }) return new NothingToCancel();
        return seminar.HasBegun(now) || mine.State == ReservationState.Attended ? new AlreadyOver() : new Allowed();
    }
}

/// <summary>May this person take the seat that was offered?</summary>
public abstract record TakingOffer
{
    private TakingOffer() { }

    public sealed record Allowed : TakingOffer;

    public sealed record RanOut : TakingOffer;

    public sealed record NotOffered : TakingOffer;

    public static TakingOffer Decide(Reservation? mine, DateTimeOffset now) => mine switch
    {
        { State: ReservationState.Offered } when now < mine.OfferedUntil => new Allowed(),
        { State: ReservationState.Offered or ReservationState.Expired } => new RanOut(),
        _ => new NotOffered(),
    };
}

/// <summary>May this person go in, with the code that stands at the door?</summary>
public abstract record CheckingIn
{
    /// <summary>Doors open this long before it begins.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(2);

    private CheckingIn() { }

    public sealed record Welcome : CheckingIn;

    public sealed record AlreadyIn : CheckingIn;

    public sealed record NotReserved : CheckingIn;

    /// <summary>It is not the day, or too early, or over.</summary>
    public sealed record NotNow : CheckingIn;

    public static bool IsNow(Seminar seminar, DateTimeOffset now) => seminar.State == SeminarState.Open && now >= seminar.StartsAt - Early && !seminar.IsOver(now);

    public static CheckingIn Decide(Seminar seminar, Reservation? mine, DateTimeOffset now) => mine switch
    {
        _ when !IsNow(seminar, now) => new NotNow(),
        { State: ReservationState.Attended } => new AlreadyIn(),
        { State: ReservationState.Reserved } => new Welcome(),
        _ => new NotReserved(),
    };
}
