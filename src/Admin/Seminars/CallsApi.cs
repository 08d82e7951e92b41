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
    /// <summary>As the audit trail has them: what was done is read from there.</summary>
    internal const string TakesOffer = "take-offer", IsTold = "told";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/seminars/calls", List).Needs(Right.RunSeminars).WithSummary("Whom to telephone: a seat was offered, or something has changed, and they have no LINE");
        api.MapGet("/seminars/calls/done", Done).Needs(Right.RunSeminars).WithSummary("Who was telephoned, by whom and what came of it, the newest first");
    }

    internal static Task<Listed<CallShown>> List(Actor actor, Database database, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return database.Show(actor, now, "seminars/calls", "names", unit => new Listed<CallShown>([.. Coming(unit, now).SelectMany(seminar => Of(unit, seminar, now))], null));
    }

    internal static Task<Listed<CallDoneShown>> Done(Paging paging, Actor actor, Database database, TimeProvider time)
    {
        const string Sort = "-seq";
        var before = paging.After<LastSeq>(Sort)?.Seq ?? long.MaxValue;
        return database.Show(actor, time.GetUtcNow(), "seminars/calls/done", "names", unit => paging.Part(
            Sort,
            unit.Db.Set<AuditEntry>().AsNoTracking().Where(a => a.Seq < before && (a.Action == IsTold || a.Action == TakesOffer)).OrderByDescending(a => a.Seq).Take(paging.Limit + 1).ToList(),
            call => Show(unit, call),
            call => new LastSeq(call.Seq)));
    }

    /// <summary>What was written down when staff pressed the button: <c>seminar/ID/reservation/MEMBER</c>.</summary>
    private static CallDoneShown Show(Unit unit, AuditEntry call)
    {
        var (id, member) = call.Target.Split('/') is [_, var of, _, var who] ? (of, who) : throw new FormatException($"Audit entry {call.Seq} is about no reservation.");
        var seminar = unit.Db.Set<Seminar>().AsNoTracking().Single(s => s.Id == id);
        return new CallDoneShown(
            call.At, unit.Db.Set<StaffEntry>().Where(s => s.Id == call.Actor).Select(s => s.Name).FirstOrDefault(), call.Action == TakesOffer ? "takesSeat" : "told", id, seminar.Title, seminar.StartsAt, member,
            Contacts.Of(unit, member)?.Name);
    }

    private static List<Seminar> Coming(Unit unit, DateTimeOffset now) =>
        [.. unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.StartsAt > now && s.State != SeminarState.Draft).OrderBy(s => s.StartsAt).ThenBy(s => s.Id)];

    private static IEnumerable<CallShown> Of(Unit unit, Seminar seminar, DateTimeOffset now) =>
        from reservation in Gatherings.ToRing(unit, seminar, now)
        let contact = Contacts.Of(unit, reservation.MemberId)
        select new CallShown(
            seminar.Id, seminar.Title, seminar.StartsAt, seminar.Place, seminar.Revision, reservation.MemberId, contact?.Name, contact?.Phone,
            [.. seminar.NewsFor(reservation).Select(news => Names.Of(news))], reservation.State == ReservationState.Offered ? reservation.OfferedUntil : null);
}

/// <param name="By">Name of the member of staff; null for one that is no more.</param>
/// <param name="What">told: what has changed; takesSeat: the seat that was offered was taken.</param>
/// <param name="Name">As staff wrote it down; null for whoever reserved by themselves.</param>
public sealed record CallDoneShown(DateTimeOffset At, string? By, string What, string Seminar, string Title, DateTimeOffset StartsAt, string Member, string? Name);

/// <param name="Place">Where it is held now.</param>
/// <param name="Revision">Of the seminar, to say what was told.</param>
/// <param name="Name">As staff wrote it down; null for whoever reserved by themselves.</param>
/// <param name="Changed">What they have to be told of: title, time, place, online, calledOff.</param>
/// <param name="OfferedUntil">Until when a seat is kept for them; null: none was offered.</param>
public sealed record CallShown(
    string Seminar, string Title, DateTimeOffset StartsAt, string Place, int Revision, string Member, string? Name, string? Phone, IReadOnlyList<string> Changed, DateTimeOffset? OfferedUntil);
