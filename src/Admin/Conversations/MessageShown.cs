using System.Text;
using Concierge.Core.Conversations;
using Concierge.Data;

namespace Concierge.Admin.Conversations;

/// <summary>Something that was said or done.</summary>
/// <param name="From">person, bot or staff.</param>
/// <param name="Kind">Of a person: words, tapped, sticker, image …; else said.</param>
/// <param name="Text">Words; of a tap what stood on the button. Null when there are none, or none to see.</param>
/// <param name="Choices">What stood on the buttons below it.</param>
/// <param name="TakenBack">The person took it back: the words are gone.</param>
/// <param name="Withheld">no-consent for what was not said to staff, while they may not see the answers: the talk repeats them. Else null.</param>
public sealed record MessageShown(
    long Seq, DateTimeOffset At, string From, string Channel, string Kind, string? Text, IReadOnlyList<string> Choices, bool TakenBack, string? Withheld)
{
    /// <summary>Of what the bot says over LINE, when it was not certainly said there: pending, sending, held, review, refused, expired, superseded or blocked; else null.</summary>
    public string? Missing { get; init; }

    /// <param name="isForStaff">The person lets them see everything, or they had the conversation then.</param>
    public static MessageShown Of(Unit unit, MemberKey key, MessageRow row, bool isForStaff)
    {
        var withheld = !isForStaff && row.From != Speaker.Staff;
        var shown = new MessageShown(row.Seq, row.At, Names.Of(row.From), Names.Of(row.Channel), "said", null, [], row.Body is null, withheld ? Members.MemberShown.NoConsent : null);
        if (withheld || row.Body is not { } body) return shown;
        var opened = unit.Vault.Open(key, Fields.MessageBody, body);
        if (row.From == Speaker.Staff) return shown with { Text = StaffWords.Read(opened).Text };
        return row.From == Speaker.Person ? shown.Did(unit, key, row, StoredMessage.ReadSaid(Encoding.UTF8.GetString(opened))!) : shown.Told(StoredMessage.ReadReply(opened)!);
    }

    private MessageShown Did(Unit unit, MemberKey key, MessageRow row, Said said) => this with { Kind = said.Kind, Text = said.Text ?? (said.Act is { } act ? LabelOf(unit, key, row, act) : null) };

    private MessageShown Told(Reply reply) => this with
    {
        Text = string.Join('\n', reply.Bubbles.SelectMany(SpokenBubbles.Lines)),
        Choices = [.. reply.AllButtons().Select(button => button.Label)],
    };

    /// <summary>Null when the button stood further up: which reply it was then is not known.</summary>
    private static string? LabelOf(Unit unit, MemberKey key, MessageRow row, string act) =>
        unit.Messages.Newest(row.MemberId, Speaker.Bot, row.Seq)?.Body is { } before
            ? StoredMessage.ReadReply(unit.Vault.Open(key, Fields.MessageBody, before))?.AllButtons().FirstOrDefault(button => button.Tap.Act.Write() == act)?.Label
            : null;
}
