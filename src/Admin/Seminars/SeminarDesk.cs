using System.Security.Cryptography;
using Concierge.Admin.Audit;
using Concierge.Admin.Staff;
using Concierge.Core.Seminars;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Seminars;

/// <summary>What staff do with a gathering itself: write it, open it, change it, call it off. Within one write.</summary>
public static class SeminarDesk
{
    public static string Add(Unit unit, SeminarWish wish, string id, Actor actor, DateTimeOffset now)
    {
        var seminar = wish.Make(id, "", now);
        unit.Db.Add(wish.Make(id, DayCode(unit, seminar), now).AsDraft());
        AuditTrail.Append(unit, now, actor.Id, "write", "seminar/" + id);
        return id;
    }

    /// <exception cref="Problem">It has changed since it was read, a part is wrong, or the rules say no.</exception>
    public static void Change(Unit unit, string id, Func<Seminar, SeminarWish> wish, HttpContext http, Actor actor, DateTimeOffset now)
    {
        var old = Seen(unit, id, http);
        var next = wish(old).Make(id, old.DayCode, now);
        // Of another day: a sheet that hangs there already must not let anybody in.
        if (SeminarTime.Day(next.StartsAt) != SeminarTime.Day(old.StartsAt)) next = wish(old).Make(id, DayCode(unit, next), now);
        switch (Rewriting.Decide(old, next, now))
        {
            case Rewriting.SeatsTaken: throw Problem.Conflict("seats-taken");
            case Rewriting.OfAnotherKind: throw Problem.Conflict("seminar-kind");
            case Rewriting.TooLate: throw Problem.Conflict("seminar-begun");
            case Rewriting.CalledOff: throw Problem.Conflict("seminar-called-off");
        }
        Gatherings.Rewrite(unit, old, next, now);
        AuditTrail.Append(unit, now, actor.Id, "change", "seminar/" + id);
    }

    /// <exception cref="Problem">As above.</exception>
    public static void Publish(Unit unit, string id, HttpContext http, Actor actor, DateTimeOffset now)
    {
        var seminar = Seen(unit, id, http);
        switch (Publishing.Decide(seminar, now))
        {
            case Publishing.NoDraft: throw Problem.Conflict("seminar-no-draft");
            case Publishing.TooLate: throw Problem.Conflict("seminar-closed");
        }
        Gatherings.Publish(unit, seminar);
        AuditTrail.Append(unit, now, actor.Id, "publish", "seminar/" + id);
    }

    /// <exception cref="Problem">As above.</exception>
    public static void CallOff(Unit unit, string id, string? because, HttpContext http, Actor actor, DateTimeOffset now)
    {
        var seminar = Seen(unit, id, http);
        switch (CallingOff.Decide(seminar, now))
        {
            case CallingOff.AlreadyOff: throw Problem.Conflict("seminar-called-off");
            case CallingOff.TooLate: throw Problem.Conflict("seminar-over");
        }
        if (because is null && seminar.State == SeminarState.Open) throw Problem.Missing("because");
        Gatherings.CallOff(unit, seminar, because, now);
        AuditTrail.Append(unit, now, actor.Id, "call-off", "seminar/" + id);
    }

    /// <exception cref="Problem">It has changed since it was read.</exception>
    public static void HandOut(Unit unit, string id, string? takeHome, HttpContext http, Actor actor, DateTimeOffset now)
    {
        var seminar = Seen(unit, id, http);
        Gatherings.HandOut(unit, seminar, takeHome, now);
        AuditTrail.Append(unit, now, actor.Id, "hand-out", "seminar/" + id);
    }

    /// <exception cref="Problem">There is none of that id.</exception>
    public static Seminar Find(Unit unit, string id) => unit.Db.Set<Seminar>().FirstOrDefault(s => s.Id == id) ?? throw Problem.NotFound();

    private static Seminar Seen(Unit unit, string id, HttpContext http)
    {
        var seminar = Find(unit, id);
        Revision.Check(http, seminar.Revision);
        return seminar;
    }

    /// <summary>Four digits that no other gathering has within days: at one door only one of them is meant.</summary>
    private static string DayCode(Unit unit, Seminar seminar)
    {
        var (from, until) = (seminar.StartsAt.AddDays(-7), seminar.StartsAt.AddDays(7));
        var others = unit.Db.Set<Seminar>().AsNoTracking().Where(s => s.StartsAt > from && s.StartsAt < until).Select(s => s.DayCode).ToHashSet();
        string code;
        do code = RandomNumberGenerator.GetString("0123456789", 4);
        while (others.Contains(code));
        return code;
    }
}
