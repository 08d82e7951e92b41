using Concierge.Core.Seminars;

namespace Concierge.Admin.Seminars;

/// <summary>One seminar and how many come.</summary>
/// <param name="OnSite">Null when nobody can come there; so <paramref name="Online"/>.</param>
/// <param name="Kind">seminar, miniMeeting, frailtyCheck, workplace or training.</param>
/// <param name="Number">0: it is none of a series.</param>
/// <param name="DayCode">The digits at the door; null for whoever does not run seminars, as <paramref name="OnlineUrl"/>.</param>
/// <param name="Task">Of a training: the type of task that asks for it.</param>
/// <param name="TakeHome">For whoever came: a line each, what it is and its address.</param>
/// <param name="Revision">For If-Match.</param>
public sealed record SeminarShown(
    string Id, string Kind, string Series, int Number, string Title, string Short, string About, string Bring, string Place, string Address, string Area,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset Deadline, string State, SeatsShown? OnSite, SeatsShown? Online, string? DayCode,
    string? OnlineUrl, string? Task, string? TakeHome, string? CalledOffBecause, int Revision)
{
    /// <param name="lines">Who waits there.</param>
    public static SeminarShown Of(Seminar seminar, IReadOnlyList<Waiter> lines, bool runs) => new(
        seminar.Id, Names.Of(seminar.Kind), seminar.Series, seminar.Number, seminar.Title, seminar.Short, seminar.About, seminar.Bring, seminar.Place, seminar.Address, seminar.Area,
        seminar.StartsAt, seminar.EndsAt, seminar.Deadline, Names.Of(seminar.State), Seats(seminar, Attendance.OnSite, lines), Seats(seminar, Attendance.Online, lines),
        runs ? seminar.DayCode : null, runs ? seminar.OnlineUrl : null, seminar.Task, seminar.TakeHome, seminar.CalledOffBecause, seminar.Revision);

    private static SeatsShown? Seats(Seminar seminar, Attendance how, IReadOnlyList<Waiter> lines) => seminar.Seats(how) == 0
        ? null
        : new SeatsShown(seminar.Seats(how), seminar.Free(how), lines.Count(waiter => waiter.SeminarId == seminar.Id && waiter.How == how));
}

/// <param name="Waiting">How many wait for one.</param>
public sealed record SeatsShown(int Seats, int Free, int Waiting);

/// <summary>Somebody who comes, or would like to.</summary>
/// <param name="Name">As staff wrote it down; null for whoever reserved by themselves.</param>
/// <param name="How">onSite or online.</param>
/// <param name="State">reserved, waiting, offered, attended; expired and cancelled are over.</param>
/// <param name="OfferedUntil">Until when an offered seat is kept.</param>
/// <param name="NoShow">It is over, and they did not come.</param>
/// <param name="ToRing">Only a telephone reaches them: a seat was offered, or something has changed that they do not know.</param>
public sealed record ReservationShown(
    long Id, string Member, string? Name, string? Phone, string How, int Seats, string State, DateTimeOffset MadeAt, DateTimeOffset? OfferedUntil, bool NoShow, bool ToRing);
