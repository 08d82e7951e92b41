using System.Text;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.SystemTests.Data;

/// <summary>People and things to tell stories with.</summary>
internal static class Some
{
    public const string Hanako = "m-hanako";
    public const string Taro = "m-taro";
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(int seconds) => Noon.AddSeconds(seconds);

    public static string Member(Unit unit, string id) => unit.Members.FindOrAddByLine("U" + id, Noon, () => id);

    public static InboxEvent Event(string id, string member, int at = 0) =>
        new("line", id, member, At(at), At(at), Encoding.UTF8.GetBytes("raw of " + id), Redelivery: false);

    public static NewOutboxRow Reply(string eventId, string member, int now = 0) => new(
        eventId + "/0",
        RetryKeys.From(eventId, 0),
        member,
        OutboxKind.Reply,
        "token of " + eventId,
        At(now),
        Encoding.UTF8.GetBytes("reply to " + eventId),
        Epoch: 0,
        Critical: false,
        At(now),
        At(now + 1800));

    public static MessageRow Words(Unit unit, string eventId, string member, string text, string? lineMessageId = null) => new(
        0,
        member,
        Noon,
        Speaker.Person,
        Channel.Line,
        eventId,
        0,
        lineMessageId,
        Epoch: 0,
        unit.Vault.Seal(unit.Members.Key(member), Fields.MessageBody, Encoding.UTF8.GetBytes(text)));

    public static Session Session(string id) => new(id, "inventory", "inventory@1", "Asking", "work/kind", ["a", "b"], 1, false, Noon);
}
