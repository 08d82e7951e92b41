using System.Text;
using Concierge.Bot.Turns;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Wording;
using Concierge.Data;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Bot.Handoff;

/// <summary>What a person and staff said to each other, as the city's own page shows it.</summary>
/// <param name="IsHeld">Staff have the conversation now, so what is written goes to them.</param>
public sealed record StaffTalk(IReadOnlyList<StaffLine> Lines, bool IsHeld)
{
    private const int Most = 40;

    /// <summary>Whoever opens the page some days after it ended still finds what staff wrote.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Of the newest case; null when staff have neither spoken in it nor have it now.</summary>
    public static StaffTalk? Of(Unit unit, string memberId, MemberKey key, DateTimeOffset now)
    {
        if (Cases.Of(unit, memberId).FirstOrDefault() is not { } one || one.EndedAt + Kept < now) return null;
        var until = one.EndedAt ?? now;
        var said = unit.Db.Messages.AsNoTracking()
            .Where(m => m.MemberId == memberId && m.Sender != Speaker.Bot && m.Body != null && m.At >= one.AskedAt && m.At <= until)
            .OrderByDescending(m => m.Seq).Take(Most).AsEnumerable().Reverse()
            .Select(m => Line(m.Sender, unit.Vault.Open(key, Fields.MessageBody, m.Body!.Value))).OfType<StaffLine>().ToArray();
        return one.IsHeld || said.Any(line => line.IsStaff) ? new StaffTalk(said, one.IsHeld) : null;
    }

    private static StaffLine? Line(Speaker from, byte[] body)
    {
        if (from == Speaker.Staff) return StaffWords.Read(body) is var words ? new StaffLine(Words.Say("page_staff", ("name", words.Name)), words.Text, IsStaff: true) : null;
        return StoredMessage.ReadSaid(Encoding.UTF8.GetString(body)) is { Text: { } text } ? new StaffLine(Words.Say("page_you"), text, IsStaff: false) : null;
    }
}

/// <param name="Who">As it stands above the words.</param>
public sealed record StaffLine(string Who, string Text, bool IsStaff)
{
    // Records print themselves, and what was said must reach no log.
    public override string ToString() => nameof(StaffLine);
}
