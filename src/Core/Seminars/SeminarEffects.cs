using Concierge.Core.Seminars;

namespace Concierge.Core.Conversations;

public abstract partial record Effect
{
    /// <summary>Something about this person's seats at one seminar. The shell lets its <see cref="Roster"/> do it.</summary>
    /// <param name="Seminar">Its id.</param>
    public abstract record OfSeminar(string Seminar) : Effect;

    /// <param name="ByStaff">As <see cref="Reserving.Decide"/> has it.</param>
    public sealed record Reserve(string Seminar, Attendance How, int Seats, bool ByStaff = false) : OfSeminar(Seminar);

    /// <summary>Whoever waited, or was offered a seat, is here and sits down.</summary>
    public sealed record Seat(string Seminar) : OfSeminar(Seminar);

    /// <summary>Into the line, behind everybody who waits.</summary>
    public sealed record WaitForSeat(string Seminar, Attendance How, int Seats) : OfSeminar(Seminar);

    public sealed record ChangeReservation(string Seminar, Attendance How, int Seats) : OfSeminar(Seminar);

    /// <summary>Seats, a place in the line or an offer: whatever there is.</summary>
    public sealed record CancelReservation(string Seminar) : OfSeminar(Seminar);

    public sealed record TakeOffer(string Seminar) : OfSeminar(Seminar);

    /// <summary>The time of an offer is over: the next one gets it.</summary>
    public sealed record EndOffer(string Seminar) : OfSeminar(Seminar);

    public sealed record CheckIn(string Seminar) : OfSeminar(Seminar);

    /// <summary>It was a mistake: they have not come after all.</summary>
    public sealed record UndoCheckIn(string Seminar) : OfSeminar(Seminar);

    public sealed record RateSeminar(string Seminar, Satisfaction Rating) : OfSeminar(Seminar);

    /// <summary>What somebody wrote of it, for staff.</summary>
    public sealed record CommentSeminar(string Seminar, string Words) : OfSeminar(Seminar)
    {
        // Records print themselves, and what somebody wrote must reach no log.
        public override string ToString() => $"{nameof(CommentSeminar)} {Seminar}";
    }

    /// <summary>The person was told of all that had changed.</summary>
    /// <param name="Revision">Of the seminar, as it was told: what has changed since is still to be told.</param>
    public sealed record HearNews(string Seminar, int Revision) : OfSeminar(Seminar);
}
