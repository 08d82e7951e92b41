namespace Concierge.Core.Seminars;

/// <summary>May staff change what a gathering says?</summary>
public abstract record Rewriting
{
    private Rewriting() { }

    public sealed record Allowed : Rewriting;

    /// <summary>More seats are taken than there would be.</summary>
    public sealed record SeatsTaken : Rewriting;

    /// <summary>Whoever reserved a seminar does not come to something else.</summary>
    public sealed record OfAnotherKind : Rewriting;

    /// <summary>It has begun, or would have.</summary>
    public sealed record TooLate : Rewriting;

    public sealed record CalledOff : Rewriting;

    /// <param name="next">As it would be.</param>
    public static Rewriting Decide(Seminar old, Seminar next, DateTimeOffset now)
    {
        if (old.State == SeminarState.Draft) return new Allowed();
        if (old.State == SeminarState.CalledOff) return new CalledOff();
        if (old.HasBegun(now) || next.HasBegun(now)) return new TooLate();
        if (next.Kind != old.Kind) return new OfAnotherKind();
        return next.OnSiteSeats < old.OnSiteTaken || next.OnlineSeats < old.OnlineTaken ? new SeatsTaken() : new Allowed();
    }
}

/// <summary>May staff let people see it, and reserve?</summary>
public abstract record Publishing
{
    private Publishing() { }

    public sealed record Allowed : Publishing;

    public sealed record NoDraft : Publishing;

    /// <summary>Nobody could reserve any more.</summary>
    public sealed record TooLate : Publishing;

    public static Publishing Decide(Seminar seminar, DateTimeOffset now) =>
        seminar.State != SeminarState.Draft ? new NoDraft() : now >= seminar.Deadline ? new TooLate() : new Allowed();
}

/// <summary>May staff call it off? A draft too: then nobody has to be told.</summary>
public abstract record CallingOff
{
    private CallingOff() { }

    public sealed record Allowed : CallingOff;

    public sealed record AlreadyOff : CallingOff;

    /// <summary>It is over.</summary>
    public sealed record TooLate : CallingOff;

    public static CallingOff Decide(Seminar seminar, DateTimeOffset now) =>
        seminar.State == SeminarState.CalledOff ? new AlreadyOff() : seminar.IsOver(now) ? new TooLate() : new Allowed();
}
