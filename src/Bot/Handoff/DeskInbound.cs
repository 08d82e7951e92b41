using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.Handoff;

/// <summary>Reads what staff did from the inbox.</summary>
internal static class DeskInbound
{
    /// <summary>Null when its words are gone meanwhile.</summary>
    public static Incoming? Read(Unit unit, InboxRow row, MemberKey key)
    {
        // Somebody without LINE finds it on the page.
        var channel = unit.Members.LineUserId(row.MemberId) is null ? Channel.Web : Channel.Line;
        var happened = DeskEvent.Read(row.Raw);
        return happened.Kind switch
        {
            DeskEvent.Said => Words(unit, row.MemberId, key, happened.Message!) is { } words
                ? new Incoming.StaffSaid(words.Name, words.Text, happened.Where) { At = row.At, Channel = channel }
                : null,
            DeskEvent.Left => new Incoming.StaffLeft(happened.Case, happened.How!.Value) { At = row.At, Channel = channel },
            DeskEvent.Proposed => new Incoming.ReferralProposed { At = row.At, Channel = channel },
            _ => throw new InvalidOperationException($"DeskInbound does not know {happened.Kind}."),
        };
    }

    private static StaffWords? Words(Unit unit, string memberId, MemberKey key, string eventId) =>
        unit.Messages.Of(memberId, eventId) is { Body: { } body } ? StaffWords.Read(unit.Vault.Open(key, Fields.MessageBody, body)) : null;
}
