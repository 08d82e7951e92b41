using System.Text;
using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>What of a message can be searched: what was said, not what was pressed or sent as a picture.</summary>
internal static class MessageWords
{
    /// <summary>What the concierge says itself has an index of its own: it says the same to everybody, and would stand before what people say.</summary>
    public const string OfPeople = "message", OfBot = "bot";

    public static string IndexOf(Speaker from) => from == Speaker.Bot ? OfBot : OfPeople;

    /// <summary>Null when there is nothing to search, or nothing that opens: such a one is not found, and keeps nobody from finding the others.</summary>
    public static SearchText? Of(Unit unit, MessageEntry message)
    {
        if (message.Body is not { } body || unit.Members.KeyIfAny(message.MemberId) is not { } key) return null;
        try
        {
            return Read(message.Sender, unit.Vault.Open(key, Fields.MessageBody, body)) is { Length: > 0 } text ? SearchText.Of(text) : null;
        }
        catch (Exception e) when (e is CannotOpen or JsonException)
        {
            return null;
        }
    }

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<MessageEntry> At(Unit unit, IReadOnlyCollection<long> seqs) =>
        [.. unit.Db.Messages.AsNoTracking().Where(m => seqs.Contains(m.Seq)).OrderByDescending(m => m.Seq)];

    private static string? Read(Speaker from, byte[] opened) => from switch
    {
        Speaker.Person => StoredMessage.ReadSaid(Encoding.UTF8.GetString(opened))?.Text,
        Speaker.Staff => StaffWords.Read(opened).Text,
        _ => StoredMessage.ReadReply(opened) is { } reply ? string.Join('\n', reply.Bubbles.SelectMany(SpokenBubbles.Lines)) : null,
    };
}
