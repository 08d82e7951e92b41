using Concierge.Core.Board;
using Concierge.Core.Consultation;
using Concierge.Core.FollowUp;
using Concierge.Core.Handoff;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What happened that is to be followed up: somebody was at a seminar, has done a task, was taken on by a body that they were led to.</summary>
internal static class Occasions
{
    /// <summary>Bodies that count as a placement: <see cref="Partner.Placement"/>.</summary>
    private static readonly string[] Placing = [.. Partners.Embedded.All.Where(partner => partner.Placement is not null).Select(partner => partner.Key)];

    /// <summary>Ids of the members; whether they have agreed is not asked here.</summary>
    public static IQueryable<string> Since(Unit unit, DateTimeOffset since) =>
        Attended(unit).Where(r => r.ChangedAt >= since).Select(r => r.MemberId)
            .Union(Did(unit).Where(m => m.At >= since).Select(m => m.MemberId))
            .Union(TakenOn(unit).Where(r => r.AcceptedAt >= since).Select(r => r.MemberId));

    public static IEnumerable<Happened> Of(Unit unit, string memberId) =>
    [
        .. Attended(unit).Where(r => r.MemberId == memberId).Join(Held(unit), r => r.SeminarId, s => s.Id, (r, s) => s.StartsAt)
            .AsEnumerable().Select(at => new Happened(Occasion.Seminar, at)),
        .. Did(unit).Where(m => m.MemberId == memberId).Select(m => m.At).AsEnumerable().Select(at => new Happened(Occasion.Placement, at)),
        .. TakenOn(unit).Where(r => r.MemberId == memberId).Select(r => r.AcceptedAt!.Value).AsEnumerable().Select(at => new Happened(Occasion.Placement, at)),
    ];

    private static IQueryable<Reservation> Attended(Unit unit) =>
        unit.Db.Set<Reservation>().Where(r => r.State == ReservationState.Attended && Held(unit).Any(s => s.Id == r.SeminarId));

    /// <summary>Whoever was in already when it was called off has been to nothing.</summary>
    private static IQueryable<Seminar> Held(Unit unit) => unit.Db.Set<Seminar>().Where(s => s.State == SeminarState.Open);

    private static IQueryable<PostMarkEntry> Did(Unit unit) => unit.Db.Set<PostMarkEntry>().Where(m => m.Mark == Mark.Did && m.PostId > 0);

    private static IQueryable<Referral> TakenOn(Unit unit) => unit.Db.Set<Referral>().Where(r => r.AcceptedAt != null && Placing.Contains(r.Partner));
}
