using Concierge.Admin.Staff;
using Concierge.Admin.Conversations;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Seminars;
using Concierge.Core.Staff;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Handoff;

/// <summary>Reads what a packet is made of, in one snapshot.</summary>
public static class PacketReading
{
    private const int LastMessages = 10, LastOpened = 20, LastLookUps = 5;

    /// <param name="looks">Of whoever looks: results of frailty checks need the right to health besides the person's consent.</param>
    /// <exception cref="Problem">There is no case of that id.</exception>
    public static PacketShown Of(Unit unit, long id, Role looks, Questionnaires forms, DateTimeOffset now)
    {
        var one = CaseReading.Require(unit, id);
        var packet = Packet.Of(one, Facts(unit, one, looks), forms, now);
        var messages = ConversationReading.Messages(unit, one.MemberId, long.MaxValue, LastMessages);
        return PacketShown.Of(CaseReading.One(unit, id), packet, [.. messages.Reverse()], OpenedBy(unit, id));
    }

    private static PacketFacts Facts(Unit unit, HandoffCase one, Role looks)
    {
        var key = unit.Members.KeyIfAny(one.MemberId);
        return new PacketFacts(
            unit.Consents.Of(one.MemberId),
            key is null ? [] : unit.Answers.Of(one.MemberId, key),
            key is null ? [] : KeptFindings.Of(unit, one.MemberId, key),
            looks.Has(Right.SeeHealth),
            OwnWords(unit, one, key),
            Reach(unit, one.MemberId),
            Seats(unit, one.MemberId),
            [.. unit.Db.Set<LookUpEntry>().AsNoTracking().Where(l => l.MemberId == one.MemberId).OrderByDescending(l => l.Seq).Take(LastLookUps).Select(l => new PacketLookUp(l.At, l.Outcome))]);
    }

    private static string? OwnWords(Unit unit, HandoffCase one, MemberKey? key) =>
        key is not null && one.SaidIn is { } said && unit.Messages.Of(one.MemberId, said) is { Body: not null } row ? MessageShown.Of(unit, key, row, isForStaff: true).Text : null;

    private static string Reach(Unit unit, string member) =>
        unit.Members.LineUserId(member) is null ? "packet_by_page" : unit.Members.Reachable(member) ? "packet_by_line" : "packet_blocked";

    private static PacketSeat[] Seats(Unit unit, string member) =>
    [
        .. from seat in unit.Db.Set<Reservation>().AsNoTracking().Where(r => r.MemberId == member && Reservation.Live.Contains(r.State)).ToList()
           join seminar in unit.Db.Set<Seminar>().AsNoTracking() on seat.SeminarId equals seminar.Id
           orderby seminar.StartsAt
           select new PacketSeat(seminar.Title, seminar.StartsAt, Names.Of(seat.State)),
    ];

    private static Opened[] OpenedBy(Unit unit, long id)
    {
        var target = $"case/{id}";
        var opened = unit.Db.Set<AuditEntry>().AsNoTracking().Where(a => a.Target == target && a.Fields == "packet").OrderByDescending(a => a.Seq).Take(LastOpened).ToList();
        var names = StaffNames.Of(unit);
        return [.. opened.Select(a => new Opened(a.Actor, names.GetValueOrDefault(a.Actor), a.At))];
    }
}
