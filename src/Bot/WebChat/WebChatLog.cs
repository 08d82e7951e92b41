using System.Globalization;
using System.Text;
using Concierge.Bot.Web;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Bot.WebChat;

/// <summary>The conversation as Web Chat asks for it, read back from the message table.</summary>
public sealed class WebChatLog(Database database, ActivityWriter writer, WebChatVisitors visitors, PageLinkMaker links, TimeProvider time)
{
    /// <summary>More than this, and the next request gets the rest.</summary>
    private const int Most = 200;

    /// <summary>Between the conversation and what the client called its activity.</summary>
    private const char Between = '~';

    private static readonly ChannelAccount You = new("you", "user");

    /// <summary>The inbox knows a doubled POST by this, and Web Chat the echo of what it sent.</summary>
    public static string EventId(string conversation, string clientActivity) => $"{conversation}{Between}{clientActivity}";

    /// <summary>What was said after the watermark; an empty one asks for all.</summary>
    public async Task<ActivitySet> After(string member, long watermark)
    {
        var (said, last) = database.Reader.Read(unit => Read(unit, member, watermark));
        var conversation = new ConversationAccount(visitors.ConversationOf(member));
        var doors = await Doors(member, said);
        return new(
            [.. said.SelectMany(one => one.Reply is { } reply
                ? writer.Of(reply, one.Row.EventId + Between + one.Row.Place, one.Row.At, conversation, page => doors[page])
                : [one.Staff is { } staff ? OfStaff(one.Row, staff, conversation) : Echo(one, conversation)])],
            last.ToString(CultureInfo.InvariantCulture));
    }

    /// <returns>What is shown, and where the next request goes on: also past what is not shown.</returns>
    private static (Said[] Said, long Last) Read(Unit unit, string member, long watermark)
    {
        if (unit.Members.KeyIfAny(member) is not { } key) return ([], watermark);
        var rows = unit.Messages.After(member, watermark, Most);
        Reply? before = null;
        var said = new List<Said>();
        foreach (var row in rows.Where(row => row is { Channel: Channel.Web, Body: not null }))
        {
            var body = unit.Vault.Open(key, Fields.MessageBody, row.Body!.Value);
            if (row.From == Speaker.Staff) said.Add(new(row, null, null) { Staff = StaffWords.Read(body) });
            else if (row.From == Speaker.Bot) said.Add(new(row, before = StoredMessage.ReadReply(body)!, null));
            else if (Words(unit, key, row, body, before) is { } words) said.Add(new(row, null, words));
        }
        return ([.. said], rows.Count > 0 ? rows[^1].Seq : watermark);
    }

    /// <summary>What stands in the chat for what the person did: their words, or what stood on the button; null for nothing.</summary>
    /// <param name="before">The reply under which it was said; null when it came with an earlier request.</param>
    private static string? Words(Unit unit, MemberKey key, MessageRow row, byte[] body, Reply? before)
    {
        var did = StoredMessage.ReadSaid(Encoding.UTF8.GetString(body))!;
        if (did.Act is not { } act) return did.Text;
        if (before is null && unit.Messages.Newest(row.MemberId, Speaker.Bot, row.Seq) is { Body: { } earlier })
            before = StoredMessage.ReadReply(unit.Vault.Open(key, Fields.MessageBody, earlier));
        return before?.AllButtons().FirstOrDefault(button => button.Tap.Act.Write() == act)?.Label;
    }

    private static Activity OfStaff(MessageRow row, StaffWords staff, ConversationAccount conversation) =>
        new(row.EventId, "message", row.At, new ChannelAccount("staff", "bot", Core.Wording.Words.Say("page_staff", ("name", staff.Name))), conversation, staff.Text);

    private static Activity Echo(Said one, ConversationAccount conversation) =>
        new(one.Row.EventId, "message", one.Row.At, You, conversation, one.Words, ChannelData: new ChannelData(one.Row.EventId[(one.Row.EventId.IndexOf(Between) + 1)..]));

    /// <summary>A link is made when it is shown: it is good for half an hour.</summary>
    private async Task<Dictionary<Page, string>> Doors(string member, Said[] said)
    {
        var pages = said.SelectMany(one => one.Reply?.Bubbles ?? []).Select(bubble => bubble is Bubble.Card card ? card.Print : bubble as Bubble.Door)
            .OfType<Bubble.Door>().Select(door => door.Page).Distinct().ToArray();
        if (pages.Length == 0) return [];
        return await database.Writer.Write(unit => pages.ToDictionary(page => page, page => links.Make(unit, member, page, time.GetUtcNow())));
    }

    private sealed record Said(MessageRow Row, Reply? Reply, string? Words)
    {
        public StaffWords? Staff { get; init; }
    }
}
