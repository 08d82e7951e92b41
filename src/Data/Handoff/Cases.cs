using Concierge.Core.Conversations;
using Concierge.Core.Handoff;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>
/// Handoffs within one transaction of whoever asks: what a turn wishes for, and what staff do (<c>Cases.Desk.cs</c>). Every change is a
/// row of the case's history and one of the feed, by ids alone.
/// </summary>
public static partial class Cases
{
    private static readonly OpeningHours Hours = OpeningHours.Embedded;

    /// <summary>Steps after which staff have the conversation no more.</summary>
    private static readonly HashSet<string> GivesUp =
    [
        nameof(HandoffCase.On.Release), nameof(HandoffCase.On.Assign), nameof(HandoffCase.On.Escalate), nameof(HandoffCase.On.Resolve), nameof(HandoffCase.On.Return),
        nameof(HandoffCase.On.Decline), nameof(HandoffCase.On.Withdraw), nameof(Silence.BackToQueue), nameof(Silence.RunOut),
    ];

    /// <summary>To be read only: what is changed goes through the methods here.</summary>
    public static HandoffCase? Find(Unit unit, long id) => unit.Db.Set<HandoffCase>().AsNoTracking().SingleOrDefault(c => c.Id == id);

    /// <summary>What is not over: urgent ones first, then who has waited longest; a promise that was put off does not put anybody back.</summary>
    /// <param name="level">Null for both.</param>
    public static IReadOnlyList<HandoffCase> Queue(Unit unit, CaseLevel? level = null) =>
        [.. Open(unit).Where(c => level == null || c.Level == level).OrderByDescending(c => c.Urgent).ThenBy(c => c.AskedAt).ThenBy(c => c.Id)];

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<HandoffCase> Of(Unit unit, string memberId) =>
        [.. unit.Db.Set<HandoffCase>().AsNoTracking().Where(c => c.MemberId == memberId).OrderByDescending(c => c.Number)];

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<CaseEventEntry> History(Unit unit, long id) =>
        [.. unit.Db.Set<CaseEventEntry>().AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Id)];

    /// <summary>When staff had this person's conversation, oldest first.</summary>
    public static IReadOnlyList<HeldTime> Held(Unit unit, string memberId)
    {
        var held = new List<HeldTime>();
        foreach (var step in unit.Db.Set<CaseEventEntry>().AsNoTracking().Where(e => e.MemberId == memberId).OrderBy(e => e.Id).Select(e => new { e.What, e.At }).AsEnumerable())
        {
            if (step.What == nameof(HandoffCase.On.Claim)) held.Add(new HeldTime(step.At, null));
            else if (GivesUp.Contains(step.What) && held is [.., { Until: null } open]) held[^1] = open with { Until = step.At };
        }
        return held;
    }

    /// <summary>What a turn may know.</summary>
    public static HandoffFacts Facts(Unit unit, string memberId, MemberKey key) =>
        new(unit.Db.Set<HandoffCase>().AsNoTracking().Where(c => c.MemberId == memberId).OrderByDescending(c => c.Number).FirstOrDefault(), Referrals.Proposed(unit, memberId, key));

    /// <summary>Does what a turn decided. The conversation's owner is the turn's own business.</summary>
    /// <param name="eventId">The event that the turn takes, which holds the person's words.</param>
    public static void Do(Unit unit, string memberId, Effect.OfHandoff wish, string eventId, DateTimeOffset now)
    {
        switch (wish)
        {
            case Effect.OpenCase open: Begin(unit, memberId, open, eventId, now); return;
            case Effect.RateCase rate: Rate(unit, memberId, rate, now); return;
            case Effect.AnswerReferral answer: Referrals.Answer(unit, memberId, answer, now); return;
        }
        if (unit.Db.Set<HandoffCase>().SingleOrDefault(c => c.MemberId == memberId && HandoffCase.Open.Contains(c.State)) is not { } one) return;
        var done = wish switch
        {
            Effect.QueueCase => Named(one.Queue(), HandoffCase.On.Queue),
            Effect.WithdrawCase => Named(one.Withdraw(now), HandoffCase.On.Withdraw),
            Effect.CitizenSpoke => Named(one.CitizenSpoke(Hours, now), HandoffCase.On.CitizenSpoke),
            Effect.HastenCase => Hastened(one),
            Effect.RingCase => one.Ring(Hours, now) is var then and not Silence.None ? then.ToString() : null,
            _ => throw new InvalidOperationException($"Cases does not know {wish.GetType().Name}."),
        };
        if (done is not null) Write(unit, one, done, null, now);
    }

    /// <summary>Two records become one person's: of two that are open, the one that staff have goes on, else the member's own.</summary>
    public static void MakeOne(Unit unit, string visitor, string member, DateTimeOffset now)
    {
        var open = unit.Db.Set<HandoffCase>().Where(c => (c.MemberId == visitor || c.MemberId == member) && HandoffCase.Open.Contains(c.State)).ToList();
        if (open.Count > 1)
        {
            var lesser = open.OrderBy(c => c.IsHeld).ThenBy(c => c.MemberId == member).First();
            lesser.Withdraw(now);
            Write(unit, lesser, nameof(HandoffCase.On.Withdraw), null, now);
        }
        unit.Db.SaveChanges();
        unit.Db.Database.ExecuteSql($"UPDATE handoff_case SET number = number + (SELECT COALESCE(MAX(number), 0) FROM handoff_case m WHERE m.member_id = {member}) WHERE member_id = {visitor}");
    }

    private static IQueryable<HandoffCase> Open(Unit unit) => unit.Db.Set<HandoffCase>().AsNoTracking().Where(c => HandoffCase.Open.Contains(c.State));

    private static void Begin(Unit unit, string memberId, Effect.OpenCase open, string eventId, DateTimeOffset now)
    {
        var number = unit.Db.Set<HandoffCase>().Where(c => c.MemberId == memberId).Max(c => (int?)c.Number) ?? 0;
        var one = HandoffCase.Request(memberId, number + 1, open.Trigger, open.Asks, eventId, Hours, now);
        unit.Db.Add(one);
        Write(unit, one, "Request", null, now);
    }

    private static void Rate(Unit unit, string memberId, Effect.RateCase rate, DateTimeOffset now)
    {
        if (unit.Db.Set<HandoffCase>().SingleOrDefault(c => c.MemberId == memberId && c.Number == rate.Case) is { } one && one.Rate(rate.Rating)) Write(unit, one, "Rate", null, now);
    }

    private static string? Named(Handing done, HandoffCase.On on) => done is Handing.Done ? on.ToString() : null;

    private static string Hastened(HandoffCase one)
    {
        one.Hasten();
        return "Hasten";
    }

    /// <summary>The case as it stands now, its step, its clock, and a row for whoever watches.</summary>
    /// <exception cref="Conflict">Somebody else has changed it since it was read.</exception>
    private static void Write(Unit unit, HandoffCase one, string what, string? staff, DateTimeOffset now)
    {
        try
        {
            unit.Db.SaveChanges();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Conflict($"Case {one.Id} has been changed meanwhile.");
        }
        unit.Db.Add(new CaseEventEntry { CaseId = one.Id, MemberId = one.MemberId, At = now, What = what, Staff = staff });
        if (one.Due is { } due) unit.Timers.Set(one.MemberId, TalkToStaff.ClockKey, TalkToStaff.Id, TalkToStaff.Clock, "", due);
        else unit.Timers.Drop(one.MemberId, TalkToStaff.ClockKey);
        unit.Feed.Add(now, $"case-{what.ToLowerInvariant()}", one.MemberId, one.Id);
    }
}
