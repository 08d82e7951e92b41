using Concierge.Admin.Staff;
using Concierge.Admin.Conversations;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Concierge.Core.Staff;
using Concierge.Data;

namespace Concierge.Admin.Handoff;

/// <summary>All that stands on the page of a case, read in one snapshot.</summary>
/// <param name="Place">Where the feed ended then.</param>
/// <param name="Talk">Oldest first.</param>
/// <param name="Names">Of staff, by id.</param>
/// <param name="Newer">Of one that is over: what is open of the same person; null: nothing.</param>
/// <param name="Earlier">Of the same person, the newest first.</param>
public sealed record CaseView(
    long Place, PacketShown Packet, bool IsLate, IReadOnlyList<MessageShown> Talk, IReadOnlyList<CaseNote> Notes, Cost Cost,
    IReadOnlyList<StaffEntry> Colleagues, IReadOnlyDictionary<string, string> Names, long? Newer, IReadOnlyList<EarlierCase> Earlier, DateTimeOffset Now)
{
    private const int LastMessages = 100;

    public CaseShown Case => Packet.Case;

    /// <summary>What one has read who has read this page.</summary>
    public long Newest => Talk is [.., var last] ? last.Seq : 0;

    public bool IsHeld => Case.State is "accepted" or "active" or "waitingForCitizen";

    public bool IsOpen => Case.EndedAt is null;

    public bool IsHeldBy(string staff) => IsHeld && Case.Holder == staff;

    /// <exception cref="Problem">There is no case of that id.</exception>
    public static CaseView Of(Unit unit, long id, Role looks, Questionnaires forms, DateTimeOffset now)
    {
        var one = CaseReading.Require(unit, id);
        var all = Cases.Of(unit, one.MemberId);
        return new CaseView(
            unit.Feed.Last(), PacketReading.Of(unit, id, looks, forms, now), one.IsLate(now), [.. ConversationReading.Messages(unit, one.MemberId, long.MaxValue, LastMessages).Reverse()],
            Cases.Notes(unit, id), ReplyTokens.Forecast(unit, one.MemberId, now), Handoff.Colleagues.All(unit), StaffNames.Of(unit),
            one.IsOpen ? null : all.FirstOrDefault(other => other.IsOpen)?.Id, EarlierCase.Of(unit, [.. all.Where(other => other.Number < one.Number)]), now);
    }

    /// <summary>What the person and colleagues have said since.</summary>
    public IReadOnlyList<MessageShown> Since(long read) => [.. Talk.Where(message => message.Seq > read && message.From != "bot" && message.Kind != "opened")];
}

/// <summary>A case of the same person from before: what colleagues noted there is read there.</summary>
public sealed record EarlierCase(long Id, DateTimeOffset AskedAt, string State, int Notes)
{
    public static IReadOnlyList<EarlierCase> Of(Unit unit, IReadOnlyList<HandoffCase> cases)
    {
        if (cases.Count == 0) return [];
        var ids = cases.Select(one => one.Id).ToList();
        var notes = unit.Db.Set<CaseNoteEntry>().Where(note => ids.Contains(note.CaseId)).GroupBy(note => note.CaseId).Select(of => new { of.Key, Count = of.Count() }).ToDictionary(of => of.Key, of => of.Count);
        return [.. cases.Select(one => new EarlierCase(one.Id, one.AskedAt, Names.Of(one.State), notes.GetValueOrDefault(one.Id)))];
    }
}

/// <summary>What somebody has written and not sent yet.</summary>
/// <param name="Where">private or chat; null while nobody has chosen: as <c>Privacy:StaffReplies</c> says.</param>
/// <param name="Canned">Id of the answer whose places are being filled in.</param>
public sealed record Draft(string Text = "", string? Where = null, string? Canned = null)
{
    // Records print themselves, and what was written must reach no log.
    public override string ToString() => nameof(Draft);
}
