using Concierge.Core.Seminars;

namespace Concierge.Admin.Seminars;

/// <summary>One seminar and how many come.</summary>
/// <param name="OnSite">Null when nobody can come there; so <paramref name="Online"/>.</param>
/// <param name="DayCode">The digits at the door; null for whoever does not run seminars.</param>
public sealed record SeminarShown(
    string Id, string Series, int Number, string Title, string Short, string About, string Bring, string Place, string Address, string Area,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset Deadline, string State, SeatsShown? OnSite, SeatsShown? Online, string? DayCode)
{
    /// <param name="lines">Who waits there.</param>
    public static SeminarShown Of(Seminar seminar, IReadOnlyList<Waiter> lines, bool runs) => new(
        seminar.Id, seminar.Series, seminar.Number, seminar.Title, seminar.Short, seminar.About, seminar.Bring, seminar.Place, seminar.Address, seminar.Area,
        seminar.StartsAt, seminar.EndsAt, seminar.Deadline, Names.Of(seminar.State), Seats(seminar, Attendance.OnSite, lines), Seats(seminar, Attendance.Online, lines),
        runs ? seminar.DayCode : null);

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
public sealed record ReservationShown(
    long Id, string Member, string? Name, string? Phone, string How, int Seats, string State, DateTimeOffset MadeAt, DateTimeOffset? OfferedUntil);
