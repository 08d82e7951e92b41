using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Seminars;

/// <summary>電話をかける人: whoever comes to a gathering and is reached by nothing that we send.</summary>
public static class CallsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/seminars/calls", List).Needs(Right.RunSeminars).WithSummary("Whom to telephone: a seat was offered, or something has changed, and they have no LINE");

    internal static Task<Listed<CallShown>> List(Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return database.Show(actor, now, "seminars/calls", "names", unit => new Listed<CallShown>([.. Coming(unit, now).SelectMany(seminar => Of(unit, seminar, now))], null));
    }

    private static List<Seminar> Coming(Unit unit, DateTimeOffset now) =>
        [.. unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.StartsAt > now && s.State != SeminarState.Draft).OrderBy(s => s.StartsAt).ThenBy(s => s.Id)];

    private static IEnumerable<CallShown> Of(Unit unit, Seminar seminar, DateTimeOffset now) =>
        from reservation in Gatherings.ToRing(unit, seminar, now)
        let contact = Contacts.Of(unit, reservation.MemberId)
        select new CallShown(
            seminar.Id, seminar.Title, seminar.StartsAt, seminar.Revision, reservation.MemberId, contact?.Name, contact?.Phone,
            [.. seminar.NewsFor(reservation).Select(news => Names.Of(news))], reservation.State == ReservationState.Offered ? reservation.OfferedUntil : null);
}

/// <param name="Revision">Of the seminar, to say what was told.</param>
/// <param name="Name">As staff wrote it down; null for whoever reserved by themselves.</param>
/// <param name="Changed">What they have to be told of: title, time, place, online, calledOff.</param>
/// <param name="OfferedUntil">Until when a seat is kept for them; null: none was offered.</param>
public sealed record CallShown(
    string Seminar, string Title, DateTimeOffset StartsAt, int Revision, string Member, string? Name, string? Phone, IReadOnlyList<string> Changed, DateTimeOffset? OfferedUntil);
