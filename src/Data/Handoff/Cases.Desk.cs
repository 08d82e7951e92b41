using System.Text;
using System.Text.Json;
using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// What staff do. Call one of these within one write; each answers what came of it, and a no has changed nothing. The case and its
/// conversation are changed together: while somebody has the case, the conversation is staff's and the bot is silent.
/// </summary>
public static partial class Cases
{
    /// <summary>In characters (UTF-16 units): what staff write fits one message of LINE's.</summary>
    public const int LongestWords = 2_000;

    /// <summary>Takes it. Of two in the same moment exactly one gets it, and the other learns who has it.</summary>
    /// <param name="expectedRevision">As it was read.</param>
    public static Handing Claim(Unit unit, long id, string staff, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, staff, expectedRevision, HandoffCase.On.Claim, now, one => one.Claim(staff, Hours, now));

    /// <summary>Asks somebody to take it, or hands it on to them. Until they claim it, the bot answers.</summary>
    /// <param name="by">Who asks.</param>
    public static Handing Assign(Unit unit, long id, string staff, string by, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, by, expectedRevision, HandoffCase.On.Assign, now, one => one.Assign(staff, Hours, now));

    /// <summary>Back to the queue; the person is told.</summary>
    public static Handing Release(Unit unit, long id, string staff, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, staff, expectedRevision, HandoffCase.On.Release, now, one => one.Release(staff, Hours, now), Leaving.Released);

    /// <summary>To 協議会事務局; the person is told.</summary>
    public static Handing Escalate(Unit unit, long id, string staff, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, staff, expectedRevision, HandoffCase.On.Escalate, now, one => one.Escalate(staff, Hours, now), Leaving.Escalated);

    /// <summary>It is the person's turn; after a day they are reminded, after a week it ends.</summary>
    public static Handing WaitForCitizen(Unit unit, long id, string staff, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, staff, expectedRevision, HandoffCase.On.AwaitCitizen, now, one => one.WaitForCitizen(staff, now));

    /// <summary>Done: the bot goes on, and asks how it was.</summary>
    public static Handing Resolve(Unit unit, long id, string staff, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, staff, expectedRevision, HandoffCase.On.Resolve, now, one => one.Resolve(staff, now), Leaving.Resolved);

    /// <summary>Nothing is left for a person to do: the bot goes on, and asks how it was.</summary>
    public static Handing Return(Unit unit, long id, string staff, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, staff, expectedRevision, HandoffCase.On.Return, now, one => one.Return(staff, now), Leaving.Returned);

    /// <summary>The desk cannot help; the person is told how else to reach somebody. Also from the queue.</summary>
    public static Handing Decline(Unit unit, long id, string staff, int expectedRevision, DateTimeOffset now) =>
        Move(unit, id, staff, expectedRevision, HandoffCase.On.Decline, now, one => one.Decline(staff, now), Leaving.Declined);

    /// <summary>Says something to the person. The bot delivers it.</summary>
    /// <param name="name">Of the member of staff, as the person is to see it.</param>
    /// <param name="where">Null: as <c>Privacy:StaffReplies</c> says.</param>
    /// <param name="expectedLastMessageSeq">The newest message that the member of staff has read; when the person or a colleague has
    /// said something since, nothing is said.</param>
    /// <exception cref="ArgumentException">There are no words, or too many.</exception>
    public static Handing Speak(Unit unit, long id, string staff, string name, string text, StaffReplies? where, long expectedLastMessageSeq, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestWords) throw new ArgumentException($"It must be 1 to {LongestWords} characters.", nameof(text));
        if (Locked(unit, id) is not { } one) return new Handing.Unknown();
        if (LastSaid(unit, one.MemberId) is var last && last > expectedLastMessageSeq) return new Handing.SaidMeanwhile(last);
        var done = one.Speak(staff, Hours, now);
        if (done is not Handing.Done) return done;
        var eventId = $"desk/{one.Id}/{one.Revision}";
        var key = unit.Members.Key(one.MemberId);
        unit.Messages.Add(new MessageRow(
            0, one.MemberId, now, Speaker.Staff, where == StaffReplies.Chat ? Channel.Line : Channel.Web, eventId, 0, null, unit.Conversations.Epoch(one.MemberId),
            unit.Vault.Seal(key, Fields.MessageBody, new StaffWords(name, text).Write())));
        Write(unit, one, nameof(HandoffCase.On.Speak), staff, now);
        DeskEvent.Put(unit, one, new DeskEvent(DeskEvent.Said, one.Number) { Message = eventId, Where = where }, now);
        return done;
    }

    /// <summary>The newest that the person or staff have said; 0 when nobody has. Opening a page says nothing.</summary>
    public static long LastSaid(Unit unit, string memberId)
    {
        var key = unit.Members.Key(memberId);
        var person = unit.Messages.Newest(memberId, Speaker.Person);
        while (person is { Body: { } body } && IsOpening(unit.Vault.Open(key, Fields.MessageBody, body))) person = unit.Messages.Newest(memberId, Speaker.Person, person.Seq);
        return Math.Max(person?.Seq ?? 0, unit.Messages.Newest(memberId, Speaker.Staff)?.Seq ?? 0);
    }

    /// <summary>What colleagues should know.</summary>
    /// <returns>False when there is no such case.</returns>
    public static bool AddNote(Unit unit, long id, string staff, string text, DateTimeOffset now)
    {
        if (Find(unit, id) is not { } one) return false;
        var body = unit.Vault.Seal(unit.Members.Key(one.MemberId), Fields.CaseNoteBody, Encoding.UTF8.GetBytes(text));
        unit.Db.Add(new CaseNoteEntry { CaseId = id, MemberId = one.MemberId, At = now, Staff = staff, Body = body });
        unit.Feed.Add(now, "case-note", one.MemberId, id);
        return true;
    }

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<CaseNote> Notes(Unit unit, long id)
    {
        if (Find(unit, id) is not { } one || unit.Members.KeyIfAny(one.MemberId) is not { } key) return [];
        return [.. unit.Db.Set<CaseNoteEntry>().AsNoTracking().Where(n => n.CaseId == id).OrderBy(n => n.Id).AsEnumerable()
            .Select(n => new CaseNote(n.At, n.Staff, Encoding.UTF8.GetString(unit.Vault.Open(key, Fields.CaseNoteBody, n.Body))))];
    }

    private static Handing Move(
        Unit unit, long id, string staff, int expectedRevision, HandoffCase.On on, DateTimeOffset now, Func<HandoffCase, Handing> move, Leaving? tells = null)
    {
        if (Locked(unit, id) is not { } one) return new Handing.Unknown();
        if (one.Revision != expectedRevision) return one.IsHeld && one.Holder != staff ? new Handing.HeldBy(one.Holder!) : new Handing.Changed(one.Revision);
        var done = move(one);
        if (done is not Handing.Done) return done;
        Write(unit, one, on.ToString(), staff, now);
        HandOver(unit, one);
        if (tells is { } how) DeskEvent.Put(unit, one, new DeskEvent(DeskEvent.Left, one.Number) { How = how }, now);
        return done;
    }

    /// <summary>Whoever has the case has the conversation; with the epoch what the bot decided before is dropped.</summary>
    private static void HandOver(Unit unit, HandoffCase one)
    {
        var now = unit.Conversations.Read(one.MemberId, unit.Members.Key(one.MemberId));
        var owner = one.IsHeld ? Owner.Staff : Owner.Bot;
        if (owner != now.Owner && !unit.Conversations.ChangeOwner(one.MemberId, owner, now.Epoch)) throw new Conflict($"The conversation of case {one.Id} has another owner meanwhile.");
    }

    /// <summary>The case, and nobody else moves its member meanwhile: the same row that a turn locks, in the same order.</summary>
    private static HandoffCase? Locked(Unit unit, long id)
    {
        if (Find(unit, id) is not { } seen) return null;
        unit.Db.Database.ExecuteSql($"UPDATE member SET reachable = reachable WHERE id = {seen.MemberId}");
        return unit.Db.Set<HandoffCase>().SingleOrDefault(c => c.Id == id);
    }

    private static bool IsOpening(byte[] body)
    {
        using var read = JsonDocument.Parse(body);
        return read.RootElement.TryGetProperty("Kind", out var kind) && kind.ValueEquals("opened");
    }
}

/// <summary>A note, opened.</summary>
public sealed record CaseNote(DateTimeOffset At, string Staff, string Text)
{
    // Records print themselves, and a note must reach no log.
    public override string ToString() => nameof(CaseNote);
}
