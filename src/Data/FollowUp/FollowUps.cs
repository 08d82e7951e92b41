using Concierge.Core.Conversations;
using Concierge.Core.FollowUp;
using Concierge.Core.Members;
using Microsoft.EntityFrameworkCore;

namespace Concierge.Data;

/// <summary>Who is asked when, inside the transaction of whoever asks. Of each member at most one timer runs.</summary>
public static class FollowUps
{
    /// <summary>Why a push was not sent.</summary>
    private const string Withdrawn = "withdrawn";

    /// <summary>How far back a look goes for what has happened; a job that does not run for longer misses what is older.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public static FollowUpFacts Facts(Unit unit, string memberId) => new([.. Waves(unit, memberId)], Reaching.IsOnLine(unit, memberId));

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<Wave> Waves(Unit unit, string memberId) =>
        [.. unit.Db.Set<Wave>().AsNoTracking().Where(wave => wave.MemberId == memberId).OrderBy(wave => wave.Series).ThenBy(wave => wave.Weeks)];

    public static void Move(Unit unit, string memberId, Effect.MoveWave wish, DateTimeOffset now)
    {
        var wave = unit.Db.Set<Wave>().Where(one => one.MemberId == memberId).ToList().Find(one => one.Key == wish.Key);
        if (wave is null || !wave.Can(wish.On)) return;
        wave.Move(wish.On, now, wish.BegunAt);
        unit.Db.SaveChanges();
        SetTimer(unit, memberId);
    }

    /// <summary>Everybody who has ever agreed to research, in the order of their ids.</summary>
    /// <param name="after">From behind this one on; null: all.</param>
    public static IReadOnlyList<string> Asked(Unit unit, string? after = null) => [.. Agreed(unit).Where(id => after == null || id.CompareTo(after) > 0).Distinct().OrderBy(id => id)];

    /// <summary>How many of them stand how; all at once, for they may be many.</summary>
    public static IReadOnlyDictionary<Standing, int> Standing(Unit unit)
    {
        var waves = unit.Db.Set<Wave>().AsNoTracking().ToLookup(wave => wave.MemberId);
        return unit.Db.Set<ConsentEntry>().AsNoTracking().Where(c => Agreed(unit).Contains(c.MemberId)).OrderBy(c => c.Id).ToList()
            .GroupBy(c => c.MemberId, c => new Consent(c.Purpose, c.Text, c.Given, c.At, c.GivenBy))
            .CountBy(of => Standings.Of(new Consents([.. of]), waves[of.Key])!.Value).ToDictionary();
    }

    /// <summary>On the telephone list; who waits longest comes first.</summary>
    public static IReadOnlyList<Wave> ToRing(Unit unit) =>
        [.. unit.Db.Set<Wave>().AsNoTracking().Where(wave => wave.State == WaveState.ToRing).OrderBy(wave => wave.ChangedAt).ThenBy(wave => wave.MemberId)];

    /// <param name="answers">By question; null in place of an option: left out. Null in all: nobody was reached.</param>
    /// <param name="by">Id of the member of staff.</param>
    public static void Called(Unit unit, Wave wave, IReadOnlyList<(string Question, string? Option)>? answers, string by, DateTimeOffset now)
    {
        var form = Questionnaires.Embedded.Newest(AnswerWave.Id).Name;
        foreach (var (question, option) in answers ?? [])
            unit.Answers.Add(wave.MemberId, form, question, option is null ? new AnswerValue.Skipped() : new AnswerValue.Chosen([option]), now, null, null, by, unit.Members.Key(wave.MemberId));
        Move(unit, wave.MemberId, new Effect.MoveWave(wave.Key, answers is null ? Wave.On.Miss : Wave.On.Answer, now), now);
    }

    /// <summary>Members of whom something has happened that is to be followed up and is not yet.</summary>
    public static IReadOnlyList<string> ToPlan(Unit unit, DateTimeOffset now)
    {
        var some = Occasions.Since(unit, now - Lately).Intersect(Agreed(unit)).ToList();
        return [.. some.Where(member => PlanOf(unit, member, now) is { Add.IsEmpty: false }).Order(StringComparer.Ordinal)];
    }

    public static void Plan(Unit unit, string memberId, DateTimeOffset now)
    {
        if (PlanOf(unit, memberId, now) is not { Add.IsEmpty: false } plan) return;
        unit.Db.RemoveRange(plan.Drop);
        unit.Db.AddRange(plan.Add);
        unit.Db.SaveChanges();
        SetTimer(unit, memberId);
    }

    /// <summary>A consent was given or withdrawn, wherever that was written down.</summary>
    internal static void Heed(Unit unit, string memberId, Consent consent)
    {
        if (consent.Purpose is not (Purpose.Research or Purpose.Service)) return;
        if (consent.Given)
        {
            Plan(unit, memberId, consent.At);
            return;
        }
        var until = new Consents([.. unit.Consents.Of(memberId).Ledger.SkipLast(1)]);
        KeptCounts.Keep(unit, FollowedUp.Of(unit, memberId, until));
        Stop(unit, memberId, consent.At);
    }

    /// <summary>Staff have taken back that somebody was there: what was planned for it and not asked yet is planned no more.</summary>
    public static void Undo(Unit unit, string memberId, DateTimeOffset now)
    {
        var attended = Occasions.Of(unit, memberId).Where(one => one.Occasion == Occasion.Seminar).Select(one => one.At).ToHashSet();
        var waves = unit.Db.Set<Wave>().Where(wave => wave.MemberId == memberId && wave.State == WaveState.Planned && wave.Occasion == Occasion.Seminar).ToList();
        unit.Db.RemoveRange(waves.Where(wave => !attended.Contains(wave.StartedAt)));
        unit.Db.SaveChanges();
        SetTimer(unit, memberId);
        Plan(unit, memberId, now);
    }

    /// <summary>At once: what is planned, what is asked, what waits to be sent. What was answered until then stays with the answers.</summary>
    private static void Stop(Unit unit, string memberId, DateTimeOffset now)
    {
        if (unit.Db.Set<Wave>().Where(w => w.MemberId == memberId && w.State != WaveState.Answered && w.State != WaveState.Missed).ExecuteDelete() == 0) return;
        DropTimers(unit, memberId);
        unit.Outbox.Recall(memberId, $"timer/{memberId}/{AnswerWave.Id}/", all: false, now, Withdrawn);
        var key = unit.Members.Key(memberId);
        var talk = unit.Conversations.Read(memberId, key);
        var rest = talk.Sessions.RemoveAll(session => session.Flow == AnswerWave.Id);
        if (rest.Length < talk.Sessions.Length) unit.Conversations.Save(memberId, talk with { Revision = talk.Revision + 1, Sessions = rest }, talk.Revision, key);
    }

    private static IQueryable<string> Agreed(Unit unit) => unit.Db.Set<ConsentEntry>().Where(c => c.Purpose == Purpose.Research && c.Given).Select(c => c.MemberId);

    private static Planned? PlanOf(Unit unit, string memberId, DateTimeOffset now) => unit.Consents.Of(memberId) is var consents && AnswerWave.Takes(consents)
        ? Course.Plan(memberId, Standings.EnteredAt(consents), Waves(unit, memberId), Occasions.Of(unit, memberId), now)
        : null;

    private static void SetTimer(Unit unit, string memberId)
    {
        DropTimers(unit, memberId);
        if (Course.Next(Waves(unit, memberId)) is not { } due) return;
        var timer = AnswerWave.Timer(due);
        unit.Timers.Set(memberId, timer.Key, timer.Flow, timer.Kind, timer.Subject, timer.Due);
    }

    private static void DropTimers(Unit unit, string memberId) => unit.Db.Set<TimerEntry>().Where(timer => timer.MemberId == memberId && timer.Flow == AnswerWave.Id).ExecuteDelete();
}
