using System.Text;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What those wrote who came. It is theirs, and goes with them.</summary>
public static class Comments
{
    internal static void Write(Unit unit, string memberId, Effect.CommentSeminar comment)
    {
        if (unit.Db.Set<Reservation>().FirstOrDefault(r => r.SeminarId == comment.Seminar && r.MemberId == memberId && r.State == ReservationState.Attended) is not { } mine) return;
        unit.Db.Entry(mine).Property<Sealed?>(SeminarMapping.Comment).CurrentValue = unit.Vault.Seal(unit.Members.Key(memberId), Fields.ReservationComment, Encoding.UTF8.GetBytes(comment.Words));
    }

    /// <summary>Without who wrote them, in no order that would tell.</summary>
    public static IReadOnlyList<string> Of(Unit unit, string seminarId) =>
    [
        .. unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.SeminarId == seminarId && r.State == ReservationState.Attended)
            .Select(r => new { r.MemberId, Comment = EF.Property<Sealed?>(r, SeminarMapping.Comment) }).AsEnumerable().Where(one => one.Comment is not null)
            .Select(one => Encoding.UTF8.GetString(unit.Vault.Open(unit.Members.Key(one.MemberId), Fields.ReservationComment, one.Comment!.Value))).Order(StringComparer.Ordinal),
    ];
}
