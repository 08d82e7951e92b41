using Concierge.Admin.Members;
using Concierge.Core.Conversations;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Admin.Conversations;

/// <summary>Conversations and what was said in them.</summary>
public static class ConversationReading
{
    /// <summary>The one that was spoken in last comes first.</summary>
    public static IReadOnlyList<ConversationShown> Find(Unit unit, Owner? owner, long before, int max)
    {
        var found = unit.Db.Conversations.AsNoTracking().Where(c => owner == null || c.Owner == owner)
            .Select(c => new { c.MemberId, c.Owner, c.Epoch, Last = unit.Db.Messages.Where(m => m.MemberId == c.MemberId).Max(m => (long?)m.Seq) })
            .Where(c => c.Last < before).OrderByDescending(c => c.Last).Take(max).ToList();
        var seqs = found.Select(c => c.Last).ToList();
        var last = unit.Db.Messages.AsNoTracking().Where(m => seqs.Contains(m.Seq)).Select(m => new { m.Seq, m.At, m.Sender, m.Channel }).ToDictionary(m => m.Seq);
        return [.. found.Select(c => (c, said: last[c.Last!.Value])).Select(of => new ConversationShown(
            of.c.MemberId, Names.Of(of.c.Owner), of.c.Epoch, new LastSaid(of.said.Seq, of.said.At, Names.Of(of.said.Sender), Names.Of(of.said.Channel))))];
    }

    /// <exception cref="Problem">There is none of that member.</exception>
    public static ConversationShown Of(Unit unit, string memberId)
    {
        var found = unit.Db.Conversations.AsNoTracking().FirstOrDefault(c => c.MemberId == memberId) ?? throw Problem.NotFound();
        var said = unit.Db.Messages.AsNoTracking().Where(m => m.MemberId == memberId).OrderByDescending(m => m.Seq).FirstOrDefault();
        return new ConversationShown(memberId, Names.Of(found.Owner), found.Epoch, said is null ? null : new LastSaid(said.Seq, said.At, Names.Of(said.Sender), Names.Of(said.Channel)));
    }

    /// <summary>The newest first.</summary>
    /// <exception cref="Problem">There is nobody of that id.</exception>
    public static IReadOnlyList<MessageShown> Messages(Unit unit, string memberId, long before, int max)
    {
        MemberReading.Require(unit, memberId);
        if (unit.Members.KeyIfAny(memberId) is not { } key) return [];
        var letsStaffSee = MemberReading.LetsStaffSee(unit, memberId);
        var toStaff = Cases.Held(unit, memberId);
        var rows = unit.Db.Messages.AsNoTracking().Where(m => m.MemberId == memberId && m.Seq < before).OrderByDescending(m => m.Seq).Take(max).ToList();
        var missing = Arrival.Missing(unit, rows);
        return [.. rows.Select(m => MessageShown.Of(unit, key, new MessageRow(m.Seq, m.MemberId, m.At, m.Sender, m.Channel, m.EventId, m.Place, m.LineMessageId, m.Epoch, m.Body), letsStaffSee || toStaff.Any(held => held.Holds(m.At)))
            with { Missing = missing.TryGetValue(m.Seq, out var state) ? Names.Of(state) : null })];
    }
}

/// <summary>One person's conversation.</summary>
/// <param name="Owner">bot, queue or staff: who answers now.</param>
/// <param name="Epoch">Grows whenever the owner changes.</param>
/// <param name="Last">Null when nothing was said yet.</param>
public sealed record ConversationShown(string Member, string Owner, int Epoch, LastSaid? Last);

/// <param name="From">person, bot or staff.</param>
public sealed record LastSaid(long Seq, DateTimeOffset At, string From, string Channel);
