using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Seminars;
using Concierge.Data;

namespace Concierge.SystemTests.Road;

/// <summary>Where a person stands after a conversation: the answers that count, and what is open. Compared as text.</summary>
public sealed record Standing(string Text)
{
    /// <param name="memberId">Null when everything was erased.</param>
    public static Standing Of(Town town, string? memberId) => town.Database.Reader.Read(unit =>
    {
        if (memberId is null || unit.Members.KeyIfAny(memberId) is not { } key) return new Standing("nobody");
        var consents = unit.Consents.Of(memberId).Ledger.Select(c => $"{c.Purpose} {c.Text} {c.Given}");
        var marks = new Posts(unit).MarksOf(memberId).All.Select(m => $"{m.Mark} {m.Kind} {m.Post}").Order(StringComparer.Ordinal);
        var seats = unit.Db.Set<Reservation>().Where(r => r.MemberId == memberId).OrderBy(r => r.Id).AsEnumerable()
            .Select(r => $"{r.SeminarId} {r.State} {r.How} {r.Seats}");
        var troubles = Troubles.Of(unit, memberId, key).Select(t => $"trouble {t.Kind} {t.Area} {t.When} {t.Words}");
        var checks = KeptFindings.Of(unit, memberId, key).Select(f => $"{f.Form} {string.Join(' ', f.Answers.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key}={a.Value}"))}");
        var cases = Cases.Of(unit, memberId).Select(c => $"case {c.Number} {c.State} {c.Trigger} {c.Level} {c.Holder} urgent={c.Urgent} waits={c.CitizenWaits} {c.Rating}");
        return Of(unit.Conversations.Read(memberId, key), unit.Answers.Of(memberId, key), consents.Concat(marks).Concat(seats).Concat(troubles).Concat(checks).Concat(cases).Concat(Cards(unit, memberId, key)));
    });

    private static IEnumerable<string> Cards(Unit unit, string memberId, MemberKey key)
    {
        var card = PointCards.Of(unit, memberId, key);
        var lookUps = unit.Db.Set<LookUpEntry>().Where(l => l.MemberId == memberId).OrderBy(l => l.Seq).Select(l => l.Outcome).ToArray();
        return lookUps.Prepend($"card {card.Last4} tries={card.Tries} locked={card.LockedUntil is not null} asking={card.Asking}");
    }

    public static Standing Of(Conversation conversation, IEnumerable<Answer> given, IEnumerable<string>? more = null)
    {
        var top = conversation.Top;
        var answers = given
            .GroupBy(a => a.Question)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}={JsonSerializer.Serialize(g.Last().Value)}");
        var open = top is null ? "nothing open" : $"{top.Flow} {top.Questionnaire} {top.State} {top.Step} [{string.Join(' ', top.Picked)}] paused={top.Paused}";
        return new Standing(string.Join('\n', answers.Concat(more ?? []).Append(open)));
    }
}
